package org.pairgraph.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.pairgraph.vocab.Namespaces;

/** Reads Turtle with Rio. Datatypes and language tags are checked; relative IRIs resolve against the things' namespace. */
final class SourceReader {
    private SourceReader() {}

    /**
     * Reads a whole file.
     *
     * @throws IOException if the file cannot be read as bytes
     */
    static Reading read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var handler = new Collector();
        var errors = parse(bytes, handler);
        return errors.isEmpty()
                ? new Reading.Read(handler.graph, sha256(bytes), handler.lines)
                : new Reading.Unreadable(errors);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static List<SyntaxError> parse(byte[] bytes, Collector collector) throws IOException {
        var errors = new ArrayList<SyntaxError>();
        var parser = Rio.createParser(RDFFormat.TURTLE);
        parser.getParserConfig()
                .set(BasicParserSettings.VERIFY_DATATYPE_VALUES, true)
                .set(BasicParserSettings.FAIL_ON_UNKNOWN_DATATYPES, false)
                .set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, true)
                .set(BasicParserSettings.VERIFY_URI_SYNTAX, true)
                .set(BasicParserSettings.VERIFY_RELATIVE_URIS, true);
        parser.setRDFHandler(collector);
        parser.setParseLocationListener((line, column) -> collector.line = line);
        try {
            parser.parse(new ByteArrayInputStream(bytes), Namespaces.ID);
        } catch (RDFParseException e) {
            errors.add(new SyntaxError(Math.max(0, e.getLineNumber()), Math.max(0, e.getColumnNumber()), message(e)));
        } catch (RDFHandlerException e) {
            errors.add(new SyntaxError(collector.line, 0, String.valueOf(e.getMessage())));
        }
        return errors;
    }

    /** Rio appends the position to its message; the report has it in fields of its own. */
    private static String message(RDFParseException e) {
        return String.valueOf(e.getMessage()).replaceFirst(" \\[line \\d+(, column \\d+)?]$", "");
    }

    /** Keeps the triples, and the line that the parser had reached at each. */
    private static final class Collector extends AbstractRDFHandler {
        private final Graph graph = GraphFactory.createGraphMem();
        private final Map<Triple, Long> lines = new HashMap<>();
        private long line;

        @Override
        public void handleStatement(Statement statement) {
            var triple = Terms.triple(statement);
            graph.add(triple);
            lines.putIfAbsent(triple, line);
        }
    }
}
