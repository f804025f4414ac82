package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.pairgraph.network.WalkQuery.Direction;
import org.pairgraph.store.Delta;

class ScaleTest {
    private static final long MEGABYTE = 1_000_000;

    @Test
    void twoHundredThousandPairingsFitInFiftyMegabytesAndFollowAnImportInFiftyMilliseconds() {
        var network = measure(200_000, 50 * MEGABYTE, Duration.ofSeconds(12));

        assertThat(follow(network, 200_000)).isLessThan(Duration.ofMillis(250));
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true")
    void aMillionPairingsFitInHalfAGigabyte() {
        var network = measure(1_000_000, 512 * MEGABYTE, Duration.ofSeconds(30));

        assertThat(follow(network, 1_000_000)).isLessThan(Duration.ofSeconds(1));
    }

    private static PairingNetwork measure(int pairings, long bytes, Duration longest) {
        var synthetic = new SyntheticNetwork(pairings);
        var graph = synthetic.graph();
        long before = used();
        long start = System.nanoTime();
        var network = PairingNetwork.of(graph, 1);
        var built = Duration.ofNanos(System.nanoTime() - start);
        long heap = used() - before;
        System.out.printf(
                "%,d pairings: built in %d ms, %.1f MB of heap, %.1f MB counted%n",
                pairings, built.toMillis(), heap / 1e6, network.bytes() / 1e6);
        questions(network, synthetic);
        assertThat(network.bytes()).isLessThan(bytes);
        assertThat(heap).isLessThan(3 * bytes / 2);
        assertThat(built).isLessThan(longest);
        return network;
    }

    /** The median time to follow the import of a thousand pairings, one after the other. */
    private static Duration follow(PairingNetwork first, int pairings) {
        var synthetic = new SyntheticNetwork(pairings);
        var network = first;
        var added = GraphFactory.createDefaultGraph();
        var times = new ArrayList<Duration>();
        for (int round = 0; round < 15; round++) {
            var delta = new HashSet<>(synthetic.statements(pairings + 1_000 * round, pairings + 1_000 * round + 1_000));
            delta.forEach(added::add);
            long start = System.nanoTime();
            network = network.following(new Delta(delta, Set.of()), added, round + 2);
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        System.out.println("following 1,000 pairings: "
                + times.stream().map(Duration::toMillis).toList() + " ms");
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static void questions(PairingNetwork network, SyntheticNetwork graph) {
        var random = new Random(1);
        var parties = IntStream.range(0, 2_000)
                .mapToObj(number -> graph.party(random.nextInt(graph.parties())).getURI())
                .toList();
        var filter = new NetworkFilter(
                Set.of(), Set.of(), Set.of("actual"), Set.of(), Optional.of(LocalDate.of(2020, 1, 1)));
        time(
                "walk 3",
                parties,
                party -> network.walk(WalkQuery.from(party, 3)).nodes().size());
        time(
                "walk 3 at 2020",
                parties,
                party -> network.walk(
                                new WalkQuery(List.of(party), 3, Direction.BOTH, false, filter, 500, Optional.empty()))
                        .nodes()
                        .size());
        time(
                "counts",
                parties,
                party -> network.counts(party, NetworkFilter.ALL).neighbours().size());
        time(
                "roll-up",
                parties.subList(0, 20),
                party -> network.rollUp(AreaLevel.CITY, NetworkFilter.ALL)
                        .edges()
                        .size());
        time(
                "counts of provinces",
                parties.subList(0, 20),
                party -> network.counts(graph.party(party.hashCode() & 7).getURI(), filter)
                        .below()
                        .orElseThrow()
                        .size());
        time(
                "paths",
                parties,
                party -> network.paths(PathQuery.between(party, parties.get(7)))
                        .paths()
                        .size());
    }

    private static void time(String name, List<String> parties, java.util.function.ToLongFunction<String> question) {
        long sum = 0;
        for (int round = 0; round < 2; round++) {
            sum += parties.stream().mapToLong(question).sum();
        }
        var nanos = new long[parties.size()];
        for (int index = 0; index < nanos.length; index++) {
            long start = System.nanoTime();
            sum += question.applyAsLong(parties.get(index));
            nanos[index] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: p50 %.1f us, p95 %.1f us, max %.1f us, mean result %.1f%n",
                name,
                nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length * 95 / 100] / 1e3,
                nanos[nanos.length - 1] / 1e3,
                sum / 3.0 / nanos.length);
    }

    private static long used() {
        for (int round = 0; round < 4; round++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
