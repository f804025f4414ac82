package org.pairgraph.server;

import java.nio.file.Path;
import java.util.Optional;
import org.pairgraph.sparql.QueryLimits;

/**
 * How to serve.
 *
 * @param home the folder of {@code ontology/}, {@code data/} and {@code queries/}
 * @param store the folder of the store
 * @param port 0 for any free one
 * @param documents the folder of the source documents, where the operator has them
 * @param map the operator's map, where there is one: GeoJSON with its approval
 * @param keepData leave the sources that came with an earlier version of the program as they are
 * @param graphWrites let stewards import and undo by the Graph Store Protocol too
 * @param limits of queries that anybody asks
 * @param proxies whose word on their clients counts
 */
public record Config(
        Path home,
        Path store,
        String host,
        int port,
        Optional<Path> documents,
        Optional<Path> map,
        boolean keepData,
        boolean graphWrites,
        QueryLimits limits,
        TrustedProxies proxies) {
    public Config {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is 0 to 65535, not " + port);
        }
    }

    /** With everything else as it is when the operator says nothing. */
    public Config(Path home, Path store, String host, int port, Optional<Path> documents, boolean keepData) {
        this(
                home,
                store,
                host,
                port,
                documents,
                Optional.empty(),
                keepData,
                false,
                QueryLimits.ofThisMachine(),
                TrustedProxies.NONE);
    }
}
