package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How much room large networks take; how long they take is for the benchmarks to say. */
class ScaleTest {
    private static final long MEGABYTE = 1_000_000;

    @Test
    void twoHundredThousandPairingsFitInFiftyMegabytes() {
        assertThat(bytes(200_000)).isBetween(10 * MEGABYTE, 50 * MEGABYTE);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true")
    void aMillionPairingsFitInHalfAGigabyte() {
        assertThat(bytes(1_000_000)).isBetween(50 * MEGABYTE, 512 * MEGABYTE);
    }

    private static long bytes(int pairings) {
        return PairingNetwork.of(new SyntheticNetwork(pairings).graph(), 1).bytes();
    }
}
