package org.pairgraph.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What became of all passages of a graph.
 *
 * @param documents in the order of their IRIs; last what belongs to none
 * @param remarks a line for each entry of the folder that was left out
 */
public record Report(List<OfDocument> documents, List<String> remarks) {

    /**
     * The passages of one document, in the order of their IRIs.
     *
     * @param document its IRI; none for passages that name no document
     * @param name the name that its file had
     * @param file the name of the file that is its text, if it was found
     */
    public record OfDocument(
            Optional<String> document, Optional<String> name, Optional<String> file, List<Finding> findings) {
        /** How many passages were found as stated. */
        public long found() {
            return findings.stream().filter(Finding.Found.class::isInstance).count();
        }
    }

    /** How many passages the graph has. */
    public long passages() {
        return documents.stream()
                .mapToLong(document -> document.findings().size())
                .sum();
    }

    /** How many passages were found as stated. */
    public long found() {
        return documents.stream().mapToLong(OfDocument::found).sum();
    }
}
