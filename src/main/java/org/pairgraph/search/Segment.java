package org.pairgraph.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.pairgraph.search.Hit.Named;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;

/** A set of parties with all their names, in arrays; it never changes. Parties are numbered by name. */
final class Segment {
    static final int NO_NAME = -1;

    /** So many parties are asked one by one whether they have a word. */
    private static final int FEW = 100;

    private final Parties parties;
    private final int[] degrees;
    private final Names names;
    private final HanCharacters han;
    private final HanReadings pinyin;
    private final LatinNames latin;

    /** What there is of each party. Names of one party follow each other, from {@code firstName} on. */
    record Parties(
            Node[] nodes,
            PartyClass[] types,
            @Nullable Node[] parents,
            int[] firstName,
            int[] zh,
            int[] en,
            int[] table) {}

    /** What there is of each name. */
    record Names(int[] owner, int[] language, BitSet alternative, Texts texts, List<String> languages) {}

    private Segment(
            Parties parties, int[] degrees, Names names, HanCharacters han, HanReadings pinyin, LatinNames latin) {
        this.parties = parties;
        this.degrees = degrees;
        this.names = names;
        this.han = han;
        this.pinyin = pinyin;
        this.latin = latin;
    }

    /** What {@link SegmentBuilder} has put together. */
    static Segment of(
            Parties parties,
            Names names,
            HanText han,
            LatinNames latin,
            Readings readings,
            ToIntFunction<Node> degree) {
        return new Segment(
                parties,
                degrees(parties.nodes, degree),
                names,
                new HanCharacters(han),
                new HanReadings(han, readings),
                latin);
    }

    static Segment of(List<Draft> drafts, Readings readings, ToIntFunction<Node> degree) {
        return new SegmentBuilder(readings).addAll(drafts).build(degree);
    }

    /** The same parties, some of them with other degrees. */
    Segment withDegrees(Collection<String> changed, ToIntFunction<Node> degree) {
        var now = degrees.clone();
        for (var iri : changed) {
            var node = NodeFactory.createURI(iri);
            int party = number(node);
            if (party >= 0) {
                now[party] = degree.applyAsInt(node);
            }
        }
        return new Segment(parties, now, names, han, pinyin, latin);
    }

    int size() {
        return parties.nodes.length;
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

    /** What a party was made of. */
    Draft draft(int party) {
        var draft = new Draft(parties.nodes[party], parties.types[party], parties.parents[party]);
        for (int name = parties.firstName[party]; isOf(party, name); name++) {
            draft.add(new Draft.Name(
                    names.texts.text(name), names.languages.get(names.language[name]), names.alternative.get(name)));
        }
        return draft;
    }

    private boolean isOf(int party, int name) {
        return name < names.owner.length && names.owner[name] == party;
    }

    Named named(int party) {
        return new Named(parties.nodes[party], text(parties.zh[party]), text(parties.en[party]));
    }

    /** What parties are sorted by, before their IRI. */
    String title(int party) {
        return names.texts.text(parties.firstName[party]);
    }

    Place place(long order, int party) {
        return new Place(order, title(party), node(party).toString());
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
            pinyin.findFirst(asked.pinyin().charAt(0), found);
            return;
        }
        latin.find(asked.words(), found);
        if (!asked.pinyin().isEmpty()) {
            pinyin.find(asked.pinyin(), found);
            pinyin.findInitials(asked.pinyin(), found);
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
        return han.cost(asked.characters()) + latin.cost(asked.words()) + pinyin.cost(asked.pinyin());
    }

    private boolean hasWord(int party, Asked word) {
        for (int name = parties.firstName[party]; isOf(party, name); name++) {
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
        pinyin.findSimilar(asked.pinyin(), found);
    }

    private Optional<String> text(int name) {
        return name == NO_NAME ? Optional.empty() : Optional.of(names.texts.text(name));
    }

    private static int[] degrees(Node[] nodes, ToIntFunction<Node> degree) {
        return Arrays.stream(nodes).mapToInt(degree).toArray();
    }
}
