package org.pairgraph.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Proxies that the operator trusts to say whom they ask for: a request from one of them counts as its client's, for
 * everything that is bounded for each address. What others say of themselves is not looked at.
 *
 * <p>Of a chain of addresses those at the end are trusted as long as they are proxies; the first that is none is the
 * client. Whatever stands before it, the client may have written himself.
 *
 * @param header the one that the proxies write, and only that: another one may be the client's own
 */
public record TrustedProxies(List<Block> blocks, Header header) {
    /** None: the client is who is connected. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of(), Header.X_FORWARDED_FOR);

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** RFC 7239 §4: one element of {@code Forwarded}, its address with or without a port. */
    private static final Pattern FOR =
            Pattern.compile("(?i)(?:^|;)\\s*for=\"?(?:\\[([^\\]]*)\\]|([^:;\"]*))(?::[^;\"]*)?\"?\\s*(?:;|$)");

    /** Where proxies write whom they ask for. */
    public enum Header {
        X_FORWARDED_FOR("X-Forwarded-For"),
        FORWARDED("Forwarded");

        private final String label;

        Header(String label) {
            this.label = label;
        }

        static Optional<Header> of(String name) {
            return Arrays.stream(values())
                    .filter(header -> header.label.equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /** Addresses that begin with the same bits. */
    public record Block(InetAddress address, int bits) {

        /** Reads {@code 10.0.0.7}, {@code 10.0.0.0/8}, {@code fd00::/8}; none when it is no such thing. */
        static Optional<Block> of(String text) {
            var parts = text.split("/", 2);
            return written(parts[0]).flatMap(address -> {
                int most = address.getAddress().length * 8;
                if (parts.length == 1) {
                    return Optional.of(new Block(address, most));
                }
                return Optional.of(parts[1])
                        .filter(bits -> bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= most)
                        .map(bits -> new Block(address, Integer.parseInt(bits)));
            });
        }

        boolean contains(InetAddress other) {
            var mine = address.getAddress();
            var theirs = other.getAddress();
            if (mine.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    public TrustedProxies {
        blocks = List.copyOf(blocks);
    }

    /** Has the server take the client's address for that of the connection. */
    void configure(HttpConfiguration http) {
        if (!blocks.isEmpty()) {
            http.addCustomizer((request, responseHeaders) -> clientOf(request)
                    .<Request>map(client -> new OfClient(request, client))
                    .orElse(request));
        }
    }

    /** The client for whom a trusted proxy asks; none when the connection is the client's own. */
    private Optional<InetAddress> clientOf(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                ? clientOf(peer.getAddress(), request.getHeaders())
                : Optional.empty();
    }

    Optional<InetAddress> clientOf(InetAddress peer, HttpFields headers) {
        if (!isTrusted(peer)) {
            return Optional.empty();
        }
        Optional<InetAddress> client = Optional.empty();
        for (var said : chain(headers).reversed()) {
            var address = written(said);
            if (address.isEmpty()) {
                return client;
            }
            client = address;
            if (!isTrusted(address.get())) {
                return client;
            }
        }
        return client;
    }

    private List<String> chain(HttpFields headers) {
        var chain = new ArrayList<String>();
        headers.getFields(header.label).stream()
                .map(HttpField::getValue)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .forEach(element -> chain.add(header == Header.FORWARDED ? forwardedFor(element) : element));
        return chain;
    }

    private static String forwardedFor(String element) {
        var found = FOR.matcher(element);
        if (!found.find()) {
            return "";
        }
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    private boolean isTrusted(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    /** An address that is written out: no name is looked up. */
    private static Optional<InetAddress> written(String text) {
        return Optional.of(text).filter(LITERAL.asMatchPredicate()).flatMap(TrustedProxies::parsed);
    }

    private static Optional<InetAddress> parsed(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** A request as if its client had sent it. */
    private static final class OfClient extends Request.Wrapper {
        private final ConnectionMetaData connection;

        OfClient(Request request, InetAddress client) {
            super(request);
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return new InetSocketAddress(client, 0);
                }
            };
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
