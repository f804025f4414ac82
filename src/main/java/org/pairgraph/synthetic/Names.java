package org.pairgraph.synthetic;

import java.util.List;
import java.util.Locale;

/**
 * Made-up place names of two syllables or more in characters and pinyin. Siblings never share a name; parties elsewhere
 * often do, as real ones do.
 */
final class Names {

    /** A name without what it is a name of. */
    record Name(String zh, String en) {}

    private record Syllable(String zh, String en) {}

    /** No two sound alike, tones aside. */
    private static final List<Syllable> SYLLABLES = List.of(
            new Syllable("安", "an"),
            new Syllable("平", "ping"),
            new Syllable("石", "shi"),
            new Syllable("龙", "long"),
            new Syllable("河", "he"),
            new Syllable("新", "xin"),
            new Syllable("华", "hua"),
            new Syllable("东", "dong"),
            new Syllable("南", "nan"),
            new Syllable("山", "shan"),
            new Syllable("田", "tian"),
            new Syllable("林", "lin"),
            new Syllable("青", "qing"),
            new Syllable("白", "bai"),
            new Syllable("云", "yun"),
            new Syllable("溪", "xi"),
            new Syllable("水", "shui"),
            new Syllable("沙", "sha"),
            new Syllable("桥", "qiao"),
            new Syllable("塘", "tang"),
            new Syllable("福", "fu"),
            new Syllable("永", "yong"),
            new Syllable("德", "de"),
            new Syllable("兴", "xing"),
            new Syllable("文", "wen"),
            new Syllable("明", "ming"),
            new Syllable("光", "guang"),
            new Syllable("金", "jin"),
            new Syllable("玉", "yu"),
            new Syllable("宝", "bao"),
            new Syllable("大", "da"),
            new Syllable("高", "gao"),
            new Syllable("黄", "huang"),
            new Syllable("红", "hong"),
            new Syllable("梅", "mei"),
            new Syllable("竹", "zhu"),
            new Syllable("松", "song"),
            new Syllable("柳", "liu"),
            new Syllable("马", "ma"),
            new Syllable("罗", "luo"),
            new Syllable("江", "jiang"));

    private Names() {}

    /**
     * The name of one of some siblings.
     *
     * @param rank its place among them, from 0
     * @param siblings how many there are, itself included
     * @param offset the same for all of them, different for others
     */
    static Name of(long rank, long siblings, long offset) {
        long names = (long) SYLLABLES.size() * SYLLABLES.size();
        while (names < siblings) {
            names *= SYLLABLES.size();
        }
        long number = new Range(0, names).ofRank(Math.floorMod(rank + offset, names));

        var zh = new StringBuilder();
        var en = new StringBuilder();
        for (long left = names; left > 1; left /= SYLLABLES.size()) {
            var syllable = SYLLABLES.get((int) (number % SYLLABLES.size()));
            zh.append(syllable.zh());
            en.append(en.isEmpty() ? capital(syllable.en()) : syllable.en());
            number /= SYLLABLES.size();
        }
        return new Name(zh.toString(), en.toString());
    }

    private static String capital(String syllable) {
        return syllable.substring(0, 1).toUpperCase(Locale.ROOT) + syllable.substring(1);
    }
}
