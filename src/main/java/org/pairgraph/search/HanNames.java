package org.pairgraph.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;

/**
 * The names in Chinese characters, one text, with the places where each character and each syllable stands in it. A
 * character with its usual reading in a name is one symbol of the text, so that 都 of 都匀 and of 首都 are two.
 *
 * <p>A search looks at the places of one character or one syllable and compares what follows there. Readings are
 * compared character by character: a name with many polyphones costs no more than another.
 */
final class HanNames {
    private static final int END = 0;
    private static final int LETTERS = 36;

    private final Readings readings;
    private final int[] text;
    private final Starts starts;
    private final Symbol[] symbols;
    private final Map<Integer, Integer> keys;
    private final Postings byCharacter;
    private final Postings bySyllable;
    private final Postings byInitials;

    /** A character as it is read in a name: its readings, the usual one first, and their first letters as bits. */
    private record Symbol(int character, int[] readings, long initials) {}

    private HanNames(Builder builder) {
        this.readings = builder.readings;
        this.text = builder.text.toArray();
        this.starts = builder.starts.build(text.length);
        this.symbols = builder.symbols.toArray(Symbol[]::new);
        this.keys = Map.copyOf(builder.keys);
        this.byCharacter = builder.byCharacter.build(keys.size());
        this.bySyllable = builder.bySyllable.build(readings.syllableCount());
        this.byInitials = builder.byInitials.build(LETTERS * LETTERS);
    }

    /** Names with these characters in a row. */
    void find(int[] characters, Found found) {
        int rarest = rarest(characters);
        if (rarest < 0) {
            return;
        }

        int key = keys.get(characters[rarest]);
        for (int i = byCharacter.start(key); i < byCharacter.start(key + 1); i++) {
            int position = byCharacter.entry(i) - rarest;
            if (position >= 0 && standsAt(characters, position)) {
                tell(position, text[position + characters.length] == END, Reading.NAME, found);
            }
        }
    }

    /** How many places {@link #find} looks at. */
    int cost(int[] characters) {
        int rarest = rarest(characters);
        return rarest < 0 ? 0 : byCharacter.count(keys.get(characters[rarest]));
    }

    /** Names with these characters in this order, others between them. */
    void findScattered(int[] characters, Found found) {
        int rarest = rarest(characters);
        if (rarest < 0) {
            return;
        }

        int key = keys.get(characters[rarest]);
        for (int i = byCharacter.start(key); i < byCharacter.start(key + 1); i++) {
            int ordinal = starts.ordinal(byCharacter.entry(i));
            if (isScattered(characters, starts.start(ordinal))) {
                found.at(starts.name(ordinal), Extent.WORDS, Reading.NAME);
            }
        }
    }

    /** Names that can be read so, from one of their characters on. The last syllable may be unfinished. */
    void findPinyin(String letters, Found found) {
        beginning(letters).forEach(syllable -> findFrom(syllable, letters, found));
    }

    /** How many places {@link #findPinyin} looks at. */
    int costOfPinyin(String letters) {
        return beginning(letters).map(bySyllable::count).sum();
    }

    /** The syllables that letters may begin with, unfinished ones too. */
    private IntStream beginning(String letters) {
        int longer = readings.firstFrom(letters);
        return IntStream.concat(
                IntStream.range(1, Math.min(letters.length(), 7))
                        .map(length -> readings.number(letters.substring(0, length)))
                        .filter(syllable -> syllable != Readings.NONE),
                IntStream.range(longer, readings.syllableCount())
                        .takeWhile(syllable -> readings.syllable(syllable).startsWith(letters)));
    }

    /** Names whose first characters can be read with these first letters, two at least. */
    void findInitials(String letters, Found found) {
        if (letters.length() < 2) {
            return;
        }
        int key = letter(letters.charAt(0)) * LETTERS + letter(letters.charAt(1));
        for (int i = byInitials.start(key); i < byInitials.start(key + 1); i++) {
            int ordinal = byInitials.entry(i);
            int start = starts.start(ordinal);
            if (hasInitials(letters, start)) {
                boolean isWhole = text[start + letters.length()] == END;
                found.at(starts.name(ordinal), isWhole ? Extent.EXACT : Extent.PREFIX, Reading.INITIALS);
            }
        }
    }

    /**
     * Names whose usual reading begins so, but for one letter. The first letter is right, or one too many, or exchanged
     * with the second.
     */
    void findSimilar(String letters, Found found) {
        if (!Typos.areLookedForIn(letters)) {
            return;
        }
        letters.chars().limit(2).distinct().forEach(letter -> {
            int from = letter((char) letter) * LETTERS;
            for (int i = byInitials.start(from); i < byInitials.start(from + LETTERS); i++) {
                int ordinal = byInitials.entry(i);
                if (Typos.isNearlyBeginning(letters, usual(starts.start(ordinal), letters.length() + 1))) {
                    found.at(starts.name(ordinal), Extent.SIMILAR, Reading.PINYIN);
                }
            }
        });
    }

    /** How a name is usually read, as many letters as are needed. */
    private String usual(int start, int needed) {
        var letters = new StringBuilder(needed + 6);
        for (int position = start; text[position] != END && letters.length() < needed; position++) {
            var ways = symbols[text[position]].readings;
            letters.append(ways.length == 0 ? "?" : readings.syllable(ways[0]));
        }
        return letters.toString();
    }

