package org.pairgraph.server;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The application's page for a browser whose address Jetty cannot read, for example one with half a character, and the
 * next handler's answer for everybody else.
 */
final class UnreadableAddress implements Request.Handler {
    private final Optional<BuiltFiles.BuiltFile> page;
    private final Map<String, String> headers;
    private final Request.Handler next;

    UnreadableAddress(BuiltFiles files, Map<String, String> headers, Request.Handler next) {
        this.page = files.find(BuiltFiles.PAGE);
        this.headers = headers;
        this.next = next;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (page.isEmpty() || response.getStatus() != HttpStatus.BAD_REQUEST_400 || !isOfABrowser(request)) {
            return next.handle(request, response, callback);
        }
        headers.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.get().type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.VARY, "Accept");
        response.write(true, ByteBuffer.wrap(page.get().bytes()), callback);
        return true;
    }

    private static boolean isOfABrowser(Request request) {
        var accepted = request.getHeaders().get(HttpHeader.ACCEPT);
        var path = request.getHttpURI().getPath();
        return accepted != null && accepted.contains("text/html") && path != null && WebFiles.isForReaders(path);
    }
}
