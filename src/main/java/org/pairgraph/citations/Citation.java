package org.pairgraph.citations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was asked, of what, and what the answer was.
 *
 * @param query its text, with every parameter in its place
 * @param store whose revision it is
 * @param digest of the {@link CanonicalResult}
 * @param rows rows or triples of the result
 * @param ordered whether the digest is over the rows in the order of the query
 * @param recordedAt when it was first cited
 * @param revisedAt when the revision was made
 * @param title of the question, where it is one of the catalogue
 * @param toolVersion of the program that answered
 * @param sample the first lines of the result
 */
public record Citation(
        String query,
        UUID store,
        int revision,
        CanonicalResult.Kind kind,
        String digest,
        int rows,
        boolean ordered,
        Instant recordedAt,
        Instant revisedAt,
        Optional<String> title,
        String toolVersion,
        List<String> sample) {
    private static final int ID_LENGTH = 32;

    public Citation {
        sample = List.copyOf(sample);
    }

    /** Its name: made of query, store, revision and digest, so that the same citation has the same name. */
    public String id() {
        return Sha256.of(List.of("pairgraph citation 1", store.toString(), String.valueOf(revision), digest, query))
                .substring(0, ID_LENGTH);
    }
}
