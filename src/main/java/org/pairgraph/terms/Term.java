package org.pairgraph.terms;

import java.util.List;
import org.pairgraph.vocab.PGC;

/**
 * One term of the ontology, with what its own description says.
 *
 * @param links where it points to: super terms, domain, range, code list, terms of other vocabularies; by relation
 */
public record Term(String iri, Kind kind, Text label, Text definition, Text example, Text note, List<Link> links) {

    /** What sort of term it is. */
    public enum Kind {
        /** An {@code owl:Class}. */
        CLASS,
        /** A property whose values are things. */
        OBJECT_PROPERTY,
        /** A property whose values are literals. */
        DATATYPE_PROPERTY,
        /** A {@code skos:ConceptScheme}. */
        CODE_LIST,
        /** A {@code skos:Concept}. */
        CODE
    }

    /** One relation to another term, both as IRIs. */
    public record Link(String relation, String target) {}

    public Term {
        links = List.copyOf(links);
    }

    /** The IRIs that it points to by a relation. */
    List<String> targets(String relation) {
        return links.stream()
                .filter(link -> link.relation().equals(relation))
                .map(Link::target)
                .toList();
    }

    /** The end of the IRI; that of a code is told from that of a term by its beginning. */
    String anchor() {
        return iri.startsWith(PGC.NAMESPACE)
                ? "code-" + iri.substring(PGC.NAMESPACE.length())
                : iri.substring(iri.indexOf('#') + 1);
    }
}
