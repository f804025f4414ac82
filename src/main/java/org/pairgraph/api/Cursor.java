package org.pairgraph.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Where the next page of a list begins. Opaque to the client: it holds the revision, the position and a digest of the
 * filters, sealed so that no other is taken for one.
 */
record Cursor(int revision, String position, String filterDigest) {
    private static final int FILTER_BYTES = 16;
    private static final int SEAL_BYTES = 8;
    private static final int FIXED_BYTES = Integer.BYTES + FILTER_BYTES + SEAL_BYTES;

    /** The text that the client passes back. */
    String text(UUID store) {
        var place = position.getBytes(StandardCharsets.UTF_8);
        var buffer = ByteBuffer.allocate(FIXED_BYTES + place.length)
                .putInt(revision)
                .put(HexFormat.of().parseHex(filterDigest))
                .put(place);
        buffer.put(seal(buffer.array(), store));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    /**
     * Reads a cursor of the list that is asked for.
     *
     * @throws ProblemException if it is not one, belongs to other filters, or its revision is gone
     */
    static Cursor of(String text, UUID store, int revision, String filterDigest) {
        var bytes = decoded(text);
        int end = bytes.length - SEAL_BYTES;
        if (bytes.length < FIXED_BYTES
                || !MessageDigest.isEqual(Arrays.copyOfRange(bytes, end, bytes.length), seal(bytes, store))) {
            throw bad("is not one that this server gave: pass back the \"next\" of the page before");
        }
        int place = Integer.BYTES + FILTER_BYTES;
        var cursor = new Cursor(
                ByteBuffer.wrap(bytes).getInt(),
                new String(bytes, place, end - place, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes, Integer.BYTES, place));
        if (!cursor.filterDigest().equals(filterDigest)) {
            throw bad("belongs to other filters: pass the same ones with it, or begin without a cursor");
        }
        if (cursor.revision() != revision) {
            throw ProblemException.of(
                    ProblemType.STALE_CURSOR,
                    Parameters.CURSOR,
                    "The list was begun at revision %d and this is %d: go on with revision=%d beside the cursor, or begin again without one"
                            .formatted(cursor.revision(), revision, cursor.revision()));
        }
        return cursor;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] seal(byte[] cursor, UUID store) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(store.toString().getBytes(StandardCharsets.US_ASCII));
            digest.update(cursor, 0, cursor.length - SEAL_BYTES);
            return Arrays.copyOf(digest.digest(), SEAL_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemException bad(String why) {
        return ProblemException.of(ProblemType.BAD_CURSOR, Parameters.CURSOR, "The cursor " + why);
    }
}
