package org.pairgraph.server;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * HTTP/1.1 as Jetty speaks it, except that a broken escape in a path is refused after the headers are read and not
 * before: only then is it known whether a browser asks, and for which kind of answer.
 */
final class AddressReader extends HttpConnectionFactory {
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** No character of UTF-8 has this byte, so that Jetty refuses the path. */
    private static final String REFUSED_LATER = "%FF";

    AddressReader(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        var connection = new HttpConnection(getHttpConfiguration(), connector, endPoint) {
            @Override
            protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
                return super.newHttpStream(method, readable(uri), version);
            }
        };
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
    }

    /** The address with its broken escapes replaced; what follows the path is not decoded here and stays as it is. */
    private static String readable(String uri) {
        int end = uri.indexOf('?');
        var path = end < 0 ? uri : uri.substring(0, end);
        return BROKEN_ESCAPE.matcher(path).replaceAll(REFUSED_LATER) + uri.substring(path.length());
    }
}
