package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A whole answer on its way. */
final class Body {
    /** What is larger does not fit the buffer between us and the network. */
    private static final int LARGE = 32 * 1024;

    private Body() {}

    /**
     * Sends an answer. A large one that is not to be compressed goes out in one piece, after its length: in pieces it
     * would wait for the client's next turn several times.
     */
    static void send(byte[] body, Context ctx) {
        if (body.length <= LARGE || ctx.header(Header.ACCEPT_ENCODING) != null) {
            ctx.result(body);
            return;
        }
        try {
            ctx.res().setContentLength(body.length);
            ctx.res().getOutputStream().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
