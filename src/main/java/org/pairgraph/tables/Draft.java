package org.pairgraph.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

/**
 * The triples that a table gives. The same thing may be said in several rows: said alike it is one with the evidence of
 * all, said differently the later row is refused.
 */
final class Draft {
    private static final Set<Node> SEVERAL = Set.of(PG.evidence, PG.note);
    private static final PrefixMapping PREFIXES =
            PrefixMapping.Factory.create().setNsPrefixes(Namespaces.PREFIXES).lock();

    private final Graph graph = GraphFactory.createGraphMem();
    private final Map<String, Set<Node>> byLabel = new HashMap<>();
    private final Map<Node, Row> rows = new HashMap<>();
    private final Map<Node, Set<Triple>> said = new HashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final List<TableProblem> remarks = new ArrayList<>();
    private final Known known;
    private final String namespace;

    Draft(Known known, String namespace) {
        this.known = known;
        this.namespace = namespace;
    }

    /** The IRI of a new thing: the id of its own that the row gives, else one by the rules for keys. */
    Node iri(Row row, String id) {
        return NodeFactory.createURI(
                namespace + row.read(Column.ID, text -> ownId(text, id)).orElse(id));
    }

    Node iri(String id) {
        return NodeFactory.createURI(namespace + id);
    }

    /** Adds what a row says of a thing. */
    void describe(Description description, Row row) {
        var thing = description.thing();
        var essence = new HashSet<>(description.triples());
        essence.removeIf(triple -> SEVERAL.contains(triple.getPredicate()));
        var before = said.putIfAbsent(thing, essence);
        if (before != null && !before.equals(essence)) {
            row.refuse(
                    "row %2$s says something else of the same thing (%1$s): if both are one fact, write them alike; if not, give this row an id of its own in the column id",
                    "第%2$s行对同一事物（%1$s）的说法不同：是同一件事就写成一样，不是就在“标识”列给本行自定标识",
                    known.shortId(thing),
                    rows.get(thing).number());
            return;
        }
        if (before == null) {
            rows.put(thing, row);
            compare(thing, essence, row);
        }
        for (var triple : description.triples()) {
            graph.add(triple);
            if (triple.getPredicate().equals(RDFS.label.asNode())) {
                byLabel.computeIfAbsent(triple.getObject().getLiteralLexicalForm(), label -> new LinkedHashSet<>())
                        .add(thing);
            }
        }
    }

    /** Adds a single statement about something that is described elsewhere. */
    void add(Node subject, Node property, Node object) {
        graph.add(subject, property, object);
    }

    boolean describes(Node thing) {
        return said.containsKey(thing) || known.describes(thing);
    }

    /** Those of a class that this table has described so far under a label. */
    List<Node> labelled(Node type, String label) {
        return byLabel.getOrDefault(label, Set.of()).stream()
                .filter(thing -> graph.contains(thing, RDF.type.asNode(), type))
                .toList();
    }

    Optional<Node> object(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .nextOptional();
    }

    /** All objects, of this table and of what is known. */
    Set<Node> objects(Node subject, Node property) {
        var objects = new HashSet<Node>(graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList());
        known.objects(subject, property).forEach(objects::add);
        return objects;
    }

    /** Has something looked at when all rows are read. */
    void afterwards(Runnable check) {
        afterwards.add(check);
    }

    Conversion.Converted converted(int rows) {
        return new Conversion.Converted(graph, rows, remarks);
    }

    void finish() {
        afterwards.forEach(Runnable::run);
    }

    private void compare(Node thing, Set<Triple> essence, Row row) {
        if (!known.describes(thing)) {
            return;
        }
        var differing = essence.stream()
                .filter(triple -> !known.says(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .map(triple -> PREFIXES.shortForm(triple.getPredicate().getURI()))
                .distinct()
                .sorted()
                .toList();
        if (differing.isEmpty()) {
            remarks.add(row.remark(
                    "%s is described already, in the same way: nothing to do", "%s已有同样的描述：无须处理", known.shortId(thing)));
        } else {
            remarks.add(row.remark(
                    "%s is described already and differs in %s: if this is the same fact, keep one description; if not, give the row an id of its own",
                    "%s已有描述，但%s不同：是同一件事就只保留一种说法，不是就给本行自定标识", known.shortId(thing), String.join(", ", differing)));
        }
    }

    private static String ownId(String text, String id) throws UnreadableCell {
        var first = id.substring(0, id.indexOf('/') + 1);
        if (!text.matches("[a-z][a-z-]*(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+") || !text.startsWith(first)) {
            throw new UnreadableCell(
                    "an id begins with %s and has letters, digits and hyphens: write it like %s",
                    "标识以%s开头，由字母、数字、连字符组成：请写成如%s", first, id);
        }
        return text;
    }
}
