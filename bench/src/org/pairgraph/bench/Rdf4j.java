package org.pairgraph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RDF4J's store in memory as a process of its own, with what Fuseki has; none where it did not resolve. */
record Rdf4j(Optional<Child> child) implements AutoCloseable {

    static Rdf4j start(Setup setup, String fuseki) {
        var path = System.getProperty("bench.rdf4j", "");
        if (path.isEmpty()) {
            Report.note("RDF4J is left out: it was not asked for, or did not resolve.");
            return new Rdf4j(Optional.empty());
        }
        var command = new ArrayList<>(setup.jvm());
        command.addAll(List.of("-cp", path, "org.pairgraph.bench.rdf4j.Rdf4jPeer", fuseki + "/data?default"));
        return new Rdf4j(Optional.of(Child.start(setup, "rdf4j", setup.home(), command)));
    }

    /** Where it answers, once it has read everything. */
    Optional<String> url() {
        return child.map(Child::url);
    }

    @Override
    public void close() {
        child.ifPresent(Child::close);
    }
}
