package org.pairgraph.claims;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/** The classes and codes that a revision knows. Immutable: read once for each revision. */
public final class Classes {
    private final Map<Node, Set<Node>> above;
    private final SortedMap<String, Node> ours;
    private final SortedMap<String, Node> parties;
    private final Map<String, SortedMap<String, Node>> schemes;

    private Classes(
            Map<Node, Set<Node>> above,
            SortedMap<String, Node> ours,
            SortedMap<String, Node> parties,
            Map<String, SortedMap<String, Node>> schemes) {
        this.above = above;
        this.ours = ours;
        this.parties = parties;
        this.schemes = schemes;
    }

    /** Reads the class hierarchy and the code lists of a graph. */
    public static Classes of(Graph graph) {
        var parents = new HashMap<Node, Set<Node>>();
        graph.find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY)
                .forEachRemaining(triple -> parents.computeIfAbsent(triple.getSubject(), type -> new LinkedHashSet<>())
                        .add(triple.getObject()));
        var above = new HashMap<Node, Set<Node>>();
        parents.keySet().forEach(type -> above.put(type, above(type, parents)));

        var ours = new TreeMap<String, Node>();
        graph.find(Node.ANY, RDF.type.asNode(), OWL2.Class.asNode())
                .mapWith(Triple::getSubject)
                .filterKeep(Classes::isOurs)
                .forEach(type -> ours.put(name(type), type));
        above.keySet().stream().filter(Classes::isOurs).forEach(type -> ours.put(name(type), type));
        ours.put(name(PG.Party), PG.Party);

        var parties = new TreeMap<String, Node>();
        ours.forEach((name, type) -> {
            if (type.equals(PG.Party) || above.getOrDefault(type, Set.of()).contains(PG.Party)) {
                parties.put(name, type);
            }
        });

        var schemes = new HashMap<String, SortedMap<String, Node>>();
        graph.find(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
                .forEachRemaining(triple -> schemes.computeIfAbsent(
                                Description.codeOf(triple.getObject()), scheme -> new TreeMap<>())
                        .put(Description.codeOf(triple.getSubject()), triple.getSubject()));
        return new Classes(above, ours, parties, schemes);
    }

    /** The classes of parties, by their name in the ontology. */
    public Set<String> partyClasses() {
        return parties.keySet();
    }

    /** The codes of a list, for example {@code party-kinds}. */
    public Set<String> codes(String scheme) {
        return schemes.getOrDefault(scheme, new TreeMap<>()).keySet();
    }

    /** All classes of the ontology, by their name in it. */
    public Set<String> names() {
        return ours.keySet();
    }

    /** A class and those below it. */
    Set<Node> withSubclasses(String name) {
        var type = ours.get(name);
        var found = new LinkedHashSet<Node>();
        ours.values().stream()
                .filter(other -> other.equals(type)
                        || above.getOrDefault(other, Set.of()).contains(type))
                .forEach(found::add);
        return found;
    }

    boolean isParty(Collection<Node> types) {
        return types.stream().anyMatch(parties::containsValue);
    }

    /** The name of that class of ours which is below the others; none when no class is ours. */
    Optional<String> mostSpecific(List<Node> types) {
        return types.stream()
                .filter(Classes::isOurs)
                .filter(type -> types.stream()
                        .noneMatch(other -> above.getOrDefault(other, Set.of()).contains(type)))
                .findFirst()
                .map(Classes::name);
    }

    static Node code(String code) {
        return NodeFactory.createURI(PGC.NAMESPACE + code);
    }

    private static Set<Node> above(Node type, Map<Node, Set<Node>> parents) {
        var found = new LinkedHashSet<Node>();
        var open = new ArrayDeque<>(parents.getOrDefault(type, Set.of()));
        while (!open.isEmpty()) {
            var parent = open.remove();
            if (!parent.equals(type) && found.add(parent)) {
                open.addAll(parents.getOrDefault(parent, Set.of()));
            }
        }
        return found;
    }

    private static boolean isOurs(Node type) {
        return type.isURI() && type.getURI().startsWith(PG.NAMESPACE);
    }

    static String name(Node type) {
        return type.getURI().substring(PG.NAMESPACE.length());
    }
}
