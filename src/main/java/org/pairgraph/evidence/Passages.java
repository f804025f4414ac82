package org.pairgraph.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.vocab.PG;

/**
 * The passages that a graph points at, in the texts that the operator has. A document's text is the file whose SHA-256
 * the graph states; names are only shown. Safe for use by many threads; the graph must be readable while a method runs.
 */
public final class Passages {
    private static final int NEXT_SHOWN = 12;

    private final DocumentFolder folder;

    private Passages(DocumentFolder folder) {
        this.folder = folder;
    }

    /**
     * Takes the files of a folder as they are now; what is added later is not seen.
     *
     * @throws java.io.UncheckedIOException if there is no such folder or it cannot be listed; the message is one line
     */
    public static Passages in(Path folder) {
        return new Passages(DocumentFolder.open(folder));
    }

    /** A line for each entry of the folder that was left out. */
    public List<String> remarks() {
        return folder.remarks();
    }

    /** The words of a passage; none where the text is not at hand, or has other words at that place. */
    public Optional<String> passage(Graph graph, Node evidence) {
        try {
            var locator = Locator.read(graph, evidence);
            var text = folder.text(locator.document().digest());
            return text.filter(found -> locator.stated().end() <= found.length())
                    .map(found -> found.between(
                            locator.stated().start(), locator.stated().end()))
                    .filter(words -> Sha256.of(words).equals(locator.stated().digest()));
        } catch (MalformedEvidence | NotUtf8Exception e) {
            return Optional.empty();
        }
    }

    /** Looks for one passage. */
    public Finding find(Graph graph, Node evidence) {
        var iri = evidence.toString();
        try {
            var locator = Locator.read(graph, evidence);
            return find(iri, locator.document(), locator.stated());
        } catch (MalformedEvidence e) {
            return new Finding.Malformed(iri, e.property(), e.problem());
        }
    }

    /** Looks for every passage: what is typed {@code pg:Evidence} and what {@code pg:evidence} leads to. */
    public Report check(Graph graph) {
        var findings = new TreeMap<String, List<Finding>>();
        var documents = documents(graph);
        documents.keySet().forEach(document -> findings.put(document, new ArrayList<>()));
        var stray = new ArrayList<Finding>();
        for (var evidence : evidence(graph).values()) {
            var document = graph.find(evidence, PG.document, Node.ANY)
                    .mapWith(triple -> triple.getObject())
                    .filterKeep(node -> !node.isLiteral())
                    .nextOptional();
            document.ifPresent(node -> documents.put(node.toString(), node));
            document.map(node -> findings.computeIfAbsent(node.toString(), iri -> new ArrayList<>()))
                    .orElse(stray)
                    .add(find(graph, evidence));
        }

        var reports = new ArrayList<Report.OfDocument>();
        findings.forEach((iri, found) -> reports.add(report(graph, documents.get(iri), found)));
        if (!stray.isEmpty()) {
            reports.add(
                    new Report.OfDocument(Optional.empty(), Optional.empty(), Optional.empty(), List.copyOf(stray)));
        }
        return new Report(List.copyOf(reports), remarks());
    }

    /**
     * Looks for words in a document, white space aside.
     *
     * @param name the document's file name, label, IRI, id ({@code document/…}) or key
     * @throws IllegalArgumentException if there is nothing to look for but white space
     */
    public Location locate(Graph graph, String name, String text) {
        var words = Words.of(text);
        if (words.length() == 0) {
            throw new IllegalArgumentException(
                    "There is nothing to look for in \"%s\": give some words".formatted(text));
        }
        if (words.length() > Place.LONGEST) {
            return new Location.TooLong(words.length());
        }
        var known = texts(graph);
        var called = known.stream()
                .filter(document -> document.isCalled(name, graph))
                .toList();
        return switch (called.size()) {
            case 0 -> new Location.NoSuchDocument(name, known);
            case 1 -> locate(called.getFirst(), words);
            default -> new Location.Ambiguous(name, called);
        };
    }

