package org.pairgraph.search;

import java.util.HashMap;
import java.util.Map;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;

/** Where each character stands in the names. A search looks at the places of its rarest character. */
final class HanCharacters {
    private final HanText text;
    private final Map<Integer, Integer> keys = new HashMap<>();
    private final Postings postings;

    HanCharacters(HanText text) {
        this.text = text;
        var places = new Postings.Builder();
        for (int position = 0; position < text.length(); position++) {
            if (!text.isEnd(position)) {
                places.add(keys.computeIfAbsent(text.at(position).character(), first -> keys.size()), position);
            }
        }
        this.postings = places.build(keys.size());
    }

    /** Names with these characters in a row. */
    void find(int[] characters, Found found) {
        int rarest = rarest(characters);
        if (rarest < 0) {
            return;
        }

        int key = keys.get(characters[rarest]);
        for (int i = postings.start(key); i < postings.start(key + 1); i++) {
            int position = postings.entry(i) - rarest;
            if (position >= 0 && standAt(position, characters)) {
                text.tell(position, text.isEnd(position + characters.length), Reading.NAME, found);
            }
        }
    }

    /** How many places {@link #find} looks at. */
    int cost(int[] characters) {
        int rarest = rarest(characters);
        return rarest < 0 ? 0 : postings.count(keys.get(characters[rarest]));
    }

    /** Names with these characters in this order, others between them. */
    void findScattered(int[] characters, Found found) {
        int rarest = rarest(characters);
        if (rarest < 0) {
            return;
        }

        int key = keys.get(characters[rarest]);
        for (int i = postings.start(key); i < postings.start(key + 1); i++) {
            int ordinal = text.ordinal(postings.entry(i));
            if (areScatteredFrom(text.start(ordinal), characters)) {
                found.at(text.name(ordinal), Extent.WORDS, Reading.NAME);
            }
        }
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
            if (postings.count(key) < fewest) {
                rarest = i;
                fewest = postings.count(key);
            }
        }
        return rarest;
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
