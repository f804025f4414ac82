package org.pairgraph.ingest;

import org.pairgraph.ingest.Token.Kind;

/** Texts and numbers of Turtle with their language tags and datatypes. */
final class LiteralCutter {
    private final StatementCutter cutter;

    LiteralCutter(StatementCutter cutter) {
        this.cutter = cutter;
    }

    /** Takes a text or a number, with its language or datatype. */
    void literal() {
        var token = cutter.take();
        if (!token.is(Kind.STRING)) {
            return;
        }
        if (cutter.peek().is(Kind.AT_WORD)
                && cutter.peek().start() != token.end()
                && !cutter.peek().first()) {
            cutter.refuse(
                    cutter.peek(), "The language tag stands right behind the closing quotation mark, without a space");
        }
        if (cutter.peek().is(Kind.AT_WORD) && !cutter.peek().first()) {
            cutter.takeLanguage();
            if (cutter.peek().is(Kind.DATATYPE_MARK)) {
                cutter.refuse(cutter.peek(), "A text has either a language tag or a datatype, not both");
            }
        }
        if (cutter.takeIf(Kind.DATATYPE_MARK)) {
            if (cutter.peek().is(Kind.IRI) || cutter.peek().is(Kind.NAME)) {
                cutter.take();
            } else {
                cutter.refuseAfterLast("The datatype is missing behind ^^");
                dropWord();
            }
        }
    }

    private void dropWord() {
        if (cutter.peek().is(Kind.WORD)) {
            cutter.pass();
        }
    }
}
