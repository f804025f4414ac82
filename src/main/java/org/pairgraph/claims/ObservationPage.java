package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An observation with what hangs on it.
 *
 * @param parts the claims that are part of it
 * @param observations the figures about it
 */
public record ObservationPage(
        @JsonUnwrapped Observation observation, Some<Thing> parts, Some<Observation> observations) {}
