package org.pairgraph.search;

import java.util.stream.IntStream;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;

/**
 * Where each syllable stands in the names, and with which two letters each name begins. Readings are compared character
 * by character: a name with many polyphones costs no more than another.
 */
final class HanReadings {
    private static final int LETTERS = 36;
    private static final int LONGEST_SYLLABLE = 6;

    private final Readings readings;
    private final HanText text;
    private final Postings bySyllable;
    private final Postings byInitials;

    HanReadings(HanText text, Readings readings) {
        this.readings = readings;
        this.text = text;

        var syllables = new Postings.Builder();
        for (int position = 0; position < text.length(); position++) {
            for (int syllable : text.at(position).readings()) {
                syllables.add(syllable, position);
            }
        }
        this.bySyllable = syllables.build(readings.syllableCount());

        var initials = new Postings.Builder();
        for (int ordinal = 0; ordinal < text.nameCount(); ordinal++) {
            int start = text.start(ordinal);
            int second = text.isEnd(start + 1) ? start : start + 1;
            file(ordinal, text.at(start).initials(), text.at(second).initials(), initials);
        }
        this.byInitials = initials.build(LETTERS * LETTERS);
    }

    /** Names that can be read so, from one of their characters on. The last syllable may be unfinished. */
    void find(String letters, Found found) {
        beginning(letters).forEach(syllable -> findFrom(syllable, letters, found));
    }

    /** How many places {@link #find} looks at. */
    int cost(String letters) {
        return letters.isEmpty() ? 0 : beginning(letters).map(bySyllable::count).sum();
    }

    /** Names whose first character can be read so that it begins with this letter. */
    void findFirst(char letter, Found found) {
        beginningWith(letter).forEach(ordinal -> found.at(text.name(ordinal), Extent.PREFIX, Reading.PINYIN));
    }

    /** Names whose first characters can be read with these first letters, two at least. */
    void findInitials(String letters, Found found) {
        if (letters.length() < 2) {
            return;
        }
        int key = HanText.letter(letters.charAt(0)) * LETTERS + HanText.letter(letters.charAt(1));
        for (int i = byInitials.start(key); i < byInitials.start(key + 1); i++) {
            int start = text.start(byInitials.entry(i));
            if (haveInitials(letters, start)) {
                text.tell(start, text.isEnd(start + letters.length()), Reading.INITIALS, found);
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
        letters.chars().limit(2).distinct().flatMap(this::beginningWith).forEach(ordinal -> {
            if (Typos.isNearlyBeginning(letters, usual(text.start(ordinal), letters.length() + 1))) {
                found.at(text.name(ordinal), Extent.SIMILAR, Reading.PINYIN);
            }
        });
    }

    /** The syllables that letters may begin with, unfinished ones too. */
    private IntStream beginning(String letters) {
        int longer = readings.firstFrom(letters);
        return IntStream.concat(
                IntStream.rangeClosed(1, Math.min(letters.length() - 1, LONGEST_SYLLABLE))
                        .map(length -> readings.number(letters.substring(0, length)))
                        .filter(syllable -> syllable != Readings.NONE),
                IntStream.range(longer, readings.syllableCount())
                        .takeWhile(syllable -> readings.syllable(syllable).startsWith(letters)));
    }

    /** The names that can be read so that they begin with a letter, some more than once. */
    private IntStream beginningWith(int letter) {
        int from = HanText.letter(letter) * LETTERS;
        return IntStream.range(byInitials.start(from), byInitials.start(from + LETTERS))
                .map(byInitials::entry);
    }

    private void findFrom(int syllable, String letters, Found found) {
        int length = readings.syllable(syllable).length();
        long next = length < letters.length() ? 1L << HanText.letter(letters.charAt(length)) : 0;
        for (int i = bySyllable.start(syllable); i < bySyllable.start(syllable + 1); i++) {
            int position = bySyllable.entry(i);
            if (next != 0 && (text.at(position + 1).initials() & next) == 0) {
                continue;
            }
            int fit = fit(letters, 0, position);
            if (fit != Fit.NONE) {
                var reading = Fit.isUsual(fit) ? Reading.PINYIN : Reading.OTHER_PINYIN;
                text.tell(position, Fit.isToEnd(fit), reading, found);
            }
        }
    }

    /** How well the letters from one of them on read the name from a position on. */
    private int fit(String letters, int from, int position) {
        int left = letters.length() - from;
        if (left == 0) {
            return Fit.of(text.isEnd(position));
        }
        var ways = text.at(position).readings();
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

    private boolean haveInitials(String letters, int start) {
        for (int i = 0; i < letters.length(); i++) {
            if ((text.at(start + i).initials() & 1L << HanText.letter(letters.charAt(i))) == 0) {
                return false;
            }
        }
        return true;
    }

    /** How a name is usually read, as many letters as are needed. */
    private String usual(int start, int needed) {
        var letters = new StringBuilder(needed + LONGEST_SYLLABLE);
        for (int position = start; !text.isEnd(position) && letters.length() < needed; position++) {
            var ways = text.at(position).readings();
            letters.append(ways.length == 0 ? "?" : readings.syllable(ways[0]));
        }
        return letters.toString();
    }

    private static void file(int ordinal, long first, long second, Postings.Builder into) {
        for (int a = 0; a < LETTERS; a++) {
            for (int b = 0; (first & 1L << a) != 0 && b < LETTERS; b++) {
                if ((second & 1L << b) != 0) {
                    into.add(a * LETTERS + b, ordinal);
                }
            }
        }
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
}
