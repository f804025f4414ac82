package org.pairgraph.linked;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * One page of what is said of a thing.
 *
 * @param triples those of the thing first, then those around it, in a fixed order
 * @param page from 1
 * @param pages how many there are
 * @param cut whether there is more than the pages hold
 */
public record Description(Node topic, List<Triple> triples, int page, int pages, boolean cut) {
    private static final Node NEXT = NodeFactory.createURI("http://www.w3.org/1999/xhtml/vocab#next");

    public Description {
        triples = List.copyOf(triples);
    }

    /** Whether the page does not say everything. */
    public boolean truncated() {
        return pages > 1 || cut;
    }

    /** Only what is said of the thing itself, with the names of what it mentions. */
    public Description ofTopic() {
        var own = triples.stream()
                .filter(triple -> triple.subjectMatches(topic))
                .collect(Collectors.toCollection(ArrayList::new));
        var mentioned = own.stream().map(Triple::getObject).collect(Collectors.toSet());
        triples.stream()
                .filter(triple ->
                        triple.predicateMatches(RDFS.label.asNode()) && mentioned.contains(triple.getSubject()))
                .forEach(own::add);
        return new Description(topic, own, page, pages, cut);
    }

    /** The page that follows; none after the last. */
    public Optional<Integer> next() {
        return page < pages ? Optional.of(page + 1) : Optional.empty();
    }

    /**
     * The triples, and those that say what document this is: of what, as of which revision, and what it leaves out.
     *
     * @param document the IRI of its first page
     */
    public List<Triple> asDocument(String document, int revision) {
        var self = page(document, page);
        var all = new ArrayList<>(triples);
        all.add(Triple.create(self, RDF.type.asNode(), FOAF.Document.asNode()));
        all.add(Triple.create(self, FOAF.primaryTopic.asNode(), topic));
        all.add(Triple.create(
                self,
                OWL2.versionInfo.asNode(),
                NodeFactory.createLiteralDT(String.valueOf(revision), XSDDatatype.XSDstring)));
        if (truncated()) {
            var rest = cut ? " More is left out: ask /sparql." : "";
            var others = cut ? "其余未列，请查询 /sparql。" : "";
            all.add(comment(self, "Truncated: page %d of %d.%s".formatted(page, pages, rest), "en"));
            all.add(comment(self, "内容有节略：第%d页，共%d页。%s".formatted(page, pages, others), "zh-Hans"));
        }
        next().ifPresent(number -> all.add(Triple.create(self, NEXT, page(document, number))));
        return all;
    }

    private static Triple comment(Node document, String text, String language) {
        return Triple.create(document, RDFS.comment.asNode(), NodeFactory.createLiteralLang(text, language));
    }

    private static Node page(String document, int number) {
        return NodeFactory.createURI(number == 1 ? document : document + "?page=" + number);
    }
}
