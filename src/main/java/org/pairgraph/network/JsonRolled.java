package org.pairgraph.network;

import java.io.IOException;
import java.io.OutputStream;

/** The edges of one roll-up as JSON, in parts: while one is written the next is made in another thread. */
final class JsonRolled {
    private static final byte[] SOURCE = Utf8.of("{\"source\":");
    private static final byte[] TARGET = Utf8.of(",\"target\":");
    private static final byte[] KIND = Utf8.of(",\"kind\":");
    private static final byte[] STATED = Utf8.of(",\"stated\":{\"claim\":");
    private static final byte[] LINKS = Utf8.of(",\"links\":");
    private static final byte[] DATE = Utf8.of(",\"date\":\"");
    private static final byte[] OTHERS = Utf8.of(",\"others\":[");
    private static final byte[] BELOW = Utf8.of("],\"below\":");
    private static final byte[] AT_LEAST = Utf8.of(",\"atLeast\":");
    private static final byte[] NAMED = Utf8.of(",\"named\":");
    private static final byte[] REMAINDER = Utf8.of(",\"remainder\":");
    private static final byte[] BY_PROGRAMME = Utf8.of(",\"placedByProgramme\":true}");
    private static final byte[] NOT_BY_PROGRAMME = Utf8.of(",\"placedByProgramme\":false}");

    private static final int EDGES_OF_A_PART = 2_048;
    private static final int BYTES_OF_AN_EDGE = 256;

    private final RollUp rollUp;
    private final Structure structure;

    JsonRolled(RollUp rollUp, Structure structure) {
        this.rollUp = rollUp;
        this.structure = structure;
    }

    /** Writes all edges, with commas between them. */
    void writeEdges(OutputStream stream) throws IOException {
        var here = new Part();
        var there = new Part();
        for (int from = 0; from < rollUp.size(); from += 2 * EDGES_OF_A_PART) {
            int middle = from + EDGES_OF_A_PART;
            var making = Meanwhile.begin(() -> there.make(middle));
            here.make(from).drainTo(stream);
            making.get().drainTo(stream);
        }
    }

    /** Some edges one after the other. */
    private final class Part {
        private final JsonWords words = new JsonWords(structure, node -> node);
        private final Utf8 out = new Utf8(EDGES_OF_A_PART * BYTES_OF_AN_EDGE);

        Utf8 make(int from) {
            int to = Math.min(from + EDGES_OF_A_PART, rollUp.size());
            for (int edge = from; edge < to; edge++) {
                JsonWords.comma(edge > 0, out);
                edge(edge, words, out);
            }
            return out;
        }
    }

    private void edge(int edge, JsonWords words, Utf8 out) {
        out.raw(SOURCE);
        words.id(rollUp.source(edge), out);
        out.raw(TARGET);
        words.id(rollUp.target(edge), out);
        out.raw(KIND);
        words.kind(rollUp.kind(edge), out);
        if (rollUp.isStated(edge)) {
            stated(edge, words, out);
        }
        out.raw(OTHERS);
        int[] others = rollUp.others(edge);
        for (int index = 0; index < others.length; index++) {
            JsonWords.comma(index > 0, out);
            words.claimId(others[index], out);
        }
        int atLeast = rollUp.atLeast(edge);
        int named = rollUp.named(edge);
        out.raw(BELOW).number(rollUp.below(edge)).raw(AT_LEAST).number(atLeast);
        out.raw(NAMED).number(named).raw(REMAINDER).number(atLeast - named);
        out.raw(rollUp.isPlacedByProgramme(edge) ? BY_PROGRAMME : NOT_BY_PROGRAMME);
    }

    private void stated(int edge, JsonWords words, Utf8 out) {
        out.raw(STATED);
        words.claimId(rollUp.statedClaim(edge), out);
        out.raw(LINKS).number(rollUp.statedLinks(edge));
        var date = Day.date(rollUp.statedDate(edge));
        if (date != null) {
            out.raw(DATE).day(date).raw('"');
        }
        out.raw('}');
    }
}
