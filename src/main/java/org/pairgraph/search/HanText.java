package org.pairgraph.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;

/**
 * The names in Chinese characters, one text. A character with its usual reading in a name is one symbol of the text, so
 * that 都 of 都匀 and of 首都 are two.
 */
final class HanText {
    /** Ends each name. Nothing is compared with it, so that no comparison runs over the end of a name. */
    private static final Symbol END = new Symbol(-1, new int[0], 0);

    /**
     * A character as it is read in a name.
     *
     * @param readings all that it can have, the usual one first
     * @param initials their first letters, as bits of {@link #letter}
     */
    record Symbol(int character, int[] readings, long initials) {}

    private final int[] text;
    private final Symbol[] symbols;
    private final Starts starts;
    private final int names;

    private HanText(int[] text, Symbol[] symbols, Starts starts, int names) {
        this.text = text;
        this.symbols = symbols;
        this.starts = starts;
        this.names = names;
    }

    int length() {
        return text.length;
    }

    Symbol at(int position) {
        return symbols[text[position]];
    }

    boolean isEnd(int position) {
        return text[position] == 0;
    }

    int nameCount() {
        return names;
    }

    /** Which name a position is in, counted from 0 within this text. */
    int ordinal(int position) {
        return starts.ordinal(position);
    }

    int start(int ordinal) {
        return starts.start(ordinal);
    }

    /** The number of a name in the segment. */
    int name(int ordinal) {
        return starts.name(ordinal);
    }

    /** Tells of a name that fits from a position on. */
    void tell(int position, boolean isToEnd, Reading reading, Found found) {
        int ordinal = starts.ordinal(position);
        boolean isFromStart = starts.start(ordinal) == position;
        var extent = !isFromStart ? Extent.CONTAINS : isToEnd ? Extent.EXACT : Extent.PREFIX;
        found.at(starts.name(ordinal), extent, reading);
    }

    /** A letter or digit of pinyin, from 0 to 35. */
    static int letter(int c) {
        return c <= '9' ? 26 + c - '0' : c - 'a';
    }

    static final class Builder {
        private final Readings readings;
        private final Ints text = new Ints();
        private final Starts.Builder starts = new Starts.Builder();
        private final List<Symbol> symbols = new ArrayList<>(List.of(END));
        private final Map<Long, Integer> numbers = new HashMap<>();
        private int names;

        Builder(Readings readings) {
            this.readings = readings;
        }

        /** @param characters at least one */
        void add(int name, int[] characters) {
            starts.add(text.size(), name);
            var meant = readings.meant(characters);
            for (int i = 0; i < characters.length; i++) {
                text.add(symbol(characters[i], meant[i]));
            }
            text.add(0);
            names++;
        }

        HanText build() {
            return new HanText(text.toArray(), symbols.toArray(Symbol[]::new), starts.build(text.size()), names);
        }

        private int symbol(int character, int meant) {
            return numbers.computeIfAbsent((long) character << 32 | meant + 1, key -> {
                var all = readings.of(character, meant);
                long initials = 0;
                for (int syllable : all) {
                    initials |= 1L << letter(readings.syllable(syllable).charAt(0));
                }
                symbols.add(new Symbol(character, all, initials));
                return symbols.size() - 1;
            });
        }
    }
}
