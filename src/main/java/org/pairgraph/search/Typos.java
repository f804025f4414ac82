package org.pairgraph.search;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody may have meant who has one letter wrong: one left out, put in or replaced, or two exchanged. */
final class Typos {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 40;

    private Typos() {}

    /** Whether a mistake in such a text is looked for. */
    static boolean areLookedForIn(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST;
    }

    /** Every word that is one letter of the alphabet away. */
    static Stream<String> of(String word) {
        return IntStream.rangeClosed(0, word.length())
                .boxed()
                .flatMap(at -> at(word, at))
                .filter(typo -> !typo.equals(word))
                .distinct();
    }

    /** Whether a text is the beginning of another, but for one letter. */
    static boolean isNearlyBeginning(String text, String of) {
        int at = 0;
        while (at < text.length() && at < of.length() && text.charAt(at) == of.charAt(at)) {
            at++;
        }
        return begins(text, at + 1, of, at)
                || begins(text, at, of, at + 1)
                || begins(text, at + 1, of, at + 1)
                || isExchanged(text, of, at) && begins(text, at + 2, of, at + 2);
    }

    private static boolean begins(String text, int from, String of, int at) {
        return from <= text.length() && at <= of.length() && of.startsWith(text.substring(from), at);
    }

    private static boolean isExchanged(String text, String of, int at) {
        return at + 1 < text.length()
                && at + 1 < of.length()
                && text.charAt(at) == of.charAt(at + 1)
                && text.charAt(at + 1) == of.charAt(at);
    }

    private static Stream<String> at(String word, int at) {
        var before = word.substring(0, at);
        var put = letters().map(letter -> before + letter + word.substring(at));
        if (at == word.length()) {
            return put;
        }

        var after = word.substring(at + 1);
        var replaced = letters().map(letter -> before + letter + after);
        var exchanged = after.isEmpty() ? word : before + after.charAt(0) + word.charAt(at) + after.substring(1);
        return Stream.of(Stream.of(before + after, exchanged), put, replaced).flatMap(typos -> typos);
    }

    private static Stream<String> letters() {
        return IntStream.rangeClosed('a', 'z').mapToObj(Character::toString);
    }
}
