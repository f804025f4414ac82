package org.pairgraph.terms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.terms.Rule.Constraint;
import org.pairgraph.terms.Term.Kind;
import org.pairgraph.terms.Term.Link;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/** All terms of the ontology and the rules of its shapes, each list in the order of its IRIs. */
public final class Terms {
    private static final Map<Resource, Kind> KINDS = Map.of(
            OWL2.Class, Kind.CLASS,
            OWL2.ObjectProperty, Kind.OBJECT_PROPERTY,
            OWL2.DatatypeProperty, Kind.DATATYPE_PROPERTY,
            SKOS.ConceptScheme, Kind.CODE_LIST,
            SKOS.Concept, Kind.CODE);

    private final Header header;
    private final Map<String, Term> terms;
    private final List<Rule> rules;

    /** What the ontology says of itself. */
    public record Header(String iri, String versionIri, String licence, Text title, Text description) {}

    private Terms(Header header, List<Term> terms, List<Rule> rules) {
        this.header = header;
        this.terms = terms.stream().collect(Collectors.toMap(Term::iri, Function.identity()));
        this.rules = rules;
    }

    /**
     * Reads the terms of our namespaces.
     *
     * @throws IllegalArgumentException if the graph has no {@code owl:Ontology} with version and licence
     */
    public static Terms of(Graph ontology, Graph shapes) {
        var terms = new ArrayList<Term>();
        KINDS.forEach((type, kind) -> ontology.find(Node.ANY, RDF.type.asNode(), type.asNode())
                .mapWith(Triple::getSubject)
                .filterKeep(node -> isOurs(node.getURI()))
                .forEach(node -> terms.add(term(ontology, node, kind))));
        return new Terms(header(ontology), terms, new RuleReader(shapes).rules());
    }

    public Header header() {
        return header;
    }

    /** The terms of one kind. */
    public List<Term> of(Kind kind) {
        return terms.values().stream()
                .filter(term -> term.kind() == kind)
                .sorted(Comparator.comparing(Term::iri))
                .toList();
    }

    /** The codes of a list. */
    public List<Term> codesOf(Term list) {
        return of(Kind.CODE).stream()
                .filter(code -> code.targets(SKOS.inScheme.getURI()).contains(list.iri()))
                .toList();
    }

    public Optional<Term> find(String iri) {
        return Optional.ofNullable(terms.get(iri));
    }

    public List<Rule> rules() {
        return rules;
    }

    /** The classes directly below a class. */
    List<Term> below(Term type) {
        return of(Kind.CLASS).stream()
                .filter(other -> other.targets(RDFS.subClassOf.getURI()).contains(type.iri()))
                .toList();
    }

    /** The properties and classes of other vocabularies that the shapes speak of. */
    List<String> borrowed() {
        return rules.stream()
                .flatMap(rule -> Stream.concat(rule.path().stream(), rule.classes().stream()))
                .filter(iri -> !isOurs(iri))
                .distinct()
                .sorted()
                .toList();
    }

    /** The classes that values of a property must have, on members of a class. */
    List<String> classesOfValues(String type, String property) {
        return rules.stream()
                .filter(rule -> rule.path().filter(property::equals).isPresent())
                .filter(rule -> rule.isFor(type) || !rule.having().isEmpty())
                .flatMap(rule -> rule.constraints().stream())
                .filter(constraint -> constraint.kind() == Constraint.Kind.CLASS)
                .map(Constraint::value)
                .distinct()
                .toList();
    }

    static boolean isOurs(String iri) {
        return iri.startsWith(PG.NAMESPACE) || iri.startsWith(PGC.NAMESPACE);
    }

    private static Header header(Graph ontology) {
        var self = ontology.find(Node.ANY, RDF.type.asNode(), OWL2.Ontology.asNode())
                .mapWith(Triple::getSubject)
                .nextOptional()
                .orElseThrow(() -> new IllegalArgumentException("The ontology has no header: add an owl:Ontology"));
        return new Header(
                self.getURI(),
                iri(ontology, self, OWL2.versionIRI.asNode()),
                iri(ontology, self, DCTerms.license.asNode()),
                Text.of(ontology, self, DCTerms.title.asNode()),
                Text.of(ontology, self, DCTerms.description.asNode()));
    }

    private static String iri(Graph ontology, Node subject, Node property) {
        return ontology.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .nextOptional()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The ontology's header has no " + property + ": add it to <" + subject + ">"));
    }

    private static Term term(Graph ontology, Node node, Kind kind) {
        var links = ontology
                .find(node, Node.ANY, Node.ANY)
                .filterKeep(triple -> triple.getObject().isURI() && !triple.predicateMatches(RDF.type.asNode()))
                .filterDrop(triple -> triple.predicateMatches(RDFS.isDefinedBy.asNode()))
                .mapWith(triple -> new Link(
                        triple.getPredicate().getURI(), triple.getObject().getURI()))
                .toList()
                .stream()
                .sorted(Comparator.comparing(Link::relation).thenComparing(Link::target))
                .toList();
        return new Term(
                node.getURI(),
                kind,
                Text.of(ontology, node, RDFS.label.asNode()),
                Text.of(ontology, node, SKOS.definition.asNode()),
                Text.of(ontology, node, SKOS.example.asNode()),
                Text.of(ontology, node, SKOS.scopeNote.asNode()),
                links);
    }
}
