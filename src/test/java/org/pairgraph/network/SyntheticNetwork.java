package org.pairgraph.network;

import it.unimi.dsi.fastutil.HashCommon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/**
 * A large network that holds nothing: each triple is worked out from its number when it is asked for. A few parties are
 * in very many pairings; one pairing in four has two or three supporters.
 */
final class SyntheticNetwork {
    static {
        JenaSystem.init();
    }

    static final String NAMESPACE = "https://w3id.org/pairgraph/synthetic/";
    static final String HUB = NAMESPACE + "school/hub";

    private static final Node TYPE = RDF.type.asNode();
    private static final Node LABEL = RDFS.label.asNode();
    private static final int PROVINCES = 30;
    private static final int CITIES = 330;
    private static final int COUNTIES = 2_900;
    private static final int AREAS = PROVINCES + CITIES + COUNTIES;
    private static final List<Node> PROPERTIES = List.of(
            TYPE,
            LABEL,
            PG.within,
            PG.memberCount,
            PG.memberKind,
            PG.countQualifier,
            PG.supporter,
            PG.supported,
            PG.pairingKind,
            PG.programme,
            PG.status,
            PG.basis,
            PG.startDate,
            PG.asOf,
            PG.endDate);

    private final int pairings;
    private final int parties;

    SyntheticNetwork(int pairings) {
        this.pairings = pairings;
        parties = AREAS + pairings + pairings / 7;
    }

    /** One school that supports {@code neighbours} others. */
    static Graph hub(int neighbours) {
        var graph = GraphFactory.createDefaultGraph();
        var hub = NodeFactory.createURI(HUB);
        for (int number = 0; number < neighbours; number++) {
            var claim = node("pairing/" + number);
            var other = node("school/" + number);
            graph.add(Triple.create(other, TYPE, PG.School));
            graph.add(Triple.create(claim, TYPE, PG.Pairing));
            graph.add(Triple.create(claim, PG.pairingKind, code("school")));
            graph.add(Triple.create(claim, PG.supporter, hub));
            graph.add(Triple.create(claim, PG.supported, other));
        }
        return graph;
    }

    static Node node(String path) {
        return NodeFactory.createURI(NAMESPACE + path);
    }

    static Node code(String name) {
        return NodeFactory.createURI(PGC.NAMESPACE + name);
    }

    int parties() {
        return parties;
    }

    Node party(int number) {
        if (number < AREAS) {
            return node("area/" + padded(number));
        }
        return node((isGroup(number) ? "group/" : "school/") + padded(parent(number)) + "-" + padded(number));
    }

    Node pairing(int number) {
        return node("pairing/" + kind(number) + "/" + padded(supported(number) % 100_000) + "-" + padded(number));
    }

    /** All that is said of some pairings, without what is said of their parties. */
    List<Triple> statements(int fromPairing, int toPairing) {
        var triples = new ArrayList<Triple>();
        for (int number = fromPairing; number < toPairing; number++) {
            var claim = pairing(number);
            for (var property : PROPERTIES) {
                ofPairing(number, property).forEach(object -> triples.add(Triple.create(claim, property, object)));
            }
        }
        return triples;
    }

