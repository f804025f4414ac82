package org.pairgraph.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.pairgraph.search.Hit.Named;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;

/** A set of parties with all their names, in arrays; it never changes. Parties are numbered by name. */
final class Segment {
    private static final int NO_NAME = -1;

    /** So many parties are asked one by one whether they have a word. */
    private static final int FEW = 100;

    private final Parties parties;
    private final int[] degrees;
    private final Names names;
    private final HanNames han;
    private final LatinNames latin;

    /** What there is of each party. Names of one party follow each other, from {@code firstName} on. */
    private record Parties(
            Node[] nodes,
            PartyClass[] types,
            @Nullable Node[] parents,
            int[] firstName,
            int[] zh,
            int[] en,
            int[] table) {}

    /** What there is of each name. */
    private record Names(int[] owner, int[] language, BitSet alternative, Texts texts, List<String> languages) {}

    private Segment(Parties parties, int[] degrees, Names names, HanNames han, LatinNames latin) {
        this.parties = parties;
        this.degrees = degrees;
        this.names = names;
        this.han = han;
        this.latin = latin;
    }

    static Segment of(List<Draft> drafts, Readings readings, ToIntFunction<Node> degree) {
        return new Builder(readings).addAll(drafts).build(degree);
    }

    /** The same parties with other degrees. */
    Segment withDegrees(ToIntFunction<Node> degree) {
        return new Segment(parties, degrees(parties.nodes, degree), names, han, latin);
    }

    int size() {
        return parties.nodes.length;
    }

    List<Node> nodes() {
        return List.of(parties.nodes);
    }

    Node node(int party) {
        return parties.nodes[party];
    }

    PartyClass type(int party) {
        return parties.types[party];
    }

    int degree(int party) {
        return degrees[party];
    }

    int owner(int name) {
        return names.owner[name];
    }

    Optional<Node> parent(int party) {
        return Optional.ofNullable(parties.parents[party]);
    }

    /** The number of a party, or -1. */
    int number(Node node) {
        int mask = parties.table.length - 1;
        for (int slot = node.hashCode() & mask; parties.table[slot] != 0; slot = slot + 1 & mask) {
            int party = parties.table[slot] - 1;
            if (parties.nodes[party].equals(node)) {
                return party;
            }
        }
        return -1;
    }

    Named named(int party) {
        return new Named(parties.nodes[party], text(parties.zh[party]), text(parties.en[party]));
    }

    /** What parties are sorted by, before their IRI. */
    String title(int party) {
        return names.texts.text(parties.firstName[party]);
    }

    Match match(int name, Extent extent, Reading reading) {
        return new Match(
                names.texts.text(name),
                names.languages.get(names.language[name]),
                names.alternative.get(name),
                extent,
                reading);
    }

    /** Names of which the query is the whole, the beginning or a part; of a single letter, names that begin with it. */
    void find(Asked asked, Found found) {
        han.find(asked.characters(), found);
        if (asked.isLetter()) {
            latin.find(asked.words(), (name, extent, reading) -> {
                if (extent != Extent.CONTAINS) {
                    found.at(name, extent, reading);
                }
            });
            han.findFirst(asked.pinyin().charAt(0), found);
            return;
        }
        latin.find(asked.words(), found);
        if (!asked.pinyin().isEmpty()) {
            han.findPinyin(asked.pinyin(), found);
            han.findInitials(asked.pinyin(), found);
        }
    }

    /** Parties in whose names each of the words is found. The rarest word is looked for first. */
    void findEach(List<Asked> words, Found found) {
        var rarestFirst =
                words.stream().sorted(Comparator.comparingInt(this::cost)).toList();
        var all = new BitSet();
        all.set(0, size());
        for (var word : rarestFirst) {
            if (all.cardinality() > FEW || !word.pinyin().isEmpty()) {
                var some = new BitSet();
                find(word, (name, extent, reading) -> some.set(owner(name)));
                all.and(some);
            } else {
                all.stream().filter(party -> !hasWord(party, word)).forEach(all::clear);
            }
            if (all.isEmpty()) {
                return;
            }
        }
        all.stream().forEach(party -> found.at(parties.firstName[party], Extent.WORDS, Reading.NAME));
    }

    private int cost(Asked asked) {
        return han.cost(asked.characters()) + latin.cost(asked.words()) + han.costOfPinyin(asked.pinyin());
    }

    private boolean hasWord(int party, Asked word) {
        for (int name = parties.firstName[party]; name < names.owner.length && names.owner[name] == party; name++) {
            if (word.isIn(names.texts.text(name))) {
                return true;
            }
        }
        return false;
    }

