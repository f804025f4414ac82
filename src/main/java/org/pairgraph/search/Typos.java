package org.pairgraph.search;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody may have meant who has one letter wrong. */
final class Typos {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 40;

    private Typos() {}

    /**
     * Every text that is one letter of a word away: one left out, put in or replaced, or two neighbours exchanged. Words
     * of fewer than five letters stay as they are, and a text of more than 40 characters has none.
     */
    static Stream<String> of(String text) {
        return text.length() > LONGEST
                ? Stream.empty()
                : IntStream.range(0, text.length())
                        .filter(at -> isInLongWord(text, at))
                        .boxed()
                        .flatMap(at -> at(text, at))
                        .filter(typo -> !typo.equals(text))
                        .distinct();
    }

    private static Stream<String> at(String text, int at) {
        var before = text.substring(0, at);
        var after = text.substring(at + 1);
        var exchanged = after.isEmpty() || after.charAt(0) == ' '
                ? text
                : before + after.charAt(0) + text.charAt(at) + after.substring(1);
        return Stream.concat(
                Stream.of(before + after, exchanged),
                IntStream.rangeClosed('a', 'z')
                        .mapToObj(Character::toString)
                        .flatMap(letter -> Stream.of(
                                before + letter + after,
                                before + letter + text.charAt(at) + after,
                                before + text.charAt(at) + letter + after)));
    }

    private static boolean isInLongWord(String text, int at) {
        int start = text.lastIndexOf(' ', at) + 1;
        int end = text.indexOf(' ', at);
        return text.charAt(at) != ' ' && (end < 0 ? text.length() : end) - start >= SHORTEST;
    }
}
