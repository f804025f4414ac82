package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.pairgraph.network.RollUp.Edge;

class RollUpTest {
    private static final String PREFIXES = """
            BASE <https://w3id.org/pairgraph/id/>
            PREFIX pg: <https://w3id.org/pairgraph/ontology#>
            PREFIX pgc: <https://w3id.org/pairgraph/code/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            <area/s> a pg:City . <area/t> a pg:Prefecture .
            <area/s1> a pg:County ; pg:within <area/s> . <area/s2> a pg:County ; pg:within <area/s> .
            <area/t1> a pg:County ; pg:within <area/t> . <area/t2> a pg:County ; pg:within <area/t> .
            <programme/p> a pg:Programme ; pg:supporterArea <area/s> ; pg:supportedArea <area/t> .
            """;

    @Property(tries = 700)
    void aRollUpIsWhatTheDefinitionSaysAtEveryLevel(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int claims) {
        var random = new RandomNetwork(seed, claims);
        var network = PairingNetwork.of(random.graph, 1);
        var filter = new Queries(random, seed).filter();

        for (var level : AreaLevel.values()) {
            var rollUp = network.rollUp(level, filter);
            var plain = new PlainRollUp(random.graph, level);

            assertThat(PlainRollUp.lines(rollUp)).containsExactlyInAnyOrderEntriesOf(plain.lines(filter));
            assertThat(rollUp.unplaced()).isEqualTo(plain.unplaced(filter));
            assertThat(rollUp.edges())
                    .allSatisfy(edge -> assertThat(edge.remainder()).isEqualTo(edge.atLeast() - edge.named()))
                    .allSatisfy(edge -> assertThat(edge.named()).isBetween(0, edge.atLeast()));
        }
    }

    @Test
    void countedGroupsImplyTheGreaterSideAndWhatIsNamedBelowIsNotAdded() {
        var edge = city("""
                <g> a pg:PartyGroup ; pg:memberKind pgc:school ; pg:memberCount 274 ; pg:within <area/s> .
                <h> a pg:PartyGroup ; pg:memberKind pgc:school ; pg:memberCount 371 ; pg:within <area/t> .
                <whole> a pg:Pairing ; pg:pairingKind pgc:school ; pg:supporter <g> ; pg:supported <h> .
                <a> a pg:School ; pg:within <area/s1> . <b> a pg:School ; pg:within <area/t1> .
                <part> a pg:Pairing ; pg:pairingKind pgc:school ; pg:supporter <a> ; pg:supported <b> ; pg:partOf <whole> .
                """);

        assertThat(edge.stated().map(RollUp.Stated::links)).hasValue(371);
        assertThat(edge.below()).isEqualTo(1);
        assertThat(edge.atLeast()).isEqualTo(371);
        assertThat(edge.named()).isEqualTo(1);
        assertThat(edge.remainder()).isEqualTo(370);
    }

    @Test
    void statementsOfOnePairOfPlacesAreNotAddedUpTheLatestStands() {
        var edge = city("""
                <g> a pg:PartyGroup ; pg:memberKind pgc:school ; pg:memberCount 9 ; pg:within <area/s> .
                <h> a pg:PartyGroup ; pg:memberKind pgc:school ; pg:memberCount 5 ; pg:within <area/s> .
                <i> a pg:PartyGroup ; pg:memberKind pgc:school ; pg:memberCount 2 ; pg:within <area/t> .
                <old> a pg:Pairing ; pg:pairingKind pgc:school ; pg:supporter <g> ; pg:supported <i> ; pg:asOf "2020-01-01"^^xsd:date .
                <new> a pg:Pairing ; pg:pairingKind pgc:school ; pg:supporter <h> ; pg:supported <i> ; pg:asOf "2023-01-01"^^xsd:date .
                """);

        assertThat(edge.atLeast()).isEqualTo(5);
        assertThat(edge.stated().map(RollUp.Stated::claim)).hasValue("https://w3id.org/pairgraph/id/new");
        assertThat(edge.others()).containsExactly("https://w3id.org/pairgraph/id/old");
    }

    @Test
    void countiesAreOnePairEachBelowTheirCities() {
        var edge = city("""
                <p1> a pg:Pairing ; pg:pairingKind pgc:county ; pg:supporter <area/s1> , <area/s2> ; pg:supported <area/t1> .
                <p2> a pg:Pairing ; pg:pairingKind pgc:county ; pg:supporter <area/s2> ; pg:supported <area/t2> .
                <p3> a pg:Pairing ; pg:pairingKind pgc:county ; pg:supporter <area/s2> ; pg:supported <area/t2> .
                """);

        assertThat(edge.stated()).isEmpty();
        assertThat(edge.below()).isEqualTo(3);
        assertThat(edge.remainder()).isZero();
    }

    @Test
    void aGroupWithoutAPlaceStandsInTheAreaOfItsProgrammeAndIsMarked() {
        var edge = city("""
                <g> a pg:PartyGroup ; pg:memberKind pgc:enterprise ; pg:memberCount 67 .
                <p> a pg:Pairing ; pg:pairingKind pgc:village ; pg:programme <programme/p> ; pg:supporter <g> ; pg:supported <area/t> .
                """);

        assertThat(edge.source()).endsWith("area/s");
        assertThat(edge.atLeast()).isEqualTo(67);
        assertThat(edge.placedByProgramme()).isTrue();
    }

    @Test
    void aGroupAndItsNamedMemberCountOnce() {
        var edge = city("""
                <a> a pg:Hospital ; pg:within <area/s1> . <b> a pg:Hospital ; pg:within <area/t1> .
                <g> a pg:PartyGroup ; pg:memberKind pgc:hospital ; pg:memberCount 4 ; pg:within <area/s> ; pg:namedMember <a> .
                <p> a pg:Pairing ; pg:pairingKind pgc:hospital ; pg:supporter <g> , <a> ; pg:supported <b> .
                <q> a pg:Pairing ; pg:pairingKind pgc:hospital ; pg:supporter <a> ; pg:supported <b> .
                """);

        assertThat(edge.atLeast()).isEqualTo(4);
        assertThat(edge.named()).isEqualTo(1);
    }

    private static Edge city(String turtle) {
        var graph = graph(turtle);
        var rollUp = PairingNetwork.of(graph, 1).rollUp(AreaLevel.CITY, NetworkFilter.ALL);
        assertThat(rollUp.edges()).hasSize(1);
        return rollUp.edges().getFirst();
    }

    private static Graph graph(String turtle) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
