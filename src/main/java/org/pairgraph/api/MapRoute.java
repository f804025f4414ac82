package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** The operator's map, as the operator gave it. */
final class MapRoute {
    private static final String TYPE = "application/geo+json";
    private static final int TAG_BYTES = 8;

    private final OperatorMap map;
    private final String tag;

    MapRoute(OperatorMap map) {
        this.map = map;
        this.tag = map.geoJson().map(MapRoute::tag).orElse("");
    }

    void map(Context ctx) {
        Parameters.of(ctx, Set.of());
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        if (map.geoJson().isEmpty()) {
            ctx.status(HttpStatus.NO_CONTENT);
            return;
        }
        ctx.header(Header.ETAG, tag);
        if (Answers.has(ctx, tag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        ctx.contentType(TYPE).result(map.geoJson().get());
    }

    private static String tag(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
