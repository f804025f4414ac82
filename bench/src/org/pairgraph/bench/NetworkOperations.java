package org.pairgraph.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is measured over HTTP: our routes, and the queries that Fuseki answers instead. */
record NetworkOperations(String pageQuery, Subjects subjects, List<Floor.Pair> pairs) {
    static final String PREFIXES = "PREFIX pg: <https://w3id.org/pairgraph/ontology#> "
            + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";

    /** What {@code pg:supports} says. */
    private static final String ACTUAL = "&status=actual";

    private static final int CLIENTS = 4;
    private static final String STEP = "(pg:supports|^pg:supports)";

    static NetworkOperations of(Setup setup, Subjects subjects, List<Floor.Pair> pairs) {
        return new NetworkOperations(pageQuery(setup), subjects, pairs);
    }

    /**
     * One thing to measure.
     *
     * @param queries maybe none
     * @param clients how many ask at a time, each one question after the other
     * @param isLong whether the peers are asked once only
     */
    record Operation(
            String name, List<String> paths, List<String> queries, int clients, boolean isLong, String target) {}

    List<Operation> all() {
        return List.of(
                reach(),
                walk(),
                neighbours(),
                counts(),
                paths(CLIENTS),
                paths(1),
                rollUp(),
                search(),
                pairings(),
                page(),
                pageAgain());
    }

    /** The same answer as the peers give: who, and nothing else. */
    Operation reach() {
        return new Operation(
                "who is within 3 steps, at most 500",
                each(party -> "/api/v1/walk/reach?from=" + id(party) + "&depth=3&limit=500" + ACTUAL),
                each(NetworkOperations::withinThreeSteps),
                CLIENTS,
                false,
                "≥ 10 × Fuseki; ≥ 4 × the best peer; ≤ 2 × empty");
    }

    Operation walk() {
        return new Operation(
                "walk, 3 steps, at most 500",
                each(party -> "/api/v1/walk?from=" + id(party) + "&depth=3&limit=500" + ACTUAL),
                each(NetworkOperations::withinThreeSteps),
                CLIENTS,
                false,
                "≥ 10 × Fuseki; ≤ 2 × empty");
    }

    private static String withinThreeSteps(String party) {
        return "SELECT DISTINCT ?n { <%s> %s/%s?/%s? ?n } LIMIT 500".formatted(party, STEP, STEP, STEP);
    }

    Operation neighbours() {
        return new Operation(
                "walk, 1 step",
                each(party -> "/api/v1/walk?from=" + id(party) + "&depth=1" + ACTUAL),
                each(party -> "SELECT DISTINCT ?n { <%s> %s ?n }".formatted(party, STEP)),
                CLIENTS,
                false,
                "≤ 1.5 × empty");
    }

    Operation counts() {
        return new Operation(
                "counts",
                each(party -> "/api/v1/walk/counts?from=" + id(party)),
                each(party -> ("SELECT ?kind ?way (COUNT(DISTINCT ?other) AS ?n) {"
                                + " { ?c pg:supporter <%1$s> ; pg:supported ?other BIND(\"supports\" AS ?way) } UNION"
                                + " { ?c pg:supported <%1$s> ; pg:supporter ?other BIND(\"supported\" AS ?way) }"
                                + " ?c pg:pairingKind ?kind } GROUP BY ?kind ?way")
                        .formatted(party)),
                CLIENTS,
                false,
                "≤ 1.5 × empty");
    }

    /** Neo4j is asked by one client. */
    Operation paths(int clients) {
        return new Operation(
                "shortest path, joined pairs",
                pairs.stream()
                        .map(pair ->
                                "/api/v1/paths?from=" + id(pair.from()) + "&to=" + id(pair.to()) + "&max=1" + ACTUAL)
                        .toList(),
                List.of(),
                clients,
                false,
                "≥ 2 × Neo4j");
    }

    Operation rollUp() {
        return new Operation(
                "roll-up to cities",
                List.of("/api/v1/rollup?level=city"),
                List.of("SELECT ?from ?to (COUNT(?c) AS ?n) { ?c a pg:Pairing ; pg:supporter ?a ; pg:supported ?b ."
                        + " ?a pg:within* ?from . ?from a ?f FILTER(?f IN (pg:City, pg:Prefecture))"
                        + " ?b pg:within* ?to . ?to a ?t FILTER(?t IN (pg:City, pg:Prefecture)) } GROUP BY ?from ?to"),
                1,
                true,
                "≤ 50 ms; ≥ 50 × q06");
    }

    Operation search() {
        return new Operation(
                "search by name",
                subjects.labels().stream()
                        .map(label -> "/api/v1/parties?q=" + LoadClient.encoded(label))
                        .toList(),
                subjects.labels().stream()
                        .map(label -> "SELECT ?p { ?p rdfs:label \"%s\"@zh-Hans }".formatted(label))
                        .toList(),
                CLIENTS,
                false,
                "≥ 3 × the best peer's q01");
    }

    /** What the query asks that the peers answer for a page: names, place, and the pairings with kind, time and status. */
    Operation pairings() {
        return new Operation(
                "pairings of a party, 20,000 different ones",
                subjects.many().stream()
                        .map(party -> "/api/v1/walk?from=" + id(party) + "&limit=5000")
                        .toList(),
                subjects.many().stream().map(this::page).toList(),
                CLIENTS,
                false,
                "≥ 10 × Fuseki's q11; ≥ 2 × RDF4J");
    }

    Operation page() {
        return new Operation(
                "party page, 20,000 different ones",
                subjects.many().stream()
                        .map(party -> "/api/v1/parties/" + id(party))
                        .toList(),
                subjects.many().stream().map(this::page).toList(),
                CLIENTS,
                false,
                "≥ 10 × Fuseki's q11; ≥ 2 × RDF4J");
    }

    Operation pageAgain() {
        return new Operation(
                "party page, again",
                each(party -> "/api/v1/parties/" + id(party)),
                each(this::page),
                CLIENTS,
                false,
                "≤ 2 × empty");
    }

    private String page(String party) {
        return pageQuery.replace("urn:bench:party", party);
    }

    private static String pageQuery(Setup setup) {
        try {
            var query = Files.readString(setup.home().resolve("bench/queries/q11.rq"));
            return query.lines()
                    .filter(line -> !line.startsWith("PREFIX") && !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> each(UnaryOperator<String> form) {
        return subjects.parties().stream().map(form).toList();
    }

    private static String id(String iri) {
        return LoadClient.encoded(iri);
    }
}
