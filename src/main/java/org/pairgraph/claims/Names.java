package org.pairgraph.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.pairgraph.store.Statements;
import org.pairgraph.vocab.PG;

/** Names of things as their labels give them, or as {@link ComposedNames} puts them together; each is read once. */
final class Names {
    private static final int NESTED_AT_MOST = 3;
    private static final Node TYPE = RDF.type.asNode();
    private static final Node LABEL = RDFS.label.asNode();

    private final Statements statements;
    private final Classes classes;
    private final KnownThings known;
    private final Map<Node, Thing> things = new HashMap<>();
    private final ComposedNames composed = new ComposedNames(this);
    private int nested;

    Names(Statements statements, Classes classes, KnownThings known) {
        this.statements = statements;
        this.classes = classes;
        this.known = known;
    }

    Thing thing(Node node) {
        var before = things.get(node);
        var thing = before != null ? before : known.find(node);
        if (thing == null) {
            thing = read(node);
        }
        if (nested == 0) {
            things.put(node, thing);
        }
        return thing;
    }

    /** The thing that is described. */
    Thing thing(Description description) {
        var node = description.subject();
        var before = things.get(node);
        if (before != null) {
            return before;
        }
        var type = classes.mostSpecific(description.values(TYPE));
        var thing = read(node, type, Languages.inBoth(description.values(LABEL)), () -> description);
        things.put(node, thing);
        return thing;
    }

    private Thing read(Node node) {
        return read(node, type(node), given(node), () -> describe(node));
    }

    private Thing read(Node node, Optional<String> type, Label given, Supplier<Description> description) {
        var count = type.filter("PartyGroup"::equals).flatMap(group -> integer(node, PG.memberCount));
        var label = given.isEmpty() ? composed(description, type) : given;
        var thing = new Thing(ThingId.of(iri(node)), iri(node), type, label, count);
        if (!given.isEmpty()) {
            known.keep(node, thing);
        }
        return thing;
    }

    List<Thing> things(List<Node> nodes) {
        return nodes.stream().map(this::thing).toList();
    }

    /** A concept of a code list; its id is the code. */
    Thing code(Node concept) {
        return new Thing(Description.codeOf(concept), iri(concept), Optional.empty(), given(concept), Optional.empty());
    }

    /** What stands in for the IRI of a node: blank nodes and literals come from foreign data only. */
    static String iri(Node node) {
        return node.isURI() ? node.getURI() : node.toString();
    }

    /** The class of ours among some that is below the others. */
    Optional<Node> mostSpecific(List<Node> types) {
        return classes.mostSpecific(types).map(name -> NodeFactory.createURI(PG.NAMESPACE + name));
    }

    Optional<String> type(Node node) {
        return classes.mostSpecific(objects(node, TYPE));
    }

    /** The label that the data gives; one of the two languages may be missing, or both. */
    Label given(Node node) {
        return Languages.inBoth(statements.objects(node, LABEL));
    }

    private Label composed(Supplier<Description> description, Optional<String> type) {
        if (type.isEmpty() || nested >= NESTED_AT_MOST) {
            return Label.NONE;
        }
        nested++;
        try {
            return composed.of(description.get(), type.get());
        } finally {
            nested--;
        }
    }

    Optional<String> text(Node subject, Node property) {
        return objects(subject, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    private Optional<Integer> integer(Node subject, Node property) {
        return objects(subject, property).stream()
                .filter(Node::isLiteral)
                .flatMap(value -> Description.integerOf(value.getLiteralLexicalForm()).stream())
                .findFirst();
    }

    List<Node> objects(Node subject, Node property) {
        return Description.inOrder(statements.objects(subject, property));
    }

    /** The place that directly contains a thing. */
    Optional<Node> placeOf(Node thing) {
        return known.placeOf(thing, inner -> objects(inner, PG.within).stream().findFirst());
    }

    CitedDocument cited(Node document, Function<Node, CitedDocument> reading) {
        return known.cited(document, reading);
    }

    /** The claims that exclude a claim, whichever of the two says so, in order. */
    List<Node> disagreeing(Node claim) {
        return known.disagreeing(statements).getOrDefault(claim, List.of());
    }

    Description describe(Node subject) {
        return Description.of(subject, statements);
    }
}
