package org.pairgraph.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
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
import java.util.Optional;
import no.hasmac.jsonld.JsonLdError;
import no.hasmac.jsonld.JsonLdErrorCode;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.jsonld.JSONLDParser;
import org.eclipse.rdf4j.rio.jsonld.JSONLDSettings;

/** Reads JSON-LD. A context must stand in the file: one that would have to be fetched is refused. */
final class JsonLdReader {
    private static final String SECOND = "The document ends before this: put several things into one @graph";

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
            parse(json.toString(), collector);
        }
        return collector;
    }

    private void parse(String json, Collector collector) throws IOException {
        var parser = new JSONLDParser();
        SourceReader.configure(parser, new ValueErrors(findings, () -> Place.UNKNOWN));
        parser.getParserConfig()
                .set(JSONLDSettings.SECURE_MODE, true)
                .set(JSONLDSettings.DOCUMENT_LOADER, (uri, options) -> {
                    throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, remote(uri.toString()));
                });
        parser.setRDFHandler(collector);
        try {
            parser.parse(new StringReader(json), SourceReader.base());
        } catch (RDFParseException e) {
            refuse(RioMessages.plain(Optional.ofNullable(e.getCause()).orElse(e)));
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
            boolean isRead = false;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (isRead) {
                    refuse(json, parser.currentTokenLocation(), SECOND);
                    return false;
                }
                isRead = parser.getParsingContext().inRoot();
                if (token == JsonToken.VALUE_STRING && isContext(parser.getParsingContext())) {
                    refuse(json, parser.currentTokenLocation(), remote(parser.getText()));
                    return false;
                }
            }
            return true;
        } catch (JsonProcessingException e) {
            refuse(json, e.getLocation(), e.getOriginalMessage());
            return false;
        }
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
        int place = Math.clamp(at.getCharOffset(), 0, json.length());
        int lineStart = 1 + Math.max(json.lastIndexOf('\n', place - 1), json.lastIndexOf('\r', place - 1));
        findings.error(at.getLineNr(), 1 + json.codePointCount(lineStart, place), message, Excerpt.of(json, place));
    }
}
