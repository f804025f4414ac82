package org.pairgraph.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.pairgraph.ingest.ImportPlan.Dependant;
import org.pairgraph.store.Preview;

/** Finds who would be left to refer to nothing. */
final class Dependants {
    private static final int MOST_REFERRERS = 10;

    private Dependants() {}

    /** Things that lose their last triple although others refer to them. */
    static List<Dependant> of(Preview preview) {
        var gone = Planner.subjects(preview.lost()).stream()
                .filter(thing -> !preview.after().contains(thing, Node.ANY, Node.ANY))
                .toList();
        var dependants = new ArrayList<Dependant>();
        for (var thing : gone) {
            var by = preview.after()
                    .find(Node.ANY, Node.ANY, thing)
                    .mapWith(triple -> triple.getSubject().toString())
                    .toList();
            if (!by.isEmpty()) {
                dependants.add(new Dependant(
                        thing.toString(),
                        by.stream().sorted().distinct().limit(MOST_REFERRERS).toList(),
                        by.size()));
            }
        }
        dependants.sort(Comparator.comparing(Dependant::iri));
        return dependants;
    }
}
