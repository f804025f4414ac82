package org.pairgraph.network;

import java.util.function.UnaryOperator;

/**
 * Things and edges as JSON: from the bytes that the tables hold to those of the answer, without making words of them. One
 * for each answer; not safe for use by many threads.
 */
final class JsonWords {
    private static final byte[] ID = Utf8.of("{\"id\":\"");
    private static final byte[] IRI = Utf8.of("\",\"iri\":\"");
    private static final byte[] CLASS = Utf8.of("\",\"class\":\"");
    private static final byte[] LABEL = Utf8.of("\",\"label\":{");
    private static final byte[] ZH = Utf8.of("\"zh\":\"");
    private static final byte[] EN = Utf8.of("\"en\":\"");
    private static final byte[] WITHIN = Utf8.of(",\"within\":\"");
    private static final byte[] CLAIM = Utf8.of("\",\"claim\":\"");
    private static final byte[] SOURCE = Utf8.of("\",\"source\":\"");
    private static final byte[] TARGET = Utf8.of("\",\"target\":\"");
    private static final byte[] KIND = Utf8.of("\",\"kind\":");
    private static final byte[] START = Utf8.of("start");
    private static final byte[] AS_OF = Utf8.of("asOf");
    private static final byte[] END = Utf8.of("end");
    private static final byte[] IS = Utf8.of("\":\"");
    private static final byte[] PRECISION_IS = Utf8.of("Precision\":\"");
    private static final byte[] COUNT = Utf8.of(",\"count\":");
    private static final byte[] SUPPORTERS = Utf8.of(",\"supporters\":");
    private static final byte[] SUPPORTED = Utf8.of(",\"supported\":");

    private final Structure structure;
    private final Tables tables;
    private final Links links;
    private final Description description;
    private final UnaryOperator<NetworkNode> naming;
    private final JsonNames names;

    /** @param naming gives a node without a label the one that it is to have */
    JsonWords(Structure structure, UnaryOperator<NetworkNode> naming) {
        this.structure = structure;
        this.naming = naming;
        tables = structure.tables;
        links = new Links(tables);
        description = new Description(structure);
        names = structure.names;
    }

    void node(int thing, Utf8 out) {
        beginNode(thing, out);
        out.raw('}');
    }

    /** A node whose object is still open. */
    void beginNode(int thing, Utf8 out) {
        out.raw(ID);
        tables.thingNames.writeId(thing, out);
        out.raw(IRI);
        tables.thingNames.write(thing, out);
        if (tables.classes[thing] != ThingClass.NONE) {
            out.raw(CLASS).raw(ThingClass.utf8(tables.classes[thing]));
        }
        label(thing, out);
        int parent = structure.places.parent(thing);
        if (parent >= 0) {
            out.raw(WITHIN);
            tables.thingNames.writeId(parent, out);
            out.raw('"');
        }
        if (tables.isGroup.get(thing)) {
            group(description.node(thing).group().orElseThrow(), out);
        }
    }

    private void label(int thing, Utf8 out) {
        out.raw(LABEL);
        int zh = tables.zh[thing];
        int en = tables.en[thing];
        if (zh != 0) {
            out.raw(ZH);
            tables.texts.write(zh, out);
            out.raw('"');
        }
        if (en != 0) {
            comma(zh != 0, out);
            out.raw(EN);
            tables.texts.write(en, out);
            out.raw('"');
        }
        if (zh == 0 && en == 0) {
            composedLabel(naming.apply(description.node(thing)), out);
        }
        out.raw('}');
    }

    private static void composedLabel(NetworkNode named, Utf8 out) {
        named.zh().ifPresent(zh -> out.raw(ZH).escaped(zh).raw('"'));
        named.en().ifPresent(en -> {
            comma(named.zh().isPresent(), out);
            out.raw(EN).escaped(en).raw('"');
        });
    }

