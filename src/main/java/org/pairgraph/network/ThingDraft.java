package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.BitSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.pairgraph.network.Tables.Group;

/** Parties and sites on their way into tables: columns that grow, under provisional numbers. */
final class ThingDraft {
    final Dictionary.Builder names;
    final Texts texts;
    final IntArrayList classes;
    final IntArrayList parents;
    final IntArrayList zh;
    final IntArrayList en;
    final Int2ObjectOpenHashMap<Group> groups;
    final LongArrayList members;
    private final Remembered known;

    ThingDraft() {
        names = new Dictionary.Builder(Dictionary.EMPTY);
        texts = new Texts();
        classes = new IntArrayList();
        parents = new IntArrayList();
        zh = new IntArrayList();
        en = new IntArrayList();
        groups = new Int2ObjectOpenHashMap<>();
        members = new LongArrayList();
        known = new Remembered(Remembered.FOR_ALL);
    }

    /** Those of an earlier revision, to be changed. */
    ThingDraft(Tables base) {
        names = new Dictionary.Builder(base.thingNames);
        texts = base.texts.copy();
        classes = Columns.widened(base.classes);
        parents = Columns.growing(base.parents);
        zh = Columns.growing(base.zh);
        en = Columns.growing(base.en);
        groups = base.groups.clone();
        members = new LongArrayList(base.members.pairs());
        known = new Remembered(Remembered.FOR_SOME);
    }

    /** The provisional number of a thing, which is new if it is that of {@code size()} before. */
    int number(Node node) {
        int before = known.find(node);
        if (before >= 0) {
            return before;
        }
        int thing = known.keep(node, names.add(Draft.termOf(node)));
        if (thing == classes.size()) {
            classes.add(ThingClass.NONE);
            parents.add(-1);
            zh.add(0);
            en.add(0);
        }
        return thing;
    }

    /** The provisional number of a thing, or -1. */
    int find(Node node) {
        int before = known.find(node);
        return before >= 0 ? before : known.keep(node, names.find(Draft.termOf(node)));
    }

    String term(int thing) {
        return names.term(thing);
    }

    int size() {
        return classes.size();
    }

    /** Forgets all that was said of some things themselves, but not what others say of them. */
    void forget(BitSet things) {
        things.stream().forEach(thing -> {
            classes.set(thing, ThingClass.NONE);
            parents.set(thing, -1);
            zh.set(thing, 0);
            en.set(thing, 0);
            groups.remove(thing);
        });
        members.removeIf((long pair) -> things.get(Lists.row(pair)));
    }

    void type(Node subject, byte type) {
        int thing = number(subject);
        int before = classes.getInt(thing);
        classes.set(thing, before == ThingClass.NONE ? type : Math.min(before, type));
    }

    void within(Node subject, Node place) {
        int thing = number(subject);
        int parent = number(place);
        int before = parents.getInt(thing);
        if (before < 0 || term(parent).compareTo(term(before)) < 0) {
            parents.set(thing, parent);
        }
    }

    void namedMember(Node group, Node member) {
        members.add(Lists.pair(number(group), number(member)));
    }

    void label(int thing, Node label) {
        if (!label.isLiteral()) {
            return;
        }
        var language = label.getLiteralLanguage();
        if (language.regionMatches(true, 0, "zh", 0, 2)) {
            label(zh, thing, label.getLiteralLexicalForm());
        } else if (language.regionMatches(true, 0, "en", 0, 2)) {
            label(en, thing, label.getLiteralLexicalForm());
        }
    }

    private void label(IntArrayList labels, int thing, String text) {
        int before = labels.getInt(thing);
        if (before == 0 || text.compareTo(texts.text(before)) < 0) {
            labels.set(thing, texts.add(text));
        }
    }

    void memberCount(int thing, Node count) {
        if (count.isLiteral() && count.getLiteralValue() instanceof Number number) {
            var group = groups.getOrDefault(thing, Group.UNKNOWN);
            int stated = Math.clamp(number.longValue(), 0, Integer.MAX_VALUE);
            int least = group.count() == 0 ? stated : Math.min(group.count(), stated);
            groups.put(thing, new Group(least, group.qualifier(), group.kinds()));
        }
    }

    void memberKind(int thing, Node kind) {
        var group = groups.getOrDefault(thing, Group.UNKNOWN);
        var kinds = Stream.concat(group.kinds().stream(), Stream.of(Codes.nameOf(kind)))
                .distinct()
                .sorted()
                .toList();
        groups.put(thing, new Group(group.count(), group.qualifier(), kinds));
    }

    void countQualifier(int thing, Node code) {
        var group = groups.getOrDefault(thing, Group.UNKNOWN);
        groups.put(
                thing, new Group(group.count(), Draft.smaller(group.qualifier(), Codes.nameOf(code)), group.kinds()));
    }
}
