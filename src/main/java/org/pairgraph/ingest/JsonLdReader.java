package org.pairgraph.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.hasmac.jsonld.JsonLdError;
import no.hasmac.jsonld.JsonLdErrorCode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.rio.ParseErrorListener;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.jsonld.JSONLDParser;
import org.eclipse.rdf4j.rio.jsonld.JSONLDSettings;

/** Reads JSON-LD. A context must stand in the file: one that would have to be fetched is refused. */
final class JsonLdReader {
    private static final String SECOND = "The document ends before this: put several things into one @graph";

    /** What the library has to say of a file goes to the log for each node of it; the findings tell it once. */
    private static final Logger LIBRARY = Logger.getLogger("no.hasmac.jsonld");

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    private final Findings findings;
    private final ReadLimits limits;

    JsonLdReader(Findings findings, ReadLimits limits) {
        this.findings = findings;
        this.limits = limits;
    }

    Collector read(Path file, Reader text) throws IOException {
        var collector = new Collector(findings, limits, () -> Place.UNKNOWN);
        if (Files.size(file) > limits.documentBytes()) {
            refuse("A JSON-LD file may have at most %,d bytes: convert it to Turtle".formatted(limits.documentBytes()));
            return collector;
        }
        var json = new StringWriter();
        text.transferTo(json);
        if (!json.toString().isBlank() && isSound(json.toString())) {
            JsonLdNames.unexplained(json.toString())
                    .forEach((name, at) -> findings.warn(
                            at.getLineNr(),
                            "\"%s\" is not explained by a @context: what stands under it is left out"
                                    .formatted(Excerpt.of(name, 0))));
            parseWhole(json.toString(), collector);
        }
        return collector;
    }

    private void parseWhole(String json, Collector collector) throws IOException {
        var iris = new JsonLdIris(json);
        var stopped = parse(json, iris, collector, new JsonLdErrors(findings, iris));
        if (stopped.isEmpty() && findings.isClean()) {
            return;
        }
        var blame = new JsonLdBlame(json, this::isSaid);
        var inContext = stopped.isPresent() ? blame.inContext(stopped.get()) : Place.UNKNOWN;
        if (inContext.line() > 0) {
            report(findings, place(stopped.get(), iris, inContext), stopped.get());
            return;
        }
        var placed = oneByOne(json, blame, iris);
        findings.place(placed);
        if (stopped.isPresent()) {
            placed.stream()
                    .filter(error ->
                            !findings.says(error.message()) || error.message().equals(stopped.get()))
                    .forEach(error -> findings.error(error.line(), error.column(), error.message(), error.excerpt()));
            if (!findings.says(stopped.get())) {
                report(findings, place(stopped.get(), iris, blame.in(stopped.get())), stopped.get());
            }
        } else if (placed.isEmpty()) {
            findings.place(alone(blame, iris));
        }
    }

    /** What is wrong with each of the things that a document describes side by side. */
    private List<SyntaxError> oneByOne(String json, JsonLdBlame blame, JsonLdIris iris) throws IOException {
        var placed = new ArrayList<SyntaxError>();
        for (var node : JsonLdNodes.of(json)) {
            var own = new Findings(limits.errors());
            parse(node.document(), own).ifPresent(message -> report(own, Place.UNKNOWN, message));
            for (var error : own.errors()) {
                var part = blame.in(node.context(), node.from(), node.to(), error.message());
                var place = place(error.message(), iris, part);
                placed.add(new SyntaxError(place.line(), place.column(), error.message(), place.excerpt()));
            }
        }
        return placed.stream().distinct().toList();
    }

    /** The errors of a document that describes one thing, where their parts are. */
    private List<SyntaxError> alone(JsonLdBlame blame, JsonLdIris iris) throws IOException {
        var placed = new ArrayList<SyntaxError>();
        for (var error : findings.errors()) {
            var place = error.line() == 0 ? place(error.message(), iris, blame.in(error.message())) : Place.UNKNOWN;
            if (place.line() > 0) {
                placed.add(new SyntaxError(place.line(), place.column(), error.message(), place.excerpt()));
            }
        }
        return placed;
    }

    /** A malformed IRI has its own place. */
    private static Place place(String message, JsonLdIris iris, Place otherwise) {
        return RioMessages.findIri(message).flatMap(iris::find).orElse(otherwise);
    }

