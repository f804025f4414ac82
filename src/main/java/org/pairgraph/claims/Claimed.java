package org.pairgraph.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/**
 * Claims of a party: a few are read whole at once; of a hub with ten thousand, first their kinds only. What has a kind is
 * a pairing, and is not asked for its class.
 */
record Claimed(Names names, Map<Node, Description> read) {

    static Claimed of(List<Node> claims, Names names) {
        return new Claimed(
                names,
                claims.size() > ClaimReader.SHOWN
                        ? Map.of()
                        : claims.stream().collect(Collectors.toMap(Function.identity(), names::describe)));
    }

    Optional<String> kind(Node claim) {
        var known = read.get(claim);
        return known != null
                ? known.code(PG.pairingKind)
                : names.objects(claim, PG.pairingKind).stream().findFirst().map(Description::codeOf);
    }

    Description description(Node claim) {
        var known = read.get(claim);
        return known != null ? known : names.describe(claim);
    }
}
