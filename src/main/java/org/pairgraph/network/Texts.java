package org.pairgraph.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts one after the other in one array of bytes, each found by its place. Place 0 is "no text". */
final class Texts {
    private static final int MAX_BYTES = 0xFFFF;

    private byte[] pool;
    private int end;

    /** Whether every text stands in a JSON string as it is. */
    private boolean isPlain;

    Texts() {
        this(new byte[1024], 1, true);
    }

    private Texts(byte[] pool, int end, boolean isPlain) {
        this.pool = pool;
        this.end = end;
        this.isPlain = isPlain;
    }

    /** These texts at the same places, with room for more. */
    Texts copy() {
        return new Texts(Arrays.copyOf(pool, end + (end >> 6) + 1024), end, isPlain);
    }

    /** The place of a text that is added; what goes beyond 64 KiB of it is cut. */
    int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, MAX_BYTES);
        isPlain &= Utf8.isPlain(bytes, 0, length);
        if (end + 2 + length > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(end + 2 + length, pool.length + (pool.length >> 1)));
        }
        pool[end] = (byte) (length >> 8);
        pool[end + 1] = (byte) length;
        System.arraycopy(bytes, 0, pool, end + 2, length);
        int place = end;
        end += 2 + length;
        return place;
    }

    String text(int place) {
        return new String(pool, place + 2, length(place), StandardCharsets.UTF_8);
    }

    /** Something that lies where a text is read from, for {@link ReadAhead}. */
    int readAhead(int place) {
        return pool[place];
    }

    /** Writes a text for a JSON string. */
    void write(int place, Utf8 out) {
        if (isPlain) {
            out.raw(pool, place + 2, length(place));
        } else {
            out.escaped(pool, place + 2, length(place));
        }
    }

    private int length(int place) {
        return Byte.toUnsignedInt(pool[place]) << 8 | Byte.toUnsignedInt(pool[place + 1]);
    }

    void trim() {
        pool = Arrays.copyOf(pool, end);
    }

    long bytes() {
        return pool.length;
    }
}
