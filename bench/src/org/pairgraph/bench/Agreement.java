package org.pairgraph.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.pairgraph.bench.NetworkOperations.Operation;

/** Asks ours and Fuseki the same before anything is timed: who answers differently is not compared. */
record Agreement(LoadClient client, String ours, String fuseki) {
    private static final int ASKED = 20;
    private static final int SHOWN = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalStateException if an answer differs */
    void check(NetworkOperations operations, Floor floor) {
        var parties = operations.subjects().parties();
        each(operations.walk(), number -> {
            var walk = json(operations.walk().paths().get(number).replace("limit=500", "limit=5000"));
            var found = iris(walk.at("/nodes"));
            if (walk.at("/truncated").asBoolean()) {
                return;
            }
            var theirs = column(operations.walk().queries().get(number).replace("LIMIT 500", ""), 0);
            theirs.add(parties.get(number));
            same(operations.walk(), number, found, theirs);
            same(operations.walk(), number, found.size(), floor.within(parties.get(number), 1_000_000));
            same(operations.reach(), number, reached(operations.reach(), number), theirs);
        });
        each(operations.neighbours(), number -> {
            var theirs = column(operations.neighbours().queries().get(number), 0);
            theirs.add(parties.get(number));
            same(
                    operations.neighbours(),
                    number,
                    iris(json(operations.neighbours().paths().get(number)).at("/nodes")),
                    theirs);
        });
        each(operations.counts(), number -> counts(operations.counts(), number));
        var ways = operations.paths(1);
        for (int number = 0; number < operations.pairs().size(); number++) {
            int length = json(ways.paths().get(number)).at("/length").asInt(-1);
            same(ways, number, length, operations.pairs().get(number).steps());
        }
        each(operations.search(), number -> {
            var answer = json(operations.search().paths().get(number) + "&limit=100");
            if (answer.has("next")) {
                return;
            }
            var found = iris(answer.at("/items"));
            var missing = column(operations.search().queries().get(number), 0);
            missing.removeAll(found);
            same(operations.search(), number, missing, Set.of());
        });
        each(operations.pairings(), number -> pairings(operations.pairings(), number));
        each(operations.page(), number -> page(operations.page(), number));
    }

    /** The roll-up is compared by its pairs of cities; what stands there only because of a programme is not in theirs. */
    void checkRollUp(Operation operation, byte[] theirs) {
        var pairs = StreamSupport.stream(
                        json(operation.paths().getFirst()).at("/edges").spliterator(), false)
                .filter(edge -> !edge.at("/placedByProgramme").asBoolean())
                .map(edge ->
                        edge.at("/source").asText() + " " + edge.at("/target").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        var rows = StreamSupport.stream(json(theirs).at("/results/bindings").spliterator(), false)
                .map(row -> row.at("/from/value").asText() + " "
                        + row.at("/to/value").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        same(operation, 0, pairs, rows);
    }

    private interface Check {
        void of(int number);
    }

    private static void each(Operation operation, Check check) {
        IntStream.range(0, ASKED)
                .map(number -> number * operation.paths().size() / ASKED)
                .distinct()
                .forEach(check::of);
    }

    private void counts(Operation operation, int number) {
        var neighbours = json(operation.paths().get(number)).at("/neighbours");
        var found = new TreeSet<String>();
        neighbours
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(way -> {
                    if (way.getValue().asInt() > 0) {
                        found.add(kind.getKey() + " " + way.getKey() + " " + way.getValue());
                    }
                }));
        var theirs = Subjects.rows(client, fuseki, operation.queries().get(number)).stream()
                .filter(row -> row.length == 3)
                .map(row -> row[0].replaceAll(".*/|>", "") + " " + row[1].replace("\"", "") + " " + row[2])
                .collect(Collectors.toCollection(TreeSet::new));
        same(operation, number, found, theirs);
    }

    private TreeSet<String> reached(Operation operation, int number) {
        var levels = json(operation.paths().get(number).replace("limit=500", "limit=5000"))
                .at("/levels");
        return StreamSupport.stream(levels.spliterator(), false)
                .flatMap(level -> StreamSupport.stream(level.spliterator(), false))
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ours has the co-buildings too, and one of the claims that disagree speaks for the others. */
    private void pairings(Operation operation, int number) {
        var found = new TreeSet<String>();
        for (var edge : json(operation.paths().get(number)).at("/edges")) {
            if (!edge.at("/kind").asText().equals("co-building")) {
                found.add(edge.at("/claim").asText());
                edge.at("/others").forEach(other -> found.add(other.asText()));
            }
        }
        same(operation, number, found, column(operation.queries().get(number), 4));
    }

    private void page(Operation operation, int number) {
        int found = 0;
        for (var group : json(operation.paths().get(number)).at("/pairings")) {
            found += group.at("/total").asInt();
        }
        same(
                operation,
                number,
                found,
                column(operation.queries().get(number), 4).size());
    }

    private static void same(Operation operation, int number, Object found, Object theirs) {
        if (!found.equals(theirs)) {
            throw new IllegalStateException("%s answers differ at %s: ours %s, theirs %s"
                    .formatted(operation.name(), operation.paths().get(number), shown(found), shown(theirs)));
        }
    }

    private static String shown(Object answer) {
        var text = answer.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text;
    }

    private JsonNode json(String path) {
        return json(client.answer(LoadClient.get(ours + path)));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> iris(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.at("/iri").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private TreeSet<String> column(String query, int column) {
        return Subjects.rows(client, fuseki, query).stream()
                .filter(row -> row.length > column && row[column].startsWith("<"))
                .map(row -> Subjects.iri(row[column]))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
