package org.pairgraph.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A text without its white space (Unicode's White_Space), each code point knowing its offset. */
final class Words {
    private static final int NEXT_LINE = 0x85;

    private final int[] symbols;
    private final int[] offsets;

    /** A run of the words, by offsets in the text with its white space. */
    record Run(int start, int end) {}

    private Words(int[] codePoints) {
        this.offsets = IntStream.range(0, codePoints.length)
                .filter(offset -> !isWhiteSpace(codePoints[offset]))
                .toArray();
        this.symbols = IntStream.of(offsets).map(offset -> codePoints[offset]).toArray();
    }

    static Words of(int[] codePoints) {
        return new Words(codePoints);
    }

    static Words of(String text) {
        return new Words(text.codePoints().toArray());
    }

    int length() {
        return symbols.length;
    }

    /** Every place where others stand whole, overlapping ones too, in order. */
    List<Run> find(Words others) {
        var runs = new ArrayList<Run>();
        for (int at = 0; at + others.length() <= length(); at++) {
            if (common(others, at) == others.length()) {
                runs.add(run(at, others.length()));
            }
        }
        return runs;
    }

    /** The first place where the longest beginning of others stands; empty where not even their first symbol does. */
    Run longestBeginning(Words others) {
        int best = 0;
        int longest = 0;
        for (int at = 0; at < length(); at++) {
            int common = common(others, at);
            if (common > longest) {
                best = at;
                longest = common;
            }
        }
        return longest == 0 ? new Run(0, 0) : run(best, longest);
    }

    private int common(Words others, int at) {
        int most = Math.min(others.length(), length() - at);
        int common = 0;
        while (common < most && symbols[at + common] == others.symbols[common]) {
            common++;
        }
        return common;
    }

    private Run run(int at, int length) {
        return new Run(offsets[at], offsets[at + length - 1] + 1);
    }

    private static boolean isWhiteSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || (codePoint >= '\t' && codePoint <= '\r') || codePoint == NEXT_LINE;
    }
}
