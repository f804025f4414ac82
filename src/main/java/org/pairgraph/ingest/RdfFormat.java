package org.pairgraph.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The formats in which a source may come. */
public enum RdfFormat {
    TURTLE("Turtle", List.of("ttl", "turtle"), List.of("text/turtle", "application/x-turtle")),
    TRIG("TriG", List.of("trig"), List.of("application/trig", "application/x-trig")),
    N_TRIPLES("N-Triples", List.of("nt"), List.of("application/n-triples")),
    N_QUADS("N-Quads", List.of("nq"), List.of("application/n-quads")),
    JSON_LD("JSON-LD", List.of("jsonld", "json"), List.of("application/ld+json", "application/json")),
    RDF_XML("RDF/XML", List.of("rdf", "owl", "xml"), List.of("application/rdf+xml", "application/xml", "text/xml"));

    private final String label;
    private final List<String> extensions;
    private final List<String> mediaTypes;

    RdfFormat(String label, List<String> extensions, List<String> mediaTypes) {
        this.label = label;
        this.extensions = extensions;
        this.mediaTypes = mediaTypes;
    }

    /** Its name as its standard writes it. */
    public String label() {
        return label;
    }

    /** The endings of its files without the full stop, the usual one first. */
    public List<String> extensions() {
        return extensions;
    }

    /** Its media types, the registered one first. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /**
     * The format that a file's ending stands for.
     *
     * @throws UnknownFormat if it stands for none
     */
    public static RdfFormat ofFileName(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return find(format -> name.indexOf('.') >= 0 && format.extensions.contains(extension))
                .orElseThrow(() -> new UnknownFormat("the file name", name));
    }

    /**
     * The format of a {@code Content-Type}; its parameters do not matter.
     *
     * @throws UnknownFormat if it is none of ours
     */
    public static RdfFormat ofContentType(String contentType) {
        var type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return find(format -> format.mediaTypes.contains(type))
                .orElseThrow(() -> new UnknownFormat("the content type", contentType));
    }

    /**
     * The format that somebody calls by its label, an ending or a media type, in any case.
     *
     * @throws UnknownFormat if there is none of that name
     */
    public static RdfFormat ofName(String name) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        return find(format -> plain(format.label).equals(plain(wanted))
                        || format.extensions.contains(wanted)
                        || format.mediaTypes.contains(wanted))
                .orElseThrow(() -> new UnknownFormat("the format", name));
    }

    /** All of them with their endings and media types, for a message. */
    static String known() {
        return Arrays.stream(values())
                .map(format -> "%s (.%s, %s)"
                        .formatted(format.label, String.join(", .", format.extensions), format.mediaTypes.getFirst()))
                .collect(Collectors.joining("; "));
    }

    private static String plain(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static Optional<RdfFormat> find(Predicate<RdfFormat> wanted) {
        return Arrays.stream(values()).filter(wanted).findFirst();
    }
}
