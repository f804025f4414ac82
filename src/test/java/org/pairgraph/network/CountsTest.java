package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdf.model.ModelFactory;
import org.pairgraph.network.NeighbourCounts.Sides;
import org.pairgraph.network.WalkQuery.Direction;
import org.pairgraph.vocab.PG;

class CountsTest {
    private static final String OWN = "FILTER(?party = ?asked)";
    private static final String BELOW = "?party pg:within+ ?asked .";

    /** Claims that disagree are left out here: the plain loops of the walk cover them. */
    private static final String NEIGHBOURS = """
            PREFIX pg: <https://w3id.org/pairgraph/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            SELECT ?kind ?direction (COUNT(DISTINCT ?other) AS ?count) WHERE {
              { ?claim pg:supporter ?party ; pg:supported ?other BIND("supports" AS ?direction) }
              UNION
              { ?claim pg:supported ?party ; pg:supporter ?other BIND("supported" AS ?direction) }
              WHICH
              ?claim a ?class .
              OPTIONAL { ?claim pg:pairingKind ?code }
              BIND(IF(?class = pg:CoBuilding, "co-building", STRAFTER(STR(?code), "/code/")) AS ?kind)
              ?claim pg:status <https://w3id.org/pairgraph/code/actual> .
              OPTIONAL { ?claim pg:startDate ?start }
              OPTIONAL { ?claim pg:asOf ?asOf }
              OPTIONAL { ?claim pg:endDate ?end }
              FILTER(COALESCE(?start, ?asOf) <= ?day && (!BOUND(?end) || ?day <= ?end))
            } GROUP BY ?kind ?direction
            """;

    @Property(tries = 150)
    void countsEqualPlainSparqlAtAnyDay(
            @ForAll long seed,
            @ForAll @IntRange(min = 4, max = 40) int claims,
            @ForAll @IntRange(min = 2014, max = 2024) int year) {
        var random = new RandomNetwork(seed, claims);
        random.graph.remove(Node.ANY, PG.disagreesWith, Node.ANY);
        var network = PairingNetwork.of(random.graph, 1);
        var day = LocalDate.of(year, 7, 1);
        var filter = new NetworkFilter(Set.of(), Set.of(), Set.of(), Set.of("actual"), Set.of(), Optional.of(day));
        var party = new Queries(random, seed).party();

        var counts = network.counts(party, filter);

        assertThat(counts.neighbours()).isEqualTo(ask(random.graph, OWN, party, day));
        counts.below().ifPresent(below -> assertThat(below).isEqualTo(ask(random.graph, BELOW, party, day)));
        assertThat(counts.below().isPresent()).isEqualTo(party.contains("/area/"));
    }

    @Property(tries = 150)
    void countsUnderAnyFilterAreWhatWalksBothWaysMeet(
            @ForAll long seed, @ForAll @IntRange(min = 4, max = 40) int claims) {
        var random = new RandomNetwork(seed, claims);
        var network = PairingNetwork.of(random.graph, 1);
        var queries = new Queries(random, seed);
        var party = queries.party();
        var filter = queries.filter();

        var counts = network.counts(party, filter);

        var supports = met(random, party, filter, Direction.SUPPORTS);
        var supported = met(random, party, filter, Direction.SUPPORTED);
        var kinds = new TreeSet<>(supports.keySet());
        kinds.addAll(supported.keySet());
        assertThat(counts.neighbours().keySet()).isEqualTo(kinds);
        counts.neighbours()
                .forEach((kind, sides) -> assertThat(sides)
                        .isEqualTo(new Sides(
                                supports.getOrDefault(kind, Set.of()).size(),
                                supported.getOrDefault(kind, Set.of()).size())));
    }

    /** The neighbours by kind. A party that supports itself counts among them if its class is let through. */
    private static Map<String, Set<String>> met(
            RandomNetwork random, String party, NetworkFilter filter, Direction direction) {
        var network = PairingNetwork.of(random.graph, 1);
        var walk = network.walk(new WalkQuery(List.of(party), 1, direction, false, filter, 500, Optional.empty()));
        boolean meetsItself = new PlainNetwork(random.graph).meets(party, filter);
        var met = new TreeMap<String, Set<String>>();
        walk.edges().forEach(edge -> {
            var other = direction == Direction.SUPPORTS ? edge.target() : edge.source();
            if (meetsItself || !other.equals(party)) {
                met.computeIfAbsent(edge.kind(), kind -> new TreeSet<>()).add(other);
            }
        });
        return met;
    }

    private static Map<String, Sides> ask(Graph graph, String which, String party, LocalDate day) {
        var query = new ParameterizedSparqlString(NEIGHBOURS.replace("WHICH", which));
        query.setIri("asked", party);
        query.setLiteral("day", day.toString(), org.apache.jena.datatypes.xsd.XSDDatatype.XSDdate);
        var counts = new TreeMap<String, Sides>();
        try (var execution = QueryExecution.create(query.asQuery(), ModelFactory.createModelForGraph(graph))) {
            execution.execSelect().forEachRemaining(row -> {
                int count = row.getLiteral("count").getInt();
                boolean supports = row.getLiteral("direction").getString().equals("supports");
                counts.merge(
                        row.getLiteral("kind").getString(),
                        supports ? new Sides(count, 0) : new Sides(0, count),
                        (one, other) ->
                                new Sides(one.supports() + other.supports(), one.supported() + other.supported()));
            });
        }
        return counts;
    }
}
