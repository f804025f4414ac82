package org.pairgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Has Neo4j measured in its own process, on the network that Fuseki gives. */
record Neo4j(Setup setup, LoadClient client, String fuseki) {
    private static final int WITHIN = 501;

    /** Writes what Neo4j loads, has it measured, and passes its table on. It checks its answers against the arrays. */
    void measure(Subjects subjects, Floor floor, List<Floor.Pair> pairs) throws IOException {
        var libraries = System.getProperty("bench.neo4j", "");
        if (libraries.isEmpty()) {
            Report.note("Neo4j is left out: it was not asked for, or did not resolve.");
            return;
        }
        Progress.say("Neo4j loads and is measured …");
        var folder = setup.folder().resolve("neo4j");
        Stores.delete(folder);
        Files.createDirectories(folder);
        Files.write(folder.resolve("parties.tsv"), parties());
        Files.write(
                folder.resolve("edges.tsv"),
                lines(Subjects.rows(
                        client,
                        fuseki,
                        "SELECT ?a ?b ?kind { ?c a pg:Pairing ; pg:status <https://w3id.org/pairgraph/code/actual> ;"
                                + " pg:supporter ?a ; pg:supported ?b ; pg:pairingKind ?kind }")));
        Files.write(
                folder.resolve("subjects.tsv"),
                subjects.parties().stream()
                        .map(party -> party + "\t" + (floor.within(party, WITHIN) - 1))
                        .toList());
        Files.write(
                folder.resolve("pairs.tsv"),
                pairs.stream()
                        .map(pair -> pair.from() + "\t" + pair.to() + "\t" + pair.steps())
                        .toList());
        try (var child = Child.start(setup, "neo4j", setup.home(), command(libraries, folder))) {
            child.end();
            Report.note("Neo4j in its own process, Cypher, one client, no HTTP:");
            Report.head("", "p50 ms", "p95 ms");
            child.output().lines().filter(line -> line.startsWith("| ")).forEach(System.out::println);
        }
        Stores.delete(folder);
    }

    private List<String> command(String libraries, Path folder) {
        var command = new ArrayList<>(setup.jvm());
        command.addAll(List.of(
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                libraries,
                "org.pairgraph.bench.neo4j.Neo4jPeer",
                folder.toString(),
                Integer.toString(setup.rounds())));
        return command;
    }

    private List<String> parties() {
        var parties = new LinkedHashMap<String, String[]>();
        for (var row : Subjects.rows(
                client,
                fuseki,
                "SELECT ?p ?type (STR(?l) AS ?label) ?in { ?p a ?type ; rdfs:label ?l FILTER(LANG(?l) = \"zh-Hans\")"
                        + " FILTER(STRSTARTS(STR(?p), \"https://w3id.org/pairgraph/synthetic/\"))"
                        + " OPTIONAL { ?p pg:within ?in } }")) {
            parties.put(row[0], row);
        }
        for (var row : Subjects.rows(
                client,
                fuseki,
                "SELECT ?p ?type (\"\" AS ?label) ?in { ?p a ?type, pg:PartyGroup OPTIONAL { ?p pg:within ?in } }")) {
            parties.put(row[0], row);
        }
        return lines(new ArrayList<>(parties.values()));
    }

    private static List<String> lines(List<String[]> rows) {
        return rows.stream().map(row -> String.join("\t", row)).toList();
    }
}
