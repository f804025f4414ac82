package org.pairgraph.server;

import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Reads and drops what a client still sends when it has been answered, before the connection is used again or closed: a
 * connection closed on what was not read is reset, and the client loses the answer that says why its request was
 * refused (RFC 9112, section 9.6). No thread waits for the client meanwhile.
 */
final class LingeringHandler extends Handler.Wrapper {
    private final Duration longest;

    /** @param longest how long a client may go on sending after its answer */
    LingeringHandler(Duration longest) {
        this.longest = longest;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new LeftToUs(request), response, new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                drop(request, NanoTime.now(), getCallback());
            }
        });
    }

    private void drop(Request request, long answered, Callback callback) {
        while (NanoTime.since(answered) < longest.toNanos()) {
            var chunk = request.read();
            if (chunk == null) {
                request.demand(() -> drop(request, answered, callback));
                return;
            }
            chunk.release();
            if (chunk.isLast()) {
                break;
            }
        }
        callback.succeeded();
    }

    /** A request of which the handlers within leave unread what they do not want, instead of failing it. */
    private static final class LeftToUs extends Request.Wrapper {
        LeftToUs(Request request) {
            super(request);
        }

        @Override
        public boolean consumeAvailable() {
            return true;
        }
    }
}
