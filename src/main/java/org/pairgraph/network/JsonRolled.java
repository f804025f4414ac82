package org.pairgraph.network;

/** The edges of one roll-up as JSON. */
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

    private final RollUp rollUp;
    private final JsonWords words;

    JsonRolled(RollUp rollUp, JsonWords words) {
        this.rollUp = rollUp;
        this.words = words;
    }

    void edge(int edge, Utf8 out) {
        out.raw(SOURCE);
        words.id(rollUp.source(edge), out);
        out.raw(TARGET);
        words.id(rollUp.target(edge), out);
        out.raw(KIND);
        words.kind(rollUp.kind(edge), out);
        if (rollUp.isStated(edge)) {
            stated(edge, out);
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

    private void stated(int edge, Utf8 out) {
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
