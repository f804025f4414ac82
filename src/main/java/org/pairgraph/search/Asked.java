package org.pairgraph.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What somebody searches for, in the forms in which names are compared.
 *
 * @param characters with Chinese characters among them, or none
 * @param words in another script, or empty
 * @param pinyin the same read as pinyin, or empty
 */
record Asked(int[] characters, String words, String pinyin) {

    static Asked of(String text) {
        return Folding.hasHan(text)
                ? new Asked(Folding.han(text), "", "")
                : new Asked(new int[0], Folding.words(text), Folding.pinyin(text));
    }

    boolean isLetter() {
        return pinyin.length() == 1;
    }

    /** Whether a name has this in it as it is written. */
    boolean isIn(String name) {
        if (characters.length == 0) {
            return !words.isEmpty() && (" " + Folding.words(name)).contains(" " + words);
        }
        var folded = Folding.han(name);
        return IntStream.rangeClosed(0, folded.length - characters.length)
                .anyMatch(at -> Arrays.equals(folded, at, at + characters.length, characters, 0, characters.length));
    }

    /** The same without its reading as pinyin. */
    Asked asWritten() {
        return new Asked(characters, words, "");
    }

    /** Each word of a text for itself. */
    static List<Asked> wordsOf(String text) {
        return Arrays.stream(text.split("[\\s\\p{Zs},，、]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(Asked::of)
                .toList();
    }
}