    /** The graph, which answers when it is asked by property. */
    Graph graph() {
        return new GraphBase() {
            @Override
            protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
                return WrappedIterator.create(matching(pattern).iterator());
            }
        };
    }

    private Stream<Triple> matching(Triple pattern) {
        var property = pattern.getPredicate();
        var object = pattern.getObject();
        if (pattern.getSubject().isConcrete() || !PROPERTIES.contains(property)) {
            return Stream.empty();
        }
        return Stream.concat(
                IntStream.range(0, parties)
                        .boxed()
                        .mapMulti((Integer number, Consumer<Triple> to) -> ofParty(number, property)
                                .filter(value -> object.equals(Node.ANY) || object.equals(value))
                                .forEach(value -> to.accept(Triple.create(party(number), property, value)))),
                IntStream.range(0, pairings)
                        .boxed()
                        .mapMulti((Integer number, Consumer<Triple> to) -> ofPairing(number, property)
                                .filter(value -> object.equals(Node.ANY) || object.equals(value))
                                .forEach(value -> to.accept(Triple.create(pairing(number), property, value)))));
    }

    private Stream<Node> ofParty(int number, Node property) {
        if (property.equals(TYPE)) {
            return Stream.of(type(number));
        }
        if (property.equals(LABEL) && !isGroup(number)) {
            return Stream.of(
                    NodeFactory.createLiteralLang("第" + number + "中心小学", "zh-Hans"),
                    NodeFactory.createLiteralLang("Central School " + number, "en"));
        }
        if (property.equals(PG.within) && number >= PROVINCES) {
            return Stream.of(party(parent(number)));
        }
        if (!isGroup(number)) {
            return Stream.empty();
        }
        if (property.equals(PG.memberCount)) {
            return Stream.of(NodeFactory.createLiteralDT("" + (2 + number % 300), XSDDatatype.XSDinteger));
        }
        if (property.equals(PG.memberKind)) {
            return Stream.of(code("school"));
        }
        return property.equals(PG.countQualifier) ? Stream.of(code("exact")) : Stream.empty();
    }

    private Stream<Node> ofPairing(int number, Node property) {
        if (property.equals(TYPE)) {
            return Stream.of(PG.Pairing);
        }
        if (property.equals(PG.supporter)) {
            return IntStream.rangeClosed(0, number % 4 == 0 ? 1 + number % 3 : 0)
                    .map(index -> skewed(number, index))
                    .distinct()
                    .mapToObj(this::party);
        }
        if (property.equals(PG.supported)) {
            return Stream.of(party(supported(number)));
        }
        if (property.equals(PG.pairingKind)) {
            return Stream.of(code(kind(number)));
        }
        if (property.equals(PG.programme)) {
            return Stream.of(node("programme/" + random(number, 7) % 60));
        }
        if (property.equals(PG.status)) {
            return Stream.of(code(number % 10 == 0 ? "planned" : "actual"));
        }
        if (property.equals(PG.basis)) {
            return Stream.of(code(number % 20 == 0 ? "inferred" : "stated"));
        }
        if (property.equals(PG.startDate)) {
            return Stream.of(date(1996 + random(number, 8) % 25, number));
        }
        if (property.equals(PG.asOf)) {
            return Stream.of(date(2021 + number % 3, number));
        }
        return property.equals(PG.endDate) && number % 3 == 0 ? Stream.of(date(2022, number)) : Stream.empty();
    }

    private static Node type(int number) {
        if (number < PROVINCES) {
            return PG.Province;
        }
        if (number < PROVINCES + CITIES) {
            return PG.City;
        }
        if (number < AREAS) {
            return PG.County;
        }
        return isGroup(number) ? PG.PartyGroup : PG.School;
    }

    private static boolean isGroup(int number) {
        return number >= AREAS && number % 20 == 0;
    }

    private static int parent(int number) {
        if (number < PROVINCES + CITIES) {
            return number % PROVINCES;
        }
        return number < AREAS ? PROVINCES + number % CITIES : PROVINCES + CITIES + random(number, 9) % COUNTIES;
    }

    private static String kind(int number) {
        return List.of("school", "hospital", "village", "county", "enterprise").get(number % 5);
    }

    private int supported(int number) {
        return AREAS + random(number, 1) % (parties - AREAS);
    }

    /** Few parties often, many seldom. */
    private int skewed(int number, int index) {
        double chance = (random(number, 11 + index) & 0xFFFFFF) / (double) 0x1000000;
        return (int) (parties * chance * chance * chance);
    }

    private static int random(int number, int use) {
        return HashCommon.murmurHash3(31 * number + use) & Integer.MAX_VALUE;
    }

    private static Node date(int year, int number) {
        int month = 10 + number % 3;
        int day = 10 + number % 19;
        return NodeFactory.createLiteralDT(year + "-" + month + "-" + day, XSDDatatype.XSDdate);
    }

    private static String padded(int number) {
        return Integer.toString(10_000_000 + number).substring(1);
    }
}
