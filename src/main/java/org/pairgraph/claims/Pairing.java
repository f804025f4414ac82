package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * A pairing with all that is said of it.
 *
 * @param partOf the wholes that it belongs to
 * @param parts the claims that belong to it
 * @param disagreesWith the claims that exclude it, whichever of the two says so
 * @param observations the figures about it
 * @param events what happened that is about it
 */
public record Pairing(
        @JsonUnwrapped Named named,
        Optional<String> kind,
        List<Thing> supporters,
        List<Thing> supported,
        Optional<Thing> programme,
        @JsonUnwrapped Standing standing,
        Optional<Label> note,
        List<Thing> partOf,
        Some<Thing> parts,
        List<Thing> disagreesWith,
        Some<Observation> observations,
        Some<Event> events,
        List<EvidenceRef> evidence) {}
