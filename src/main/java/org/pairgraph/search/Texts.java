package org.pairgraph.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Many short texts in one array, numbered as they came: a string of its own would cost each three times as much. */
final class Texts {
    private final byte[] bytes;
    private final int[] ends;

    private Texts(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    String text(int number) {
        int start = number == 0 ? 0 : ends[number - 1];
        return new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    static final class Builder {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Ints ends = new Ints();

        void add(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            ends.add(bytes.size());
        }

        Texts build() {
            return new Texts(bytes.toByteArray(), ends.toArray());
        }
    }
}
