package org.pairgraph.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.claims.ThingPage.Incoming;
import org.pairgraph.claims.ThingPage.Stated;
import org.pairgraph.claims.ThingPage.Word;

/** Reads the page of a thing of whatever class. What it reads is bounded, however much points to the thing. */
final class ThingReader {
    private static final int VALUES_AT_MOST = 100;
    private static final int ITEMS_AT_MOST = 5;
    private static final int COUNTED_AT_MOST = 10_000;

    /** First what it is and how it is called, then the rest. */
    private static final List<Node> FIRST =
            List.of(RDF.type.asNode(), RDFS.label.asNode(), SKOS.altLabel.asNode(), SKOS.definition.asNode());

    private static final Comparator<Node> ORDER =
            Comparator.comparingInt(ThingReader::rank).thenComparing(Description.ORDER);

    private final Graph graph;
    private final Names names;

    ThingReader(Graph graph, Names names) {
        this.graph = graph;
        this.names = names;
    }

    /** What points to the thing by one property and is of one class. */
    private record Way(Node property, Optional<Node> type) {
        static final Comparator<Way> ORDER = Comparator.comparing(Way::property, ThingReader.ORDER)
                .thenComparing(way -> way.type().map(Node::toString).orElse(""));
    }

    ThingPage page(Description described) {
        var subject = described.subject();
        var statements = described.properties().stream()
                .sorted(ORDER)
                .map(property -> stated(property, described.values(property)))
                .toList();
        var pointing = graph.find(Node.ANY, Node.ANY, subject);
        var counted = new ArrayList<Triple>();
        while (pointing.hasNext() && counted.size() < COUNTED_AT_MOST) {
            counted.add(pointing.next());
        }
        boolean isCut = pointing.hasNext()
                || statements.stream().anyMatch(stated -> stated.total().isPresent());
        pointing.close();
        return new ThingPage(
                ThingId.of(subject.getURI()),
                subject.getURI(),
                type(described.values(RDF.type.asNode())).map(this::word),
                names.thing(subject).label(),
                statements,
                incoming(counted),
                isCut);
    }

    private Stated stated(Node property, List<Node> values) {
        return new Stated(
                word(property),
                Optional.of(values.size()).filter(total -> total > VALUES_AT_MOST),
                values.stream().limit(VALUES_AT_MOST).map(this::value).toList());
    }

    private Value value(Node node) {
        return node.isLiteral() ? LiteralValue.of(node) : names.thing(node);
    }

    private List<Incoming> incoming(List<Triple> pointing) {
        SortedMap<Way, List<Node>> subjects = new TreeMap<>(Way.ORDER);
        for (var triple : pointing) {
            var way = new Way(triple.getPredicate(), type(names.objects(triple.getSubject(), RDF.type.asNode())));
            subjects.computeIfAbsent(way, first -> new ArrayList<>()).add(triple.getSubject());
        }
        var incoming = new ArrayList<Incoming>();
        subjects.forEach((way, found) -> incoming.add(new Incoming(
                word(way.property()),
                way.type().map(this::word),
                found.size(),
                names.things(found.stream()
                        .sorted(Description.ORDER)
                        .limit(ITEMS_AT_MOST)
                        .toList()))));
        return incoming;
    }

    /** The most specific class of ours, else the first of others. */
    private Optional<Node> type(List<Node> types) {
        return names.mostSpecific(types).or(() -> types.stream().findFirst());
    }

    private Word word(Node term) {
        var given = names.given(term);
        return new Word(
                Names.iri(term), given.isEmpty() ? BorrowedTerms.find(term).orElse(Label.NONE) : given);
    }

    private static int rank(Node property) {
        int rank = FIRST.indexOf(property);
        return rank < 0 ? FIRST.size() : rank;
    }
}