    /** Which of some characters is in the fewest names, or -1 when one of them is in none. */
    private int rarest(int[] characters) {
        int rarest = -1;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < characters.length; i++) {
            var key = keys.get(characters[i]);
            if (key == null) {
                return -1;
            }
            if (byCharacter.count(key) < fewest) {
                rarest = i;
                fewest = byCharacter.count(key);
            }
        }
        return rarest;
    }

    /** Names whose first character can be read so that it begins with this letter. */
    void findFirst(char letter, Found found) {
        int from = letter(letter) * LETTERS;
        for (int i = byInitials.start(from); i < byInitials.start(from + LETTERS); i++) {
            found.at(starts.name(byInitials.entry(i)), Extent.PREFIX, Reading.PINYIN);
        }
    }

    private boolean isScattered(int[] characters, int start) {
        int next = 0;
        for (int position = start; text[position] != END && next < characters.length; position++) {
            if (symbols[text[position]].character == characters[next]) {
                next++;
            }
        }
        return next == characters.length;
    }

    private boolean standsAt(int[] characters, int position) {
        for (int i = 0; i < characters.length; i++) {
            if (symbols[text[position + i]].character != characters[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean hasInitials(String letters, int start) {
        for (int i = 0; i < letters.length(); i++) {
            if ((symbols[text[start + i]].initials & 1L << letter(letters.charAt(i))) == 0) {
                return false;
            }
        }
        return true;
    }

    private void findFrom(int syllable, String letters, Found found) {
        int length = readings.syllable(syllable).length();
        long next = length < letters.length() ? 1L << letter(letters.charAt(length)) : 0;
        for (int i = bySyllable.start(syllable); i < bySyllable.start(syllable + 1); i++) {
            int position = bySyllable.entry(i);
            if (next != 0 && (symbols[text[position + 1]].initials & next) == 0) {
                continue;
            }
            int fit = fit(letters, 0, position);
            if (fit != 0) {
                tell(position, Fit.isToEnd(fit), Fit.isUsual(fit) ? Reading.PINYIN : Reading.OTHER_PINYIN, found);
            }
        }
    }

    /** How well the letters from one of them on read the name from a position on. */
    private int fit(String letters, int from, int position) {
        int left = letters.length() - from;
        if (left == 0) {
            return Fit.of(text[position] == END);
        }
        var ways = symbols[text[position]].readings;
        int best = Fit.NONE;
        for (int i = 0; i < ways.length; i++) {
            var syllable = readings.syllable(ways[i]);
            int fit = Fit.NONE;
            if (letters.startsWith(syllable, from)) {
                fit = fit(letters, from + syllable.length(), position + 1);
            } else if (syllable.regionMatches(0, letters, from, left)) {
                fit = Fit.of(false);
            }
            best = Math.max(best, i == 0 ? fit : Fit.unusual(fit));
        }
        return best;
    }

    private void tell(int position, boolean isToEnd, Reading reading, Found found) {
        int ordinal = starts.ordinal(position);
        boolean isFromStart = starts.start(ordinal) == position;
        var extent = !isFromStart ? Extent.CONTAINS : isToEnd ? Extent.EXACT : Extent.PREFIX;
        found.at(starts.name(ordinal), extent, reading);
    }

    private static int letter(char c) {
        return c <= '9' ? 26 + c - '0' : c - 'a';
    }

    /** How well letters read a name: a greater number is better. */
    private static final class Fit {
        static final int NONE = 0;

        static int of(boolean isToEnd) {
            return isToEnd ? 4 : 2;
        }

        static int unusual(int fit) {
            return fit == NONE ? NONE : (fit - 1) | 1;
        }

        static boolean isToEnd(int fit) {
            return fit > 2;
        }

        static boolean isUsual(int fit) {
            return fit % 2 == 0;
        }
    }

    static final class Builder {
        private final Readings readings;
        private final Ints text = new Ints();
        private final Starts.Builder starts = new Starts.Builder();
        private final List<Symbol> symbols = new ArrayList<>();
        private final Map<Long, Integer> numbers = new HashMap<>();
        private final Map<Integer, Integer> keys = new HashMap<>();
        private final Postings.Builder byCharacter = new Postings.Builder();
        private final Postings.Builder bySyllable = new Postings.Builder();
        private final Postings.Builder byInitials = new Postings.Builder();
        private int names;

        Builder(Readings readings) {
            this.readings = readings;
            symbols.add(new Symbol(-1, new int[0], 0));
        }

        void add(int name, int[] characters) {
            starts.add(text.size(), name);
            var meant = readings.meant(characters);
            long first = 0;
            for (int i = 0; i < characters.length; i++) {
                int number = symbol(characters[i], meant[i]);
                var symbol = symbols.get(number);
                file(symbol, text.size());
                if (i == 0) {
                    first = symbol.initials;
                } else if (i == 1) {
                    fileInitials(first, symbol.initials);
                }
                text.add(number);
            }
            if (characters.length == 1) {
                fileInitials(first, first);
            }
            text.add(END);
            names++;
        }

        HanNames build() {
            return new HanNames(this);
        }

        private void file(Symbol symbol, int position) {
            byCharacter.add(keys.computeIfAbsent(symbol.character, character -> keys.size()), position);
            for (int syllable : symbol.readings) {
                bySyllable.add(syllable, position);
            }
        }

        private void fileInitials(long first, long second) {
            for (int a = 0; a < LETTERS; a++) {
                for (int b = 0; (first & 1L << a) != 0 && b < LETTERS; b++) {
                    if ((second & 1L << b) != 0) {
                        byInitials.add(a * LETTERS + b, names);
                    }
                }
            }
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
