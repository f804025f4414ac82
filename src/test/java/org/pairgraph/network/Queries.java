package org.pairgraph.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.pairgraph.network.WalkQuery.Direction;

/** Questions by chance about a network by chance. */
final class Queries {
    private final RandomNetwork network;
    private final Random random;

    Queries(RandomNetwork network, long seed) {
        this.network = network;
        random = new Random(seed);
    }

    NetworkFilter filter() {
        return new NetworkFilter(
                one(RandomNetwork.CLASSES),
                one(RandomNetwork.KINDS),
                one(network.programmes.stream().map(Node::getURI).toList()),
                one(RandomNetwork.STATUSES),
                one(RandomNetwork.BASES),
                random.nextInt(2) == 0
                        ? Optional.empty()
                        : Optional.of(LocalDate.of(2014 + random.nextInt(9), 1 + random.nextInt(12), 1)));
    }

    WalkQuery walk() {
        return new WalkQuery(
                random.nextInt(3) == 0 ? List.of(party(), party()) : List.of(party()),
                1 + random.nextInt(6),
                Direction.values()[random.nextInt(3)],
                random.nextInt(3) == 0,
                filter(),
                random.nextBoolean() ? 500 : 1 + random.nextInt(12),
                Optional.empty());
    }

    String party() {
        return network.parties.get(random.nextInt(network.parties.size())).getURI();
    }

    private Set<String> one(List<String> names) {
        return random.nextInt(4) > 0 ? Set.of() : Set.of(names.get(random.nextInt(names.size())));
    }
}