    private Finding find(String iri, Document document, Place stated) {
        try {
            return folder.text(document.digest())
                    .map(text -> compare(iri, text, stated))
                    .orElseGet(() -> new Finding.DocumentMissing(iri, document, hasNamesake(document)));
        } catch (NotUtf8Exception e) {
            return new Finding.NotUtf8(iri, document, fileName(document), e.position());
        }
    }

    private static Finding compare(String iri, Text text, Place stated) {
        if (stated.end() > text.length()) {
            return new Finding.OutOfBounds(iri, stated, text.length());
        }
        var actual = text.place(stated.start(), stated.end());
        if (!actual.digest().equals(stated.digest())) {
            return new Finding.Drifted(iri, stated, text.nearest(stated.digest(), stated.length(), stated.start()));
        }
        return actual.equals(stated) ? new Finding.Found(iri) : new Finding.LinesDiffer(iri, stated, actual);
    }

    private Location locate(Document document, Words words) {
        try {
            return folder.text(document.digest())
                    .map(text -> locate(document, text, words))
                    .orElseGet(() -> new Location.NoText(document, hasNamesake(document)));
        } catch (NotUtf8Exception e) {
            return new Location.NotUtf8(document, fileName(document), e.position());
        }
    }

    private static Location locate(Document document, Text text, Words words) {
        var all = Words.of(text.codePoints());
        var runs = all.find(words);
        if (runs.isEmpty()) {
            return new Location.Nowhere(document, beginning(text, all.longestBeginning(words)));
        }
        var places = runs.stream()
                .filter(run -> run.end() - run.start() <= Place.LONGEST)
                .map(run -> text.place(run.start(), run.end()))
                .toList();
        return new Location.At(document, places, runs.size() - places.size());
    }

    private static Optional<Location.Beginning> beginning(Text text, Words.Run run) {
        if (run.start() == run.end()) {
            return Optional.empty();
        }
        int shown = Math.min(text.length(), run.end() + NEXT_SHOWN);
        return Optional.of(new Location.Beginning(
                text.between(run.start(), run.end()),
                text.place(run.start(), run.end()),
                text.between(run.end(), shown)));
    }

    private Report.OfDocument report(Graph graph, Node document, List<Finding> findings) {
        var file = Values.texts(graph, document, PG.textDigest)
                .flatMap(digest -> folder.fileName(digest).stream())
                .findFirst();
        return new Report.OfDocument(
                Optional.of(document.toString()), Document.name(graph, document), file, List.copyOf(findings));
    }

    private boolean hasNamesake(Document document) {
        return document.name().filter(folder::hasName).isPresent();
    }

    private String fileName(Document document) {
        return folder.fileName(document.digest()).orElseThrow();
    }

    /** The documents that state a digest, by their IRIs. */
    private static Map<String, Node> documents(Graph graph) {
        var documents = new TreeMap<String, Node>();
        graph.find(Node.ANY, PG.textDigest, Node.ANY)
                .forEach(triple -> documents.put(triple.getSubject().toString(), triple.getSubject()));
        return documents;
    }

    private static Map<String, Node> evidence(Graph graph) {
        var evidence = new TreeMap<String, Node>();
        graph.find(Node.ANY, RDF.type.asNode(), PG.Evidence)
                .forEach(triple -> evidence.put(triple.getSubject().toString(), triple.getSubject()));
        graph.find(Node.ANY, PG.evidence, Node.ANY)
                .forEach(triple -> evidence.put(triple.getObject().toString(), triple.getObject()));
        return evidence;
    }

    private static List<Document> texts(Graph graph) {
        var texts = new ArrayList<Document>();
        for (var document : documents(graph).values()) {
            try {
                texts.add(Document.read(graph, document));
            } catch (MalformedEvidence e) {
                // Without one good digest it has no text that could be found.
                continue;
            }
        }
        return texts;
    }
}
