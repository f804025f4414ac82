package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.IntList;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.pairgraph.network.NeighbourCounts.Sides;

/** Answers about the network as JSON in UTF-8, with the fields that the API describes. One for each answer. */
public final class NetworkJson {
    private static final int FIRST_BYTES = 1024;
    private static final int BYTES_OF_A_NODE = 320;
    private static final int BYTES_OF_AN_EDGE = 480;
    private static final int BYTES_OF_AN_ID = 64;
    private static final byte[] DEPTH = Utf8.of(",\"depth\":");
    private static final byte[] DEGREE = Utf8.of(",\"degree\":");

    private final Structure structure;
    private final JsonWords words;
    private final ReadAhead ahead;
    private final Utf8 out = new Utf8(FIRST_BYTES);

    /**
     * @param network that gave the answer
     * @param naming gives a node without a label the one that it is to have
     */
    public NetworkJson(PairingNetwork network, UnaryOperator<NetworkNode> naming) {
        structure = network.structure;
        words = new JsonWords(structure, naming);
        ahead = new ReadAhead(structure);
        out.raw(Utf8.of("{\"revision\":")).number(network.revision());
    }

    /** @param next the cursor of the page that follows */
    public byte[] of(Walk walk, Optional<String> next) {
        out.ensureRoom(walk.things.length * BYTES_OF_A_NODE + walk.edges.size() * BYTES_OF_AN_EDGE);
        var degrees = new Degrees(structure, walk.selection);
        array("nodes", walk.things.length, index -> {
            ahead.things(walk.things, index);
            words.beginNode(walk.things[index], out);
            out.raw(DEPTH).number(walk.depths[index]).raw(DEGREE);
            words.byKind(degrees.both(walk.things[index]), out);
            out.raw('}');
        });
        edges(walk.edges);
        field("truncated", walk.truncated());
        next.ifPresent(
                cursor -> out.raw(Utf8.of(",\"next\":\"")).escaped(cursor).raw('"'));
        return out.raw('}').toBytes();
    }

    /** For each distance the ids of those who are so far away. */
    public byte[] of(Reach reach) {
        out.ensureRoom(reach.things.length * BYTES_OF_AN_ID);
        name("levels");
        out.raw('[');
        for (int index = 0; index < reach.things.length; index++) {
            boolean isFirst = index == 0 || reach.depths[index] != reach.depths[index - 1];
            if (isFirst && index > 0) {
                out.raw(']');
            }
            JsonWords.comma(index > 0, out);
            if (isFirst) {
                out.raw('[');
            }
            ahead.ids(reach.things, index);
            words.id(reach.things[index], out);
        }
        out.raw(']').raw(']');
        field("truncated", reach.truncated());
        return out.raw('}').toBytes();
    }

    public byte[] of(NeighbourCounts counts) {
        name("party");
        words.node(structure.thing(counts.party().iri()), out);
        sides("neighbours", counts.neighbours());
        name("places");
        object(counts.places(), out::number);
        counts.below().ifPresent(below -> sides("below", below));
        return out.raw('}').toBytes();
    }

    public byte[] of(Paths paths) {
        paths.length().ifPresent(length -> {
            name("length");
            out.number(length);
        });
        array("paths", paths.ways.size(), index -> path(paths.ways.get(index)));
        array("nodes", paths.things.length, index -> words.node(paths.things[index], out));
        edges(paths.steps);
        field("truncated", paths.truncated());
        field("complete", paths.complete());
        return out.raw('}').toBytes();
    }

    private void path(IntList things) {
        out.raw('[');
        for (int index = 0; index < things.size(); index++) {
            JsonWords.comma(index > 0, out);
            words.id(things.getInt(index), out);
        }
        out.raw(']');
    }

    /**
     * A roll-up may be long: it is written part by part, to a stream that is not closed.
     *
     * @param points where the area of an IRI is
     */
    public void write(RollUp rollUp, Function<String, Optional<AreaPoint>> points, OutputStream stream)
            throws IOException {
        name("level");
        out.raw('"').escaped(rollUp.level().name().toLowerCase(Locale.ROOT)).raw('"');
        int[] areas = rollUp.areaNumbers();
        array("areas", areas.length, index -> {
            words.beginNode(areas[index], out);
            points.apply(structure.tables.thingNames.term(areas[index])).ifPresent(this::point);
            out.raw('}');
        });
        name("edges");
        out.raw('[');
        out.drainTo(stream);
        new JsonRolled(rollUp, structure).writeEdges(stream);
        out.raw(']');
        name("unplaced");
        out.number(rollUp.unplaced()).raw('}').drainTo(stream);
    }

    private void point(AreaPoint point) {
        out.raw(Utf8.of(",\"point\":{\"lat\":")).escaped(point.lat().toPlainString());
        out.raw(Utf8.of(",\"long\":")).escaped(point.longitude().toPlainString());
        point.source()
                .ifPresent(source ->
                        out.raw(Utf8.of(",\"source\":\"")).escaped(source).raw('"'));
        out.raw('}');
    }

    private void edges(Edges edges) {
        array("edges", edges.size(), index -> {
            ahead.edges(edges, index);
            words.edge(edges.source(index), edges.target(index), edges.claim(index), out);
        });
    }

    private void sides(String name, Map<String, Sides> sides) {
        name(name);
        object(
                sides,
                side -> out.raw(Utf8.of("{\"supports\":"))
                        .number(side.supports())
                        .raw(Utf8.of(",\"supported\":"))
                        .number(side.supported())
                        .raw('}'));
    }

    private <T> void object(Map<String, T> values, java.util.function.Consumer<T> writing) {
        boolean isFirst = true;
        out.raw('{');
        for (var entry : values.entrySet()) {
            JsonWords.comma(!isFirst, out);
            out.raw('"').escaped(entry.getKey()).raw('"').raw(':');
            writing.accept(entry.getValue());
            isFirst = false;
        }
        out.raw('}');
    }

    private void array(String name, int size, IntConsumer item) {
        name(name);
        out.raw('[');
        for (int index = 0; index < size; index++) {
            JsonWords.comma(index > 0, out);
            item.accept(index);
        }
        out.raw(']');
    }

    private void field(String name, boolean value) {
        name(name);
        out.raw(Utf8.of(Boolean.toString(value)));
    }

    private void name(String name) {
        out.raw(',').raw('"').escaped(name).raw('"').raw(':');
    }
}
