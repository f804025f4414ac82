package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.pairgraph.network.Walk.WalkNode;
import org.pairgraph.network.WalkQuery.Direction;
import org.pairgraph.store.Delta;
import org.pairgraph.vocab.PG;

class FollowingTest {

    @Property(tries = 300)
    void followingChangesEqualsBuildingAnew(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 25) int claims,
            @ForAll @IntRange(min = 1, max = 12) int change)
            throws IOException {
        var random = new Random(seed);
        var before = new RandomNetwork(seed, claims);
        var other = new RandomNetwork(seed + 1, claims + 3);
        var network = PairingNetwork.of(before.graph, 1);

        var met = terms(before.graph.find().toSet());
        for (int revision = 2; revision < 6; revision++) {
            var delta = change(before.graph, other.graph, change, random, met);
            var earlier = network;
            network = network.following(delta, before.graph, revision);

            assertSame(network, PairingNetwork.of(before.graph, revision), before);
            assertOnlyTheRegradedHaveOtherDegrees(earlier, network, delta, before, other);
        }
    }

    @Property(tries = 100)
    void aDegreeAndThePlacesAroundAreThoseThatAWalkTells(@ForAll long seed) {
        var random = new RandomNetwork(seed, 20);
        var network = PairingNetwork.of(random.graph, 1);

        for (var node : random.parties) {
            if (network.has(node.getURI())) {
                assertThat(network.degree(node.getURI()))
                        .isEqualTo(alone(network, node.getURI()).degree());
                var above = above(network, node.getURI());
                for (var place : random.parties) {
                    assertThat(network.isWithin(node.getURI(), place.getURI()))
                            .isEqualTo(above.contains(place.getURI()));
                }
            }
        }
        assertThat(network.degree("https://example.org/nobody")).isEmpty();
        assertThat(network.isWithin("https://example.org/nobody", "https://example.org/nowhere"))
                .isFalse();
    }

    private static Set<String> above(PairingNetwork network, String iri) {
        var above = new HashSet<String>();
        var place = alone(network, iri).node().within();
        while (place.isPresent()) {
            above.add(place.get());
            place = alone(network, place.get()).node().within();
        }
        return above;
    }

    private static WalkNode alone(PairingNetwork network, String iri) {
        var itself = new WalkQuery(List.of(iri), 1, Direction.BOTH, false, NetworkFilter.ALL, 1, Optional.empty());
        return network.walk(itself).nodes().getFirst();
    }

    @Test
    void whoReadsARevisionSeesNothingOfTheNextThatIsMadeFromIt() {
        var graph = GraphFactory.createDefaultGraph();
        SyntheticNetwork.hub(1).find().forEach(graph::add);
        var latest = new AtomicReference<>(PairingNetwork.of(graph, 1));
        var done = new AtomicBoolean();
        var reader = CompletableFuture.supplyAsync(() -> {
            long asked = 0;
            while (!done.get()) {
                var network = latest.get();
                var counts = network.counts(SyntheticNetwork.HUB, NetworkFilter.ALL);
                assertThat(counts.neighbours().get("school").supports()).isEqualTo(network.revision());
                asked++;
            }
            return asked;
        });

        for (int revision = 2; revision <= 60; revision++) {
            var added = new HashSet<>(SyntheticNetwork.hub(revision).find().toSet());
            added.removeIf(graph::contains);
            added.forEach(graph::add);
            latest.set(latest.get().following(Delta.of(added, Set.of()), graph, revision));
        }
        done.set(true);

        assertThat(reader.join()).isPositive();
    }

    @Test
    void anAreaThatOnlyItsProgrammeMadeKnownHasItsNameWhenAClaimNamesItLater() {
        var graph = SyntheticNetwork.hub(1);
        var claim = SyntheticNetwork.node("pairing/0");
        var programme = RandomNetwork.thing("programme/1");
        var area = RandomNetwork.thing("area/450000");
        graph.add(claim, PG.programme, programme);
        graph.add(area, RDFS.label.asNode(), NodeFactory.createLiteralLang("广西", "zh-Hans"));
        var network = PairingNetwork.of(graph, 1);

        var covered = Triple.create(programme, PG.supportedArea, area);
        graph.add(covered);
        network = network.following(Delta.of(Set.of(covered), Set.of()), graph, 2);
        assertThat(network.has(area.getURI())).isFalse();
        var named = Triple.create(claim, PG.supported, area);
        graph.add(named);
        network = network.following(Delta.of(Set.of(named), Set.of()), graph, 3);

        assertThat(alone(network, area.getURI()).node().zh()).contains("广西");
    }

    /** @param met what the graph has ever had, also what it no longer has */
    private static Delta change(Graph graph, Graph other, int size, Random random, Set<Node> met) {
        var removed = some(graph, size, random);
        removed.forEach(graph::delete);
        var added = some(other, size, random);
        added.removeIf(graph::contains);
        added.forEach(graph::add);
        var both = new HashSet<>(added);
        both.retainAll(removed);
        added.removeAll(both);
        removed.removeAll(both);
        var fresh = added.stream().map(Triple::getSubject).collect(Collectors.toCollection(HashSet::new));
        fresh.removeAll(met);
        met.addAll(terms(added));
        return Delta.of(added, removed, fresh);
    }

    private static Set<Node> terms(Set<Triple> triples) {
        return triples.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<Triple> some(Graph graph, int size, Random random) {
        var triples = graph.find().toList();
        var some = new HashSet<Triple>();
        for (int number = 0; number < size && !triples.isEmpty(); number++) {
            some.add(triples.get(random.nextInt(triples.size())));
        }
        return some;
    }

    private static void assertOnlyTheRegradedHaveOtherDegrees(
            PairingNetwork earlier, PairingNetwork now, Delta delta, RandomNetwork... networks) {
        var regraded = now.regradedSince(earlier, delta);
        for (var random : networks) {
            for (var node : random.parties) {
                if (!regraded.contains(node.getURI())) {
                    assertThat(now.degree(node.getURI())).isEqualTo(earlier.degree(node.getURI()));
                }
            }
        }
    }

    private static void assertSame(PairingNetwork network, PairingNetwork anew, RandomNetwork random)
            throws IOException {
        var followed = new Collected(network);
        network.write(NetworkFilter.ALL, true, followed);
        var whole = new Collected(anew);
        anew.write(NetworkFilter.ALL, true, whole);
        assertThat(followed.nodes).containsExactlyElementsOf(whole.nodes);
        assertThat(followed.edges).containsExactlyElementsOf(whole.edges);
        for (var level : AreaLevel.values()) {
            var followedUp = network.rollUp(level, NetworkFilter.ALL);
            var rolledUp = anew.rollUp(level, NetworkFilter.ALL);
            assertThat(followedUp.edges()).isEqualTo(rolledUp.edges());
            assertThat(followedUp.unplaced()).isEqualTo(rolledUp.unplaced());
        }
        assertThat(network.kinds()).isEqualTo(anew.kinds());
        assertThat(network.programmes()).isEqualTo(anew.programmes());
        var queries = new Queries(random, 1);
        for (var node : random.parties) {
            var party = node.getURI();
            assertThat(network.has(party)).isEqualTo(anew.has(party));
            if (anew.has(party)) {
                var query =
                        new WalkQuery(List.of(party), 3, Direction.BOTH, true, queries.filter(), 20, Optional.empty());
                var walk = network.walk(query);
                var expected = anew.walk(query);
                assertThat(walk.nodes()).isEqualTo(expected.nodes());
                assertThat(walk.edges()).isEqualTo(expected.edges());
                assertThat(walk.truncated()).isEqualTo(expected.truncated());
                assertThat(network.counts(party, NetworkFilter.ALL)).isEqualTo(anew.counts(party, NetworkFilter.ALL));
            }
        }
    }
}
