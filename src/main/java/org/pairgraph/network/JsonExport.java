package org.pairgraph.network;

import java.io.IOException;
import java.io.OutputStream;

/** Node and edge lists in JSON, with the fields that a walk has. */
final class JsonExport implements Export.Sink {
    private static final int DRAINED_AT = 32 * 1024;

    private final JsonWords words;
    private final OutputStream out;
    private final Utf8 text = new Utf8(2 * DRAINED_AT);
    private boolean isFirst;

    /** @param out is flushed at the end, not closed */
    JsonExport(JsonWords words, OutputStream out) {
        this.words = words;
        this.out = out;
    }

    @Override
    public void begin(int revision) {
        text.raw(Utf8.of("{\"revision\":")).number(revision).raw(Utf8.of(",\"nodes\":["));
        isFirst = true;
    }

    @Override
    public void node(int thing) throws IOException {
        beginItem();
        words.node(thing, text);
    }

    @Override
    public void beginEdges() {
        text.raw(Utf8.of("],\"edges\":["));
        isFirst = true;
    }

    @Override
    public void edge(int source, int target, int claim) throws IOException {
        beginItem();
        words.edge(source, target, claim, text);
    }

    @Override
    public void end() throws IOException {
        text.raw(Utf8.of("]}"));
        text.drainTo(out);
        out.flush();
    }

    private void beginItem() throws IOException {
        JsonWords.comma(!isFirst, text);
        isFirst = false;
        if (text.size() > DRAINED_AT) {
            text.drainTo(out);
        }
    }
}
