package org.pairgraph.search;

import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;

/**
 * Where each character stands in the names, by the one that follows it. A search looks at the places of its rarest two
 * neighbours.
 */
final class HanCharacters {
    private final HanText text;

    /** Two neighbours each, or the last character of a name and 0; in order, so that those of a character are a run. */
    private final long[] pairs;

    private final Postings postings;

    HanCharacters(HanText text) {
        this.text = text;
        var met = new LongOpenHashSet();
        for (int position = 0; position < text.length(); position++) {
            if (!text.isEnd(position)) {
                met.add(pairAt(position));
            }
        }
        pairs = met.toLongArray();
        LongArrays.quickSort(pairs);

        var places = new Postings.Builder();
        for (int position = 0; position < text.length(); position++) {
            if (!text.isEnd(position)) {
                places.add(firstFrom(pairAt(position)), position);
            }
        }
        this.postings = places.build(pairs.length);
    }

    private long pairAt(int position) {
        int next = text.isEnd(position + 1) ? 0 : text.at(position + 1).character();
        return pair(text.at(position).character(), next);
    }

    private static long pair(int character, int next) {
        return (long) character << Integer.SIZE | next;
    }

    /** The number of the first pair that is not smaller than this one. */
    private int firstFrom(long pair) {
        int found = LongArrays.binarySearch(pairs, pair);
        return found < 0 ? -found - 1 : found;
    }

    /** Places of one character, or of two neighbours, in a part of what is looked for. */
    private record Run(int offset, int start, int end) {
        int size() {
            return end - start;
        }
    }

    /** Names with these characters in a row. */
    void find(int[] characters, Found found) {
        var run = rarest(characters);
        for (int i = run.start(); i < run.end(); i++) {
            int position = postings.entry(i) - run.offset();
            if (position >= 0 && standAt(position, characters)) {
                text.tell(position, text.isEnd(position + characters.length), Reading.NAME, found);
            }
        }
    }

    /** How many places {@link #find} looks at. */
    int cost(int[] characters) {
        return rarest(characters).size();
    }

    /** Names with these characters in this order, others between them. */
    void findScattered(int[] characters, Found found) {
        var run = rarestCharacter(characters);
        for (int i = run.start(); i < run.end(); i++) {
            int ordinal = text.ordinal(postings.entry(i));
            if (areScatteredFrom(text.start(ordinal), characters)) {
                found.at(text.name(ordinal), Extent.WORDS, Reading.NAME);
            }
        }
    }

    private Run rarest(int[] characters) {
        if (characters.length < 2) {
            return rarestCharacter(characters);
        }
        var rarest = ofPair(0, characters);
        for (int offset = 1; offset + 1 < characters.length; offset++) {
            var run = ofPair(offset, characters);
            rarest = run.size() < rarest.size() ? run : rarest;
        }
        return rarest;
    }

    private Run rarestCharacter(int[] characters) {
        var rarest = new Run(0, 0, 0);
        for (int offset = 0; offset < characters.length; offset++) {
            var run = run(offset, pair(characters[offset], 0), pair(characters[offset] + 1, 0));
            rarest = offset == 0 || run.size() < rarest.size() ? run : rarest;
        }
        return rarest;
    }

    private Run ofPair(int offset, int[] characters) {
        long pair = pair(characters[offset], characters[offset + 1]);
        return run(offset, pair, pair + 1);
    }

    private Run run(int offset, long from, long to) {
        return new Run(offset, postings.start(firstFrom(from)), postings.start(firstFrom(to)));
    }

    private boolean standAt(int position, int[] characters) {
        for (int i = 0; i < characters.length; i++) {
            if (text.at(position + i).character() != characters[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean areScatteredFrom(int start, int[] characters) {
        int next = 0;
        for (int position = start; !text.isEnd(position) && next < characters.length; position++) {
            if (text.at(position).character() == characters[next]) {
                next++;
            }
        }
        return next == characters.length;
    }
}
