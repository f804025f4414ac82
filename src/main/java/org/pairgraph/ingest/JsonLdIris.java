package org.pairgraph.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where a JSON-LD document first writes an IRI: in full, or shortened by a prefix, a vocabulary or a base that it writes
 * in full elsewhere. The library that reads JSON-LD names an IRI and not its place. The document is gone through when
 * the first is looked for.
 */
final class JsonLdIris {
    /** What cannot stand in a relative IRI (RFC 3987 §2.2). */
    private static final Pattern NO_REFERENCE = Pattern.compile("^[^:]*[\\x00-\\x20<>\"{}|\\\\^`\\[\\]]");

    private final String json;
    private final boolean hasBase;
    private final Map<String, JsonLocation> bases = new HashMap<>();
    private final Map<String, JsonLocation> full = new HashMap<>();
    private final Map<String, JsonLocation> shortened = new HashMap<>();
    private final List<JsonLocation> unresolved = new ArrayList<>();
    private boolean hasNoReference;

    /** @param json a document that is JSON */
    JsonLdIris(String json) {
        this.json = json;
        this.hasBase = json.contains("\"@base\"");
    }

    /** The place; none where the IRI is resolved otherwise. */
    Optional<Place> find(String iri) {
        index();
        return Optional.ofNullable(full.get(iri))
                .or(() -> Optional.ofNullable(bases.get(iri)))
                .or(() -> findShortened(iri))
                .map(at -> JsonLdNodes.place(json, at));
    }

    /**
     * Whether an IRI is a base that stands for a relative IRI that the library cannot resolve: nothing in the document
     * can mean it, and something in it is no relative IRI.
     */
    boolean isUnresolved(String iri) {
        if (!hasBase && !iri.equals(SourceReader.base())) {
            return false;
        }
        index();
        return hasNoReference
                && isBase(iri)
                && IntStream.rangeClosed(0, iri.length())
                        .mapToObj(iri::substring)
                        .noneMatch(shortened::containsKey);
    }

    /** The line on which an IRI is written as a relative one that the things' namespace completes; none where it is not. */
    Optional<Integer> findRelative(String iri) {
        if (hasBase || !iri.startsWith(SourceReader.base())) {
            return Optional.empty();
        }
        index();
        boolean isWhole = full.containsKey(iri) || full.containsKey(SourceReader.base());
        return Optional.ofNullable(full.get(iri.substring(SourceReader.base().length())))
                .filter(at -> !isWhole)
                .map(JsonLocation::getLineNr);
    }

    /** Whether a text has only what may stand in a relative IRI, as far as it is relative. */
    static boolean isReference(String text) {
        return !NO_REFERENCE.matcher(text).find();
    }

    /** Where relative IRIs stand under {@code @id} that cannot be resolved. */
    List<Place> unresolved() {
        return unresolved.stream().map(at -> JsonLdNodes.place(json, at)).toList();
    }

    private Optional<JsonLocation> findShortened(String iri) {
        return IntStream.range(1, iri.length())
                .filter(split -> isBeginning(iri.substring(0, split)) && shortened.containsKey(iri.substring(split)))
                .mapToObj(split -> shortened.get(iri.substring(split)))
                .findFirst();
    }

    private boolean isBeginning(String text) {
        return full.containsKey(text) || isBase(text);
    }

    private boolean isBase(String text) {
        return bases.containsKey(text) || text.equals(SourceReader.base());
    }

    private void index() {
        if (!full.isEmpty()) {
            return;
        }
        try (var parser = new JsonFactory().createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                var at = parser.currentTokenLocation();
                if (token == JsonToken.FIELD_NAME) {
                    add(parser.getText(), at);
                } else if (token == JsonToken.VALUE_STRING) {
                    addValue(String.valueOf(parser.currentName()), parser.getText(), at);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addValue(String name, String text, JsonLocation at) {
        if (name.equals("@base")) {
            bases.putIfAbsent(text, at);
            return;
        }
        add(text, at);
        if (!isReference(text)) {
            hasNoReference = true;
            if (name.equals("@id")) {
                unresolved.add(at);
            }
        }
    }

    private void add(String text, JsonLocation at) {
        full.putIfAbsent(text, at);
        shortened.putIfAbsent(text, at);
        shortened.putIfAbsent(text.substring(1 + text.indexOf(':')), at);
    }
}