    /** Names with the characters of the query in this order, others between them. */
    void findScattered(Asked asked, Found found) {
        han.findScattered(asked.characters(), found);
    }

    /** Names that the query would find if one of its letters were another. */
    void findSimilar(Asked asked, Found found) {
        latin.findSimilar(asked.words(), (name, extent, reading) -> found.at(name, Extent.SIMILAR, reading));
        han.findSimilar(asked.pinyin(), found);
    }

    private Optional<String> text(int name) {
        return name == NO_NAME ? Optional.empty() : Optional.of(names.texts.text(name));
    }

    private static int[] degrees(Node[] nodes, ToIntFunction<Node> degree) {
        return Arrays.stream(nodes).mapToInt(degree).toArray();
    }

    private static final class Builder {
        private final Readings readings;
        private final List<Node> nodes = new ArrayList<>();
        private final List<PartyClass> types = new ArrayList<>();
        private final List<Optional<Node>> parents = new ArrayList<>();
        private final Ints firstName = new Ints();
        private final Ints zh = new Ints();
        private final Ints en = new Ints();
        private final Ints owner = new Ints();
        private final Ints language = new Ints();
        private final BitSet alternative = new BitSet();
        private final Texts.Builder texts = new Texts.Builder();
        private final Map<String, Integer> languages = new HashMap<>();
        private final List<String> languageTags = new ArrayList<>();
        private final HanNames.Builder han;
        private final LatinNames.Builder latin = new LatinNames.Builder();

        Builder(Readings readings) {
            this.readings = readings;
            this.han = new HanNames.Builder(this.readings);
        }

        Builder addAll(List<Draft> drafts) {
            drafts.forEach(this::add);
            return this;
        }

        private void add(Draft draft) {
            firstName.add(owner.size());
            int chinese = NO_NAME;
            int english = NO_NAME;
            var met = new HashSet<String>();
            for (var name : draft.names()) {
                int number = add(name);
                index(number, name.text(), met);
                if (!name.isAlternative() && name.isChinese() && chinese == NO_NAME) {
                    chinese = number;
                }
                if (!name.isAlternative() && name.isEnglish() && english == NO_NAME) {
                    english = number;
                }
            }
            zh.add(chinese);
            en.add(english);
            nodes.add(draft.node());
            types.add(draft.type());
            parents.add(draft.parent());
        }

        private int add(Draft.Name name) {
            int number = owner.size();
            owner.add(nodes.size());
            texts.add(name.text());
            alternative.set(number, name.isAlternative());
            language.add(languages.computeIfAbsent(name.language(), tag -> {
                languageTags.add(tag);
                return languageTags.size() - 1;
            }));
            return number;
        }

        /** A name that only differs in script or punctuation from one before is not indexed again. */
        private void index(int number, String name, Set<String> met) {
            if (Folding.hasHan(name)) {
                var characters = Folding.han(name);
                if (met.add(new String(characters, 0, characters.length))) {
                    han.add(number, characters);
                }
            } else {
                var words = Folding.words(name);
                if (!words.isEmpty() && met.add(words)) {
                    latin.add(number, words);
                }
            }
        }

        Segment build(ToIntFunction<Node> degree) {
            var all = nodes.toArray(Node[]::new);
            var parties = new Parties(
                    all,
                    types.toArray(PartyClass[]::new),
                    parents(),
                    firstName.toArray(),
                    zh.toArray(),
                    en.toArray(),
                    table(all));
            var names = new Names(
                    owner.toArray(), language.toArray(), alternative, texts.build(), List.copyOf(languageTags));
            return new Segment(parties, degrees(all, degree), names, han.build(), latin.build());
        }

        /** One node for each place, however many lie in it. */
        private @Nullable Node[] parents() {
            var shared = new HashMap<Node, Node>();
            return parents.stream()
                    .map(parent -> parent.map(place -> shared.computeIfAbsent(place, first -> first))
                            .orElse(null))
                    .toArray(Node[]::new);
        }

        /** Open addressing: the number of a party plus one in the first free slot from its hash on. */
        private static int[] table(Node[] nodes) {
            var table = new int[Integer.highestOneBit(nodes.length + 1) * 4];
            for (int party = 0; party < nodes.length; party++) {
                int slot = nodes[party].hashCode() & table.length - 1;
                while (table[slot] != 0) {
                    slot = slot + 1 & table.length - 1;
                }
                table[slot] = party + 1;
            }
            return table;
        }
    }
}
