package org.pairgraph.search;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings names and queries to one form, so that what a reader takes for the same is the same: traditional characters
 * become simplified ones, wide ones narrow, capitals small; accents, apostrophes and punctuation go.
 */
final class Folding {
    private static final char FIRST_HAN = '\u3400';
    private static final char LAST_HAN = '\u9fff';
    private static final char[] SIMPLIFIED = simplified();
    private static final Pattern TONE_NUMBER = Pattern.compile("(?<=[a-z])[0-5](?![0-9])");
    private static final Pattern PINYIN = Pattern.compile("[a-z0-9]+");

    private Folding() {}

    static boolean hasHan(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().anyMatch(Character::isIdeographic);
    }

    /** The letters, digits and simplified characters of a text. */
    static int[] han(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(point -> Character.isLetterOrDigit(point) || Character.isIdeographic(point))
                .map(Folding::simplified)
                .toArray();
    }

    /** The words of a text, one space between them. An apostrophe joins. */
    static String words(String text) {
        var words = new StringBuilder();
        unaccented(text).codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point)) {
                words.appendCodePoint(point);
            } else if (!isApostrophe(point) && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }

    /**
     * A query as one run of toneless pinyin, or the empty string where it cannot be pinyin. Tone marks, tone numbers,
     * spaces and apostrophes go; ü and v are u.
     */
    static String pinyin(String text) {
        var joined = words(text).replace(" ", "");
        var toneless = TONE_NUMBER.matcher(joined).replaceAll("");
        return PINYIN.matcher(toneless).matches() ? toneless(toneless) : "";
    }

    /** A syllable or a run of them without tones, its ü written u. */
    static String toneless(String pinyin) {
        return unaccented(pinyin).replace("lv", "lu").replace("nv", "nu");
    }

    private static String unaccented(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var kept = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '’' || point == '‘' || point == 'ʼ' || point == '`';
    }

    private static int simplified(int point) {
        return point >= FIRST_HAN && point <= LAST_HAN ? SIMPLIFIED[point - FIRST_HAN] : point;
    }

    private static char[] simplified() {
        var table = new char[LAST_HAN - FIRST_HAN + 1];
        for (int i = 0; i < table.length; i++) {
            char traditional = (char) (FIRST_HAN + i);
            var simple = ZhConverterUtil.toSimple(traditional);
            boolean isKnown =
                    simple != null && !simple.isEmpty() && simple.getFirst().length() == 1;
            table[i] = isKnown ? simple.getFirst().charAt(0) : traditional;
        }
        return table;
    }
}
