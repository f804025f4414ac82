package org.pairgraph.synthetic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pairgraph.vocab.PG;

/**
 * The documents and their passages. A passage names a list of pairings, as an annex does. There are no such texts: each
 * document says so, and the digests are of nothing but the names.
 */
final class Papers {
    private static final int PAIRINGS_A_PASSAGE = 20;
    private static final int PASSAGES_A_DOCUMENT = 100;
    private static final int CHARACTERS_A_PASSAGE = 380;
    private static final int LINES_A_PASSAGE = 4;

    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final Node HAS_SELECTOR = NodeFactory.createURI(OA + "hasSelector");
    private static final Node SELECTOR = NodeFactory.createURI(OA + "TextPositionSelector");
    private static final Node START = NodeFactory.createURI(OA + "start");
    private static final Node END = NodeFactory.createURI(OA + "end");

    private final long seed;
    private final long passages;

    Papers(long seed, long pairings) {
        this.seed = seed;
        this.passages = Math.ceilDiv(pairings, PAIRINGS_A_PASSAGE);
    }

    /** Writes the evidence of a pairing: the passage that lists it, and now and then another one. */
    void cite(long pairing, Scribe scribe) {
        long listed = pairing / PAIRINGS_A_PASSAGE;
        scribe.say(PG.evidence, passage(listed, scribe));

        var dice = Dice.of(seed, "second passage", pairing);
        long other = dice.below(passages);
        if (dice.percent(10) && other != listed) {
            scribe.say(PG.evidence, passage(other, scribe));
        }
    }

    void write(Scribe scribe) {
        for (long passage = 0; passage < passages; passage++) {
            if (passage % PASSAGES_A_DOCUMENT == 0) {
                writeDocument(passage / PASSAGES_A_DOCUMENT, scribe);
            }
            writePassage(passage, scribe);
        }
    }

    private void writeDocument(long document, Scribe scribe) {
        var dice = Dice.of(seed, "document", document);
        var identifier = "synthetic-%d-%d.txt".formatted(seed, document);
        scribe.about(scribe.thing("document", document), PG.Document)
                .label("合成文件" + (document + 1), "Synthetic document " + (document + 1))
                .say(PG.documentKind, Scribe.code(dice.percent(70) ? "list" : "news"))
                .say(NodeFactory.createURI("http://purl.org/dc/terms/identifier"), identifier)
                .say(PG.textDigest, digest(identifier))
                .say(PG.asOf, LocalDate.of((int) dice.between(2000, 2025), 12, 1))
                .say(PG.asOfPrecision, Scribe.code("month"))
                .say(PG.note, "由程序生成：没有这份文件。", "Made by a program: there is no such document.");
    }

    private void writePassage(long passage, Scribe scribe) {
        long place = passage % PASSAGES_A_DOCUMENT;
        long line = 1 + place * LINES_A_PASSAGE;
        var thing = passage(passage, scribe);
        var selector = NodeFactory.createURI(thing.getURI() + "#selector");

        scribe.about(thing, PG.Evidence)
                .say(PG.document, scribe.thing("document", passage / PASSAGES_A_DOCUMENT))
                .say(HAS_SELECTOR, selector)
                .say(PG.startLine, line)
                .say(PG.endLine, line + LINES_A_PASSAGE - 1)
                .say(PG.passageDigest, digest("synthetic passage %d %d".formatted(seed, passage)));
        scribe.about(selector, SELECTOR)
                .say(START, place * CHARACTERS_A_PASSAGE)
                .say(END, (place + 1) * CHARACTERS_A_PASSAGE - 1);
    }

    private static Node passage(long passage, Scribe scribe) {
        return scribe.thing("evidence", passage);
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
