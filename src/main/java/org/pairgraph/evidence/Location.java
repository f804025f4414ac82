package org.pairgraph.evidence;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;

/** What became of the search for words in a document. */
public sealed interface Location {
    /**
     * The words stand in the document.
     *
     * @param places all of them that may be a passage, in order
     * @param tooLong how many more are longer than a passage may be, white space counted
     */
    record At(Document document, List<Place> places, int tooLong) implements Location {
        /** The passages as evidence, to be pasted into the data. */
        public Graph evidence() {
            var graph = GraphFactory.createGraphMem();
            places.forEach(place -> Locator.write(graph, document, place));
            return graph;
        }
    }

    /** The words do not stand in the document; the longest beginning of them that does, if any. */
    record Nowhere(Document document, Optional<Beginning> longest) implements Location {}

    /**
     * The beginning of the words that stands in the document.
     *
     * @param text as the document has it
     * @param next how the document goes on
     */
    record Beginning(String text, Place place, String next) {}

    /** The words are more than a passage may have. */
    record TooLong(int length) implements Location {}

    /** No document with a text has this name. */
    record NoSuchDocument(String name, List<Document> known) implements Location {}

    /** Several documents have this name. */
    record Ambiguous(String name, List<Document> called) implements Location {}

    /**
     * No file of the folder has the digest of the document.
     *
     * @param sameName whether a file of that name is there, with another content
     */
    record NoText(Document document, boolean sameName) implements Location {}

    /**
     * The file of the document is not UTF-8.
     *
     * @param position the offset of the first byte that cannot be read
     */
    record NotUtf8(Document document, String file, long position) implements Location {}
}
