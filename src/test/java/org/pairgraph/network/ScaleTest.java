package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pairgraph.network.WalkQuery.Direction;

class ScaleTest {
    private static final long MEGABYTE = 1_000_000;

    @Test
    void twoHundredThousandPairingsFitInFiftyMegabytes() {
        measure(200_000, 50 * MEGABYTE);
    }

    private static void measure(int pairings, long bytes) {
        var synthetic = new SyntheticNetwork(pairings);
        var graph = synthetic.graph();
        long cold = System.nanoTime();
        var first = PairingNetwork.of(graph, 1);
        System.out.println("first " + (System.nanoTime() - cold) / 1000000);
        long before = used();
        long start = System.nanoTime();
        var network = PairingNetwork.of(graph, 1);
        long built = System.nanoTime() - start;
        long heap = used() - before;
        System.out.printf(
                "%,d pairings: %d ms, %.1f MB of heap, %.1f MB counted%n",
                pairings, built / 1_000_000, heap / 1e6, network.bytes() / 1e6);
        assertThat(first.revision()).isEqualTo(1);
        questions(network, synthetic);
        assertThat(heap).isLessThan(bytes);
        assertThat(network.bytes()).isLessThan(bytes);
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
