package org.pairgraph.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;

/** The names in other scripts, one text of folded words, with the places where each word stands in it. */
final class LatinNames {
    private static final byte END = 0;
    private static final int CORRECTIONS = 8;

    private record Range(int from, int to) {}

    private final byte[] text;
    private final Starts starts;
    private final String[] words;
    private final Postings byWord;

    private LatinNames(byte[] text, Starts starts, String[] words, Postings byWord) {
        this.text = text;
        this.starts = starts;
        this.words = words;
        this.byWord = byWord;
    }

    /** Names with these words in a row. The last word may be unfinished. */
    void find(String query, Found found) {
        var first = firstOf(query);
        var bytes = query.getBytes(StandardCharsets.UTF_8);
        for (int i = byWord.start(first.from); i < byWord.start(first.to); i++) {
            tellIfThere(bytes, byWord.entry(i), found);
        }
    }

    /** How many places {@link #find} looks at. */
    int cost(String query) {
        var first = firstOf(query);
        return byWord.start(first.to) - byWord.start(first.from);
    }

    /** Names with these words in a row, when the one word among them that is in no name has one letter wrong. */
    void findSimilar(String query, Found found) {
        var unknown =
                Arrays.stream(query.split(" ")).filter(word -> !isBegun(word)).toList();
        if (unknown.size() != 1 || !Typos.areLookedForIn(unknown.getFirst())) {
            return;
        }
        var word = unknown.getFirst();
        Typos.of(word)
                .filter(typo -> Arrays.binarySearch(words, typo) >= 0)
                .limit(CORRECTIONS)
                .forEach(typo -> find(
                        (" " + query + " ")
                                .replace(" " + word + " ", " " + typo + " ")
                                .strip(),
                        found));
    }

    private boolean isBegun(String word) {
        int at = Arrays.binarySearch(words, word);
        return at >= 0 || -at - 1 < words.length && words[-at - 1].startsWith(word);
    }

    /** Which words the first of a query may be: itself, or, when it is also the last, all that begin so. */
    private Range firstOf(String query) {
        int space = query.indexOf(' ');
        int found = Arrays.binarySearch(words, space < 0 ? query : query.substring(0, space));
        if (query.isEmpty() || found < 0 && space >= 0) {
            return new Range(0, 0);
        }
        int from = found < 0 ? -found - 1 : found;
        int to = space < 0 ? from : from + 1;
        while (space < 0 && to < words.length && words[to].startsWith(query)) {
            to++;
        }
        return new Range(from, to);
    }

    private void tellIfThere(byte[] query, int position, Found found) {
        int end = position + query.length;
        if (end >= text.length || !Arrays.equals(text, position, end, query, 0, query.length)) {
            return;
        }
        int ordinal = starts.ordinal(position);
        boolean isFromStart = starts.start(ordinal) == position;
        var extent = !isFromStart ? Extent.CONTAINS : text[end] == END ? Extent.EXACT : Extent.PREFIX;
        found.at(starts.name(ordinal), extent, Reading.NAME);
    }

    static final class Builder {
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private final Starts.Builder starts = new Starts.Builder();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Ints wordsMet = new Ints();
        private final Ints positions = new Ints();

        void add(int name, String words) {
            starts.add(text.size(), name);
            var separator = "";
            for (var word : words.split(" ")) {
                text.writeBytes(separator.getBytes(StandardCharsets.UTF_8));
                wordsMet.add(numbers.computeIfAbsent(word, first -> numbers.size()));
                positions.add(text.size());
                text.writeBytes(word.getBytes(StandardCharsets.UTF_8));
                separator = " ";
            }
            text.write(END);
        }

        LatinNames build() {
            var words = numbers.keySet().toArray(String[]::new);
            Arrays.sort(words);
            var sorted = new int[words.length];
            for (int i = 0; i < words.length; i++) {
                sorted[numbers.get(words[i])] = i;
            }

            var byWord = new Postings.Builder();
            for (int i = 0; i < positions.size(); i++) {
                byWord.add(sorted[wordsMet.at(i)], positions.at(i));
            }
            return new LatinNames(text.toByteArray(), starts.build(text.size()), words, byWord.build(words.length));
        }
    }
}
