package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.pairgraph.store.ToolVersion;

/** Entity tags (RFC 9110 §8.8.3) of what is read from one store. */
final class Tags {
    private final UUID store;

    Tags(UUID store) {
        this.store = store;
    }

    /**
     * The tag of an answer. Weak: the bytes differ when they are compressed.
     *
     * @param made everything else that the answer depends on
     */
    String of(int revision, String... made) {
        var all = store + "\0" + ToolVersion.text() + "\0" + String.join("\0", made);
        return "W/\"" + revision + "-" + digest(all) + "\"";
    }

    /** Whether a client says that it has the answer of a tag. */
    static boolean has(HttpServletRequest request, String tag) {
        var known = request.getHeader("If-None-Match");
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || opaque(one).equals(opaque(tag)));
    }

    /** Weak and strong tags of the same name are as good here (RFC 9110 §13.1.2). */
    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    /** SHA-256 in UTF-8, hex. */
    static String digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
