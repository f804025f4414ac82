package org.pairgraph.bench.neo4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** Neo4j embedded: loads what the suite wrote, asks in Cypher by one client, prints a row for each operation. */
public final class Neo4jPeer {
    private static final Label PARTY = Label.label("Party");
    private static final RelationshipType SUPPORTS = RelationshipType.withName("SUPPORTS");
    private static final RelationshipType WITHIN = RelationshipType.withName("WITHIN");
    private static final int IN_ONE_TRANSACTION = 20_000;

    private Neo4jPeer() {}

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        var service = new DatabaseManagementServiceBuilder(folder.resolve("database")).build();
        try {
            measure(service, folder, rounds);
        } finally {
            service.shutdown();
        }
    }

    private static void measure(DatabaseManagementService service, Path folder, int rounds) throws IOException {
        var database = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        load(database, folder);
        var subjects = rows(folder.resolve("subjects.tsv"));
        var pairs = rows(folder.resolve("pairs.tsv"));

        row(
                "walk, 3 steps, at most 500",
                database,
                rounds,
                "MATCH (p:Party {iri: $iri})-[:SUPPORTS*1..3]-(n) WHERE n <> p RETURN DISTINCT n.iri LIMIT 500",
                subjects.stream()
                        .map(row -> new Question(row[0], "", Long.parseLong(row[1])))
                        .toList());
        row(
                "counts",
                database,
                rounds,
                "MATCH (p:Party {iri: $iri})-[s:SUPPORTS]-() RETURN s.kind, count(*)",
                subjects.stream().map(row -> new Question(row[0], "", -1)).toList());
        row(
                "shortest path, joined pairs",
                database,
                rounds,
                "MATCH (a:Party {iri: $iri}), (b:Party {iri: $other}), w = shortestPath((a)-[:SUPPORTS*..30]-(b)) UNWIND relationships(w) AS step RETURN step",
                pairs.stream()
                        .map(row -> new Question(row[0], row[1], Long.parseLong(row[2])))
                        .toList());
        row(
                "roll-up to cities",
                database,
                rounds,
                "MATCH (x:Party)-[:SUPPORTS]->(y:Party) MATCH (x)-[:WITHIN*0..4]->(c) WHERE c:City OR c:Prefecture"
                        + " MATCH (y)-[:WITHIN*0..4]->(d) WHERE d:City OR d:Prefecture RETURN c.iri, d.iri, count(*)",
                List.of(new Question("", "", -1)));
    }

    /** @param rows how many the answer has to have; -1 when nobody knows */
    private record Question(String iri, String other, long rows) {}

    private static void row(
            String name, GraphDatabaseService database, int rounds, String query, List<Question> questions) {
        var times = new ArrayList<Double>();
        for (int round = 0; round <= rounds; round++) {
            for (var question : questions) {
                var parameters = Map.<String, Object>of("iri", question.iri(), "other", question.other());
                long start = System.nanoTime();
                long found;
                try (var transaction = database.beginTx();
                        var result = transaction.execute(query, parameters)) {
                    found = result.stream().count();
                }
                if (question.rows() >= 0 && found != question.rows()) {
                    throw new IllegalStateException(
                            name + " of " + question + " has " + found + " rows: the peers answer differently");
                }
                if (round > 0) {
                    times.add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f |",
                name,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100]));
    }

    private static void load(GraphDatabaseService database, Path folder) throws IOException {
        try (var transaction = database.beginTx()) {
            transaction
                    .schema()
                    .constraintFor(PARTY)
                    .assertPropertyIsUnique("iri")
                    .create();
            transaction.commit();
        }
        try (var transaction = database.beginTx()) {
            transaction.schema().awaitIndexesOnline(1, TimeUnit.MINUTES);
        }
        var parties = rows(folder.resolve("parties.tsv"));
        var ids = new HashMap<String, String>();
        inBatches(parties, database, (transaction, row) -> {
            var node = transaction.createNode(PARTY, Label.label(iri(row[1]).replaceFirst(".*#", "")));
            node.setProperty("iri", iri(row[0]));
            node.setProperty("label", row[2].replace("\"", ""));
            ids.put(row[0], node.getElementId());
        });
        var within = parties.stream()
                .filter(row -> row.length > 3 && !row[3].isEmpty())
                .toList();
        inBatches(
                within,
                database,
                (transaction, row) ->
                        node(transaction, ids, row[0]).createRelationshipTo(node(transaction, ids, row[3]), WITHIN));
        inBatches(
                rows(folder.resolve("edges.tsv")),
                database,
                (transaction, row) -> node(transaction, ids, row[0])
                        .createRelationshipTo(node(transaction, ids, row[1]), SUPPORTS)
                        .setProperty("kind", iri(row[2])));
    }

    private interface Step {
        void take(Transaction transaction, String[] row);
    }

    private static void inBatches(List<String[]> rows, GraphDatabaseService database, Step step) {
        for (int first = 0; first < rows.size(); first += IN_ONE_TRANSACTION) {
            try (var transaction = database.beginTx()) {
                rows.subList(first, Math.min(rows.size(), first + IN_ONE_TRANSACTION))
                        .forEach(row -> step.take(transaction, row));
                transaction.commit();
            }
        }
    }

    private static Node node(Transaction transaction, Map<String, String> ids, String cell) {
        return transaction.getNodeByElementId(ids.get(cell));
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split("\t")).toList();
        }
    }

    private static String iri(String cell) {
        return cell.substring(1, cell.length() - 1);
    }
}
