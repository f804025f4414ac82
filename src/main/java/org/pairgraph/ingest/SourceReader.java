package org.pairgraph.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eclipse.rdf4j.rio.ParseErrorListener;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.pairgraph.vocab.Namespaces;

/**
 * Reads a file with Rio. Datatypes and language tags are checked, relative IRIs resolve against the things' namespace,
 * and nothing is ever fetched. Of Turtle, TriG, N-Triples and N-Quads all mistakes are found, of JSON-LD and RDF/XML
 * the first. Memory grows with the triples, not with the file (but for JSON-LD).
 */
final class SourceReader {
    /** What is warned of where an IRI is not written in full. */
    static final String RELATIVE = "<%s> is relative: it is read as <%s>";

    private final Path file;
    private final RdfFormat format;
    private final ReadLimits limits;
    private final Findings findings;

    private SourceReader(Path file, RdfFormat format, ReadLimits limits) {
        this.file = file;
        this.format = format;
        this.limits = limits;
        this.findings = new Findings(limits.errors());
    }

    /**
     * Reads a file in the format of its ending.
     *
     * @throws IOException if the file cannot be read as bytes
     */
    static Reading read(Path file) throws IOException {
        try {
            return read(file, RdfFormat.ofFileName(file.getFileName().toString()), ReadLimits.DEFAULT);
        } catch (UnknownFormat e) {
            var findings = new Findings(1);
            findings.error(0, 0, e.getMessage(), "");
            return new Reading.Unreadable(findings.errors().subList(0, 1));
        }
    }

    /** @throws IOException if the file cannot be read as bytes */
    static Reading read(Path file, RdfFormat format, ReadLimits limits) throws IOException {
        return new SourceReader(file, format, limits).read();
    }

    /**
     * Reads a stream, which is put into a temporary file first; it is not closed.
     *
     * @throws IOException if it cannot be read or put aside
     */
    static Reading read(InputStream in, RdfFormat format, ReadLimits limits) throws IOException {
        var aside = Files.createTempFile("pairgraph-", "." + format.extensions().getFirst());
        try {
            Files.copy(new FirstBytes(in, limits.bytes() + 1), aside, StandardCopyOption.REPLACE_EXISTING);
            return read(aside, format, limits);
        } finally {
            Files.delete(aside);
        }
    }

    private Reading read() throws IOException {
        var bytes = new FileBytes(file, findings);
        var digest = bytes.check(limits);
        if (!bytes.isText()) {
            return new Reading.Unreadable(findings.errors());
        }
        try {
            return told(
                    bytes,
                    format == RdfFormat.TURTLE && findings.isClean()
                            ? turtle(bytes, digest)
                            : carefully(bytes, digest));
        } catch (Collector.TooMany e) {
            findings.error(e.line(), 0, String.valueOf(e.getMessage()), "");
            return new Reading.Unreadable(findings.errors());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Errors with the text around them; one alone where the file is something else altogether. */
    private Reading told(FileBytes bytes, Reading reading) throws IOException {
        if (!(reading instanceof Reading.Unreadable unreadable)) {
            return reading;
        }
        try (var text = bytes.text()) {
            var quotations = new Quotations(text);
            return ForeignText.find(quotations.beginning(), format)
                    .map(message -> new Reading.Unreadable(List.of(new SyntaxError(1, 1, message, quotations.first()))))
                    .orElseGet(() -> new Reading.Unreadable(quotations.fill(unreadable.errors())));
        }
    }

    /** Turtle with nothing to say about it is read once through; the rest again, with care. */
    private Reading turtle(FileBytes bytes, String digest) throws IOException {
        var clean = new Findings(1);
        try (var text = bytes.text()) {
            var reading = reading(collected(new StraightTurtle(text, limits), clean), clean, digest);
            if (reading instanceof Reading.Read) {
                return reading;
            }
        } catch (Collector.TooMany e) {
            throw e;
        } catch (StraightTurtle.Remarkable | RDFHandlerException e) {
            return carefully(bytes, digest);
        } catch (RDFParseException e) {
            return refused(carefully(bytes, digest), e);
        }
        return carefully(bytes, digest);
    }

    private Collector collected(StraightTurtle parser, Findings clean) throws IOException {
        try (var relay = new Relay(clean, limits, parser)) {
            parser.setRDFHandler(relay);
            parser.parse();
            return relay.collected();
        }
    }

    /** What Rio refuses as a whole is refused. */
    private Reading refused(Reading reading, RDFParseException refusal) {
        if (reading instanceof Reading.Unreadable) {
            return reading;
        }
        findings.error(Math.max(0, refusal.getLineNumber()), 0, RioMessages.plain(refusal), "");
        return new Reading.Unreadable(findings.errors());
    }

    private Reading carefully(FileBytes bytes, String digest) throws IOException {
        try (var text = bytes.text()) {
            var collector = switch (format) {
                case TURTLE, TRIG, N_TRIPLES, N_QUADS -> statements(text);
                case JSON_LD -> new JsonLdReader(findings, limits).read(file, text);
                case RDF_XML -> new RdfXmlReader(findings, limits).read(text);
            };
            return reading(collector, findings, digest);
        }
    }

    private static Reading reading(Collector collector, Findings findings, String digest) {
        var content = collector.content();
        if (!findings.isClean()) {
            return new Reading.Unreadable(findings.errors());
        }
        if (content.isEmpty()) {
            findings.warn(0, "The file has no triples");
        }
        return new Reading.Read(content, digest, collector.lines(), findings.warnings());
    }

    private Collector statements(Reader text) throws IOException {
        var parser = new RioTurtle(findings);
        var collector = new Collector(findings, limits, parser);
        configure(parser, new ValueErrors(findings, parser::place));
        parser.setRDFHandler(collector);
        parser.parse(cutter(new TextWindow(text), parser));
        return collector;
    }

    private StatementCutter cutter(TextWindow window, RioTurtle parser) {
        return switch (format) {
            case N_TRIPLES, N_QUADS -> new LineCutter(window, findings, limits, format == RdfFormat.N_QUADS);
            default -> new TurtleCutter(window, findings, limits, format == RdfFormat.TRIG, parser::declare);
        };
    }

    /** Checks values in every format; a wrong one does not stop the parser. */
    static void configure(RDFParser parser, ParseErrorListener listener) {
        var config = parser.getParserConfig()
                .set(BasicParserSettings.VERIFY_DATATYPE_VALUES, true)
                .set(BasicParserSettings.FAIL_ON_UNKNOWN_DATATYPES, false)
                .set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, true)
                .set(BasicParserSettings.FAIL_ON_UNKNOWN_LANGUAGES, false)
                .set(BasicParserSettings.VERIFY_URI_SYNTAX, true)
                .set(BasicParserSettings.VERIFY_RELATIVE_URIS, true);
        config.addNonFatalError(BasicParserSettings.VERIFY_DATATYPE_VALUES);
        config.addNonFatalError(BasicParserSettings.VERIFY_LANGUAGE_TAGS);
        config.addNonFatalError(BasicParserSettings.VERIFY_URI_SYNTAX);
        parser.setParseErrorListener(listener);
    }

    /** The base of relative IRIs. */
    static String base() {
        return Namespaces.ID;
    }
}
