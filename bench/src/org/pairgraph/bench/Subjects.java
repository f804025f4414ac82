package org.pairgraph.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Whom to ask about: parties spread over the whole network, and one county, chosen alike in every run. */
record Subjects(List<String> parties, List<String> many, List<String> labels, List<String> supporters, String county) {
    private static final int SOME = 200;
    private static final int MANY = 20_000;
    private static final String PREFIXES =
            "PREFIX pg: <https://w3id.org/pairgraph/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";

    static Subjects of(LoadClient client, String endpoint) {
        var named = rows(
                client,
                endpoint,
                "SELECT DISTINCT ?p (STR(?l) AS ?label) { ?x pg:supports ?p . ?p rdfs:label ?l"
                        + " FILTER(LANGMATCHES(LANG(?l), \"zh\")) } ORDER BY ?p");
        var supported = spread(named, SOME);
        var supporters = spread(
                rows(client, endpoint, "SELECT DISTINCT ?p { ?p pg:supports ?x . ?p a ?type } ORDER BY ?p"), SOME);
        var county = rows(
                client,
                endpoint,
                "SELECT ?c (COUNT(*) AS ?n) { ?x pg:supports ?v . ?v pg:withinTransitive ?c . ?c a pg:County }"
                        + " GROUP BY ?c ORDER BY DESC(?n) ?c");
        return new Subjects(
                supported.stream().map(row -> iri(row[0])).toList(),
                spread(named, MANY).stream().map(row -> iri(row[0])).toList(),
                supported.stream().map(row -> row[1].replace("\"", "")).toList(),
                supporters.stream().map(row -> iri(row[0])).toList(),
                iri(county.get(county.size() / 2)[0]));
    }

    /** A query with its placeholders filled for one subject. */
    String fill(String query, int number) {
        var label = labels.get(number % labels.size());
        return query.replace("urn:bench:party", parties.get(number % parties.size()))
                .replace("urn:bench:supporter", supporters.get(number % supporters.size()))
                .replace("urn:bench:county", county)
                .replace("LABEL", label)
                .replace("NAME", label.substring(0, Math.min(2, label.length())));
    }

    /** The rows of an answer, each cell as in Turtle. */
    static List<String[]> rows(LoadClient client, String endpoint, String query) {
        var body = client.answer(LoadClient.query(endpoint, PREFIXES + query, "text/tab-separated-values"));
        return new String(body, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList();
    }

    static String iri(String cell) {
        return cell.substring(1, cell.length() - 1);
    }

    private static List<String[]> spread(List<String[]> rows, int most) {
        int count = Math.min(most, rows.size());
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(place -> rows.get((int) ((long) place * rows.size() / count)))
                .toList());
    }
}
