package org.pairgraph.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The text of a document, addressed by code points as the file has them: a byte order mark is one, a line feed is one,
 * nothing is normalised. Lines end with a line feed. Immutable.
 */
final class Text {
    private static final int STRIDE = 1024;

    /** What a search for a moved passage may cost, in code points digested: well under a second. */
    private static final int SEARCH_COST = 50_000_000;

    /** What one digest costs besides its code points, in code points. */
    private static final int DIGEST_COST = 64;

    private final String content;
    private final int length;
    /** The index in {@link #content} of each code point whose offset is a multiple of the stride. */
    private final int[] strides;
    /** The offset of the first code point of each line. */
    private final int[] lines;

    private Text(String content) {
        this.content = content;
        this.length = content.codePointCount(0, content.length());
        this.strides = strides(content, length);
        this.lines = lines(content);
    }

    /** @throws NotUtf8Exception if the bytes are not UTF-8 throughout */
    static Text decode(byte[] bytes) throws NotUtf8Exception {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            throw new NotUtf8Exception(in.position());
        }
        return new Text(out.flip().toString());
    }

    /** How many code points it has. */
    int length() {
        return length;
    }

    int[] codePoints() {
        return content.codePoints().toArray();
    }

    /** The code points from {@code start} up to {@code end}, exclusive; both must lie within the text. */
    String between(int start, int end) {
        return content.substring(index(start), index(end));
    }

    /** The line of the code point at an offset, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    Place place(int start, int end) {
        return new Place(start, end, line(start), line(end - 1), Sha256.of(between(start, end)));
    }

    /**
     * The place nearest to {@code near} where a run of this length has this digest. The search goes outwards and gives up
     * at a bound, which is beyond a hundred thousand code points for a passage of the longest length.
     */
    Optional<Place> nearest(String digest, int runLength, int near) {
        int last = length - runLength;
        int reach = SEARCH_COST / (runLength + DIGEST_COST) / 2;
        return IntStream.rangeClosed(0, Math.min(reach, Math.max(near, last)))
                .flatMap(
                        distance -> distance == 0 ? IntStream.of(near) : IntStream.of(near - distance, near + distance))
                .filter(start -> start >= 0 && start <= last)
                .filter(start -> Sha256.of(between(start, start + runLength)).equals(digest))
                .mapToObj(start -> place(start, start + runLength))
                .findFirst();
    }

    private int index(int offset) {
        return content.offsetByCodePoints(strides[offset / STRIDE], offset % STRIDE);
    }

    private static int[] strides(String content, int length) {
        var strides = new int[length / STRIDE + 1];
        for (int stride = 1; stride < strides.length; stride++) {
            strides[stride] = content.offsetByCodePoints(strides[stride - 1], STRIDE);
        }
        return strides;
    }

    private static int[] lines(String content) {
        var lines = IntStream.builder().add(0);
        int offset = 0;
        for (int index = 0; index < content.length(); offset++) {
            int codePoint = content.codePointAt(index);
            index += Character.charCount(codePoint);
            if (codePoint == '\n') {
                lines.add(offset + 1);
            }
        }
        return lines.build().toArray();
    }
}
