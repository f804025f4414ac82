package org.pairgraph.claims;

import java.util.Optional;

/**
 * Which parties to list.
 *
 * @param type a class of {@link Classes#partyClasses}, those below it included
 * @param within the id of a place that they lie in, at any level
 */
public record PartyFilter(Optional<String> type, Optional<String> within) {}
