package org.pairgraph.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.pairgraph.ingest.Planner.ReadFile;
import org.pairgraph.store.Preview;
import org.pairgraph.vocab.Namespaces;

/** What deserves a look in a plan and does not stop it. */
final class PlanWarnings {
    private static final int MOST = 1_000;

    private PlanWarnings() {}

    /** All warnings of files that can be read. */
    static List<String> of(Preview preview, List<ReadFile> files, StatedPlaces places) {
        var warnings = new ArrayList<>(ofReading(files));
        warnings.addAll(strangers(preview, places));
        if (Planner.reads(files).stream().noneMatch(PlanWarnings::speaksOurTerms)) {
            warnings.add("Nothing in the files is said with a term of pairgraph's ontology: is it the right file?");
        }
        return warnings;
    }

    /** What was said while they were read. */
    static List<String> ofReading(List<ReadFile> files) {
        return files.stream()
                .flatMap(file -> Planner.reads(List.of(file)).stream()
                        .flatMap(read -> read.warnings().stream())
                        .map(warning -> place(file.name(), warning.line()) + warning.message()))
                .limit(MOST)
                .toList();
    }

    /** Things of ours that the files refer to and nobody describes. */
    private static List<String> strangers(Preview preview, StatedPlaces places) {
        return preview
                .gained()
                .find()
                .filterKeep(triple -> triple.getObject().isURI()
                        && triple.getObject().getURI().startsWith(Namespaces.ID)
                        && !preview.after().contains(triple.getObject(), Node.ANY, Node.ANY))
                .mapWith(triple -> place(places.of(triple)) + "nobody describes <%s>".formatted(triple.getObject()))
                .toList()
                .stream()
                .sorted()
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String place(StatedPlace place) {
        return place(place.file().orElse(""), place.line());
    }

    private static String place(String file, long line) {
        var place = file + (line > 0 ? (file.isEmpty() ? "line " : ":") + line : "");
        return place.isEmpty() ? "" : place + ": ";
    }

    private static boolean speaksOurTerms(Reading.Read read) {
        return read.content()
                .find()
                .filterKeep(triple -> Planner.isTerm(triple.getPredicate().toString())
                        || Planner.isTerm(triple.getObject().toString()))
                .hasNext();
    }
}
