package org.pairgraph.store;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;

/** Data of a revision was removed for good, so that what the revision said cannot be said again. */
public final class MissingContent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MissingContent(String message) {
        super(message, null, false, false);
    }

    /** The versions that were current at the newest revision of a history and are not in the dataset any more. */
    public static List<GraphName> of(DatasetGraph dataset, History history) {
        return history.current().stream()
                .filter(version -> version.triples() > 0)
                .map(History.Version::graph)
                .filter(graph -> dataset.getGraph(graph.node()).isEmpty())
                .toList();
    }

    /** @throws MissingContent if anything is missing */
    public static void requireNone(DatasetGraph dataset, History history) {
        var missing = of(dataset, history);
        if (!missing.isEmpty()) {
            throw new MissingContent("Data of revision %d was removed for good: %s"
                    .formatted(
                            history.head(), missing.stream().map(GraphName::iri).collect(Collectors.joining(", "))));
        }
    }
}
