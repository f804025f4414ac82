package org.pairgraph.ingest;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The part of a text that is being looked at, under the positions of the whole. What was forgotten is gone. */
final class TextWindow {
    static final int END = -1;

    private final Reader reader;
    private char[] chars = new char[1 << 16];
    private int length;
    private long base;
    private long kept;
    private boolean ended;

    TextWindow(Reader reader) {
        this.reader = reader;
    }

    /** The character at a position, or {@link #END}. */
    int at(long position) {
        while (position - base >= length) {
            if (ended) {
                return END;
            }
            fill();
        }
        return chars[(int) (position - base)];
    }

    /** Whether the character at a position is the last of a line: a line feed, or a carriage return without one. */
    boolean endsLine(long position) {
        int c = at(position);
        return c == '\n' || c == '\r' && at(position + 1) != '\n';
    }

    String text(long from, long to) {
        return new String(chars, (int) (from - base), (int) (to - from));
    }

    int codePoints(long from, long to) {
        return Character.codePointCount(chars, (int) (from - base), (int) (to - from));
    }

    /** The excerpt around a position that is still here. */
    String excerpt(long position) {
        at(position + 200);
        position = Math.max(position, base);
        long from = Math.max(base, position - 200);
        long to = Math.min(base + length, position + 200);
        return Excerpt.of(text(from, to), (int) (position - from));
    }

    /** Allows everything before a position to be dropped, but for a little that excerpts need. */
    void forget(long before) {
        kept = Math.max(kept, before - 200);
    }

    private void fill() {
        if (length == chars.length) {
            int drop = (int) Math.max(0, kept - base);
            if (drop > length / 2) {
                System.arraycopy(chars, drop, chars, 0, length - drop);
                base += drop;
                length -= drop;
            } else {
                chars = Arrays.copyOf(chars, chars.length * 2);
            }
        }
        try {
            int read = reader.read(chars, length, chars.length - length);
            ended = read < 0;
            length += Math.max(0, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
