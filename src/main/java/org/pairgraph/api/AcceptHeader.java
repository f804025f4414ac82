package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Collections;
import java.util.Optional;
import org.pairgraph.sparql.AcceptedRanges;

/** What a client accepts: all lines of its header together (RFC 9110 §5.3). */
final class AcceptHeader {
    private AcceptHeader() {}

    /** The header; none when it is not there, or nothing in it is well-formed: then anything will do. */
    static Optional<String> find(Context ctx) {
        var lines = Collections.list(ctx.req().getHeaders(Header.ACCEPT));
        return Optional.of(String.join(",", lines))
                .filter(all -> !AcceptedRanges.of(all).sayNothing());
    }
}