    private static void group(GroupSize group, Utf8 out) {
        out.raw(Utf8.of(",\"group\":{\"count\":")).number(group.count());
        out.raw(Utf8.of(",\"qualifier\":\"")).escaped(group.qualifier());
        out.raw(Utf8.of("\",\"kinds\":["));
        for (int index = 0; index < group.kinds().size(); index++) {
            comma(index > 0, out);
            out.raw('"').escaped(group.kinds().get(index)).raw('"');
        }
        out.raw(Utf8.of("],\"named\":")).number(group.named()).raw('}');
    }

    /** Counts by kind, those that are 0 left out, as an object. */
    void byKind(int[] counts, Utf8 out) {
        boolean isFirst = true;
        out.raw('{');
        for (int kind = 0; kind < counts.length; kind++) {
            if (counts[kind] > 0) {
                comma(!isFirst, out);
                out.raw(names.kind(kind)).raw(':').number(counts[kind]);
                isFirst = false;
            }
        }
        out.raw('}');
    }

    /** @param claim or what stands in its place, as {@link Edges} has it */
    void edge(int source, int target, int claim, Utf8 out) {
        out.raw(ID);
        if (claim < 0) {
            var edge = description.edge(source, target, claim);
            out.escaped(edge.id());
            ends(source, target, out);
            out.raw('"').escaped(edge.kind()).raw('"').raw('}');
            return;
        }
        tables.claimNames.writeId(claim, out);
        int number = tables.edgeNumber(claim, source, target);
        if (number > 0) {
            out.raw('#').number(number);
        }
        out.raw(CLAIM);
        tables.claimNames.writeId(claim, out);
        ends(source, target, out);
        out.raw(names.kind(tables.kinds[claim]));
        claim(claim, out);
        out.raw('}');
    }

    private void ends(int source, int target, Utf8 out) {
        out.raw(SOURCE);
        tables.thingNames.writeId(source, out);
        out.raw(TARGET);
        tables.thingNames.writeId(target, out);
        out.raw(KIND);
    }

    private void claim(int claim, Utf8 out) {
        out.raw(names.programme(tables.programmes[claim]));
        day(START, tables.starts[claim], Precision.START, claim, out);
        day(AS_OF, tables.asOfs[claim], Precision.AS_OF, claim, out);
        day(END, tables.ends[claim], Precision.END, claim, out);
        out.raw(names.status(tables.statuses[claim])).raw(names.basis(tables.bases[claim]));
        if (links.isCounted(claim)) {
            out.raw(COUNT).number(links.of(claim));
        }
        int supporters = tables.supporters.count(claim);
        int supported = tables.supported.count(claim);
        if (supporters > 1 || supported > 1) {
            out.raw(SUPPORTERS).number(supporters).raw(SUPPORTED).number(supported);
        }
        if (structure.disagreements.isJoined(claim)) {
            others(claim, out);
        }
    }

    private void day(byte[] name, int day, Precision precision, int claim, Utf8 out) {
        var date = Day.date(day);
        if (date == null) {
            return;
        }
        out.raw(',').raw('"').raw(name).raw(IS).day(date).raw('"');
        byte[] code = precision.utf8(tables.precisions[claim]);
        if (code.length > 0) {
            out.raw(',').raw('"').raw(name).raw(PRECISION_IS).raw(code).raw('"');
        }
    }

    private void others(int claim, Utf8 out) {
        out.raw(Utf8.of(",\"others\":["));
        boolean isFirst = true;
        for (int other : structure.disagreements.joinedWith(claim)) {
            if (other != claim) {
                comma(!isFirst, out);
                claimId(other, out);
                isFirst = false;
            }
        }
        out.raw(']');
    }

    /** The id of a claim as a string. */
    void claimId(int claim, Utf8 out) {
        out.raw('"');
        tables.claimNames.writeId(claim, out);
        out.raw('"');
    }

    /** The id of a thing as a string. */
    void id(int thing, Utf8 out) {
        out.raw('"');
        tables.thingNames.writeId(thing, out);
        out.raw('"');
    }

    /** The code of a kind as a string. */
    void kind(int kind, Utf8 out) {
        out.raw(names.kind(kind));
    }

    static void comma(boolean isNeeded, Utf8 out) {
        if (isNeeded) {
            out.raw(',');
        }
    }
}