    private boolean isSaid(String json, String message) throws IOException {
        var own = new Findings(limits.errors());
        return parse(json, own).equals(Optional.of(message)) || own.says(message);
    }

    private Optional<String> parse(String json, Findings own) throws IOException {
        var iris = new JsonLdIris(json);
        return parse(
                json, iris, new Collector(own, limits, () -> Place.UNKNOWN), new ValueErrors(own, () -> Place.UNKNOWN));
    }

    /** Reads a document; what stopped the library, if anything did. */
    private static Optional<String> parse(
            String json, JsonLdIris iris, Collector collector, ParseErrorListener listener) throws IOException {
        var parser = new RioJsonLd(iris);
        SourceReader.configure(parser, listener);
        parser.getParserConfig()
                .set(JSONLDSettings.SECURE_MODE, true)
                .set(JSONLDSettings.DOCUMENT_LOADER, (uri, options) -> {
                    throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, remote(uri.toString()));
                });
        parser.setRDFHandler(collector);
        try {
            parser.parse(new StringReader(json), SourceReader.base());
            collector.content(); // looks at the blank nodes too
            return Optional.empty();
        } catch (RDFParseException e) {
            return Optional.of(JsonLdMessages.plain(
                    RioMessages.plain(Optional.ofNullable(e.getCause()).orElse(e))));
        }
    }

    /** Rio's parser. An IRI that is malformed has been reported; another takes its place, so that the rest is read too. */
    private static final class RioJsonLd extends JSONLDParser {
        private final JsonLdIris iris;

        RioJsonLd(JsonLdIris iris) {
            this.iris = iris;
        }

        @Override
        protected IRI createURI(String uri) {
            if (iris.isUnresolved(uri)) {
                getParseErrorListener().error(JsonLdErrors.UNRESOLVED, 0, 0);
            }
            iris.findRelative(uri)
                    .ifPresent(line -> getParseErrorListener()
                            .warning(
                                    SourceReader.RELATIVE.formatted(
                                            uri.substring(SourceReader.base().length()), uri),
                                    line,
                                    0));
            var iri = super.createURI(uri);
            return iri == null ? valueFactory.createIRI(SourceReader.base()) : iri;
        }
    }

    /** Whether it is JSON within the limits and without a context to fetch; what is wrong is told with its place. */
    private boolean isSound(String json) throws IOException {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.literalLength())
                        .maxNameLength(limits.iriLength())
                        .maxDocumentLength(limits.documentBytes())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (var parser = factory.createParser(json)) {
            try {
                return isSound(json, parser);
            } catch (JsonProcessingException e) {
                var at = Optional.ofNullable(e.getLocation()).orElseGet(parser::currentLocation);
                refuse(json, at, JsonLdMessages.plain(e.getOriginalMessage()));
                return false;
            }
        }
    }

    private boolean isSound(String json, JsonParser parser) throws IOException {
        boolean isRead = false;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (isRead) {
                refuse(json, parser.currentTokenLocation(), SECOND);
                return false;
            }
            isRead = parser.getParsingContext().inRoot();
            if (token == JsonToken.VALUE_STRING
                    && "@language".equals(parser.currentName())
                    && !Terms.isTag(parser.getText())) {
                refuse(json, parser.currentTokenLocation(), Terms.NO_TAG.formatted(Excerpt.of(parser.getText(), 0)));
            }
            if (token == JsonToken.VALUE_STRING && isContext(parser.getParsingContext())) {
                refuse(json, parser.currentTokenLocation(), remote(parser.getText()));
                return false;
            }
        }
        return true;
    }

    /** Whether a text here is the address of a context (JSON-LD 1.1 §3.1). */
    private static boolean isContext(JsonStreamContext here) {
        var name = here.inArray() ? here.getParent().getCurrentName() : here.getCurrentName();
        return "@context".equals(name) || "@import".equals(name);
    }

    private static String remote(String context) {
        return "The context %s would have to be fetched, which is never done: put it into the file".formatted(context);
    }

    private void refuse(String message) {
        findings.error(0, 0, message, "");
    }

    private void refuse(String json, JsonLocation at, String message) {
        report(findings, JsonLdNodes.place(json, at), message);
    }

    private static void report(Findings findings, Place place, String message) {
        findings.error(place.line(), place.column(), message, place.excerpt());
    }
}
