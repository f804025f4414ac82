package org.pairgraph.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Puts parties together into a segment, in the order in which they are to be numbered. */
final class SegmentBuilder {
    private static final int NO_NAME = Segment.NO_NAME;

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
    private final HanText.Builder han;
    private final LatinNames.Builder latin = new LatinNames.Builder();

    SegmentBuilder(Readings readings) {
        this.readings = readings;
        this.han = new HanText.Builder(this.readings);
    }

    SegmentBuilder addAll(List<Draft> drafts) {
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
        var parties = new Segment.Parties(
                all,
                types.toArray(PartyClass[]::new),
                parents(),
                firstName.toArray(),
                zh.toArray(),
                en.toArray(),
                table(all));
        var names = new Segment.Names(
                owner.toArray(), language.toArray(), alternative, texts.build(), List.copyOf(languageTags));
        return Segment.of(parties, names, han.build(), latin.build(), readings, degree);
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
