package org.pairgraph.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.sparql.Cut;

/** What a server answers, as it comes, in the formats that say at their end when they were cut. */
final class ServerAnswer implements Answer {
    private final Body body;
    private final long memory;

    /** @param memory bytes that what is kept of the answer may hold */
    ServerAnswer(Body body, long memory) {
        this.body = body;
        this.memory = memory;
    }

    /** The format that a query is asked for. */
    static String mediaType(Query query) {
        boolean isGraph = query.isConstructType() || query.isDescribeType();
        return isGraph ? "application/n-triples" : "application/sparql-results+json";
    }

    /** The server bounds the bytes itself. */
    @Override
    public RowSet rows(LongSupplier bytes) {
        return reader().read(body, ARQ.getContext());
    }

    @Override
    public RowSet keptRows() {
        body.keepWithin(memory);
        return rows(() -> 0);
    }

    @Override
    public boolean holds() {
        return reader().readAny(body, ARQ.getContext()).booleanResult();
    }

    @Override
    public Graph graph() {
        body.keepWithin(memory);
        var graph = GraphFactory.createGraphMem();
        RDFParser.source(body).lang(Lang.NTRIPLES).parse(graph);
        return graph;
    }

    @Override
    public Optional<Cut> cut() {
        return Cut.findAt(body.end());
    }

    private static RowSetReader reader() {
        return RowSetReader.createReader(ResultSetLang.RS_JSON);
    }

    /** Bytes from a server: the last of them are remembered, and why they broke off. */
    static final class Body extends FilterInputStream {
        private static final String TOO_LARGE =
                "The answer would hold more memory than this command may: take --format csv or json for rows, which pass, ask in parts, or give it a larger heap (PAIRGRAPH_JAVA_OPTS=-Xmx…)";

        /** What a byte of an answer holds in memory, as for {@code SERVICE}. */
        private static final int HELD_FOR_A_BYTE = 4;

        private final byte[] last = new byte[256];
        private long count;
        private long most = Long.MAX_VALUE;
        private Optional<IOException> failure = Optional.empty();

        Body(InputStream in) {
            super(in);
        }

        /** Has reading end with a {@link Refusal} where what came so far would hold more bytes than this. */
        void keepWithin(long memory) {
            most = memory / HELD_FOR_A_BYTE;
        }

        /** Why reading failed; none when it did not. */
        Optional<IOException> failure() {
            return failure;
        }

        /** The last characters that were read. */
        String end() {
            int length = (int) Math.min(count, last.length);
            var bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = last[(int) ((count - length + i) % last.length)];
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int read = super.read(into, offset, length);
                for (int i = Math.max(0, read - last.length); i < read; i++) {
                    last[(int) ((count + i) % last.length)] = into[offset + i];
                }
                count += Math.max(0, read);
                if (count > most) {
                    throw new Refusal(TOO_LARGE);
                }
                return read;
            } catch (IOException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
    }
}
