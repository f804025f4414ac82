package org.pairgraph.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

/** What is described already, found by id and by name. */
final class Known {
    static final Set<Node> AREAS = Set.of(PG.Province, PG.City, PG.Prefecture, PG.County, PG.Township, PG.Village);
    static final Set<Node> ORGANIZATIONS = Set.of(
            PG.Organization,
            PG.School,
            PG.Hospital,
            PG.Enterprise,
            PG.SocialOrganization,
            PG.PublicInstitution,
            PG.GovernmentBody);

    private static final Pattern IRI = Pattern.compile("https?://[!-~&&[^<>\"{}|\\\\^`]]+");
    private static final Pattern ID = Pattern.compile("[a-z][a-z-]*/[A-Za-z0-9._~/-]+");

    private final Graph graph;
    private final String namespace;
    private final Map<Set<Node>, Map<String, Set<Node>>> labels = new HashMap<>();
    private final Map<Set<Node>, Map<String, Set<Node>>> others = new HashMap<>();
    private final Map<Set<Node>, Set<String>> every = new HashMap<>();

    /** @param namespace in which a short id is looked up first */
    Known(Graph graph, String namespace) {
        this.graph = graph;
        this.namespace = namespace;
    }

    boolean describes(Node thing) {
        return graph.contains(thing, RDF.type.asNode(), Node.ANY);
    }

    boolean isOne(Node thing, Set<Node> classes) {
        return objects(thing, RDF.type.asNode()).anyMatch(classes::contains);
    }

    Stream<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream();
    }

    Optional<Node> object(Node subject, Node property) {
        return objects(subject, property).findFirst();
    }

    Stream<Node> subjects(Node property, Node object) {
        return graph.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList().stream();
    }

    boolean says(Node subject, Node property, Node object) {
        return graph.contains(subject, property, object);
    }

    /** Whatever has one of the classes. */
    Stream<Node> instances(Set<Node> classes) {
        return classes.stream().flatMap(type -> subjects(RDF.type.asNode(), type));
    }

    /** Labels and other names. */
    List<String> names(Node thing) {
        return Stream.concat(labels(thing), otherNames(thing)).distinct().toList();
    }

    /** How a thing is called in a message: its Chinese label, else any, else its id. */
    String called(Node thing) {
        return objects(thing, RDFS.label.asNode())
                .filter(label -> label.getLiteralLanguage().startsWith("zh"))
                .findFirst()
                .or(() -> object(thing, RDFS.label.asNode()))
                .map(Node::getLiteralLexicalForm)
                .orElseGet(() -> shortId(thing));
    }

    /** The described thing that an id means, short or full; nothing when the text is no id. */
    Optional<Node> byId(String text) {
        if (IRI.matcher(text).matches()) {
            return Optional.of(NodeFactory.createURI(text)).filter(this::describes);
        }
        if (ID.matcher(text).matches()) {
            return Stream.of(namespace, Namespaces.ID)
                    .map(space -> NodeFactory.createURI(space + text))
                    .filter(this::describes)
                    .findFirst();
        }
        return Optional.empty();
    }

    /** Those of some classes that have a name: by label, else by another name. Case does not matter. */
    List<Node> named(Set<Node> classes, String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        var byLabel =
                labels.computeIfAbsent(classes, of -> index(of, this::labels)).getOrDefault(wanted, Set.of());
        return List.copyOf(
                byLabel.isEmpty()
                        ? others.computeIfAbsent(classes, of -> index(of, this::otherNames))
                                .getOrDefault(wanted, Set.of())
                        : byLabel);
    }

    /** Every name that something of some classes has. */
    Set<String> namesOf(Set<Node> classes) {
        return every.computeIfAbsent(classes, of -> {
            var names = new LinkedHashSet<String>();
            instances(of).forEach(thing -> names.addAll(names(thing)));
            return names;
        });
    }

    /** The one thing of some classes that a text names, by id or name. */
    Node one(Set<Node> classes, String text, Message kind) throws UnreadableCell {
        var byId = byId(text).filter(thing -> isOne(thing, classes));
        return byId.isPresent() ? byId.get() : only(named(classes, text), text, kind, classes);
    }

    /** The only one of those found; a refusal that names several, or the nearest names of some classes. */
    Node only(List<Node> found, String text, Message kind, Set<Node> classes) throws UnreadableCell {
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw new UnreadableCell(new Message(
                            "no %s is called so: correct it, or describe it first (docs/importing.md)"
                                    .formatted(kind.en()),
                            "没有叫这个名称的%s：请改正，或先描述它（docs/importing.md）".formatted(kind.zh()))
                    .and(Nearest.hint(text, namesOf(classes))));
        }
        var list = new ArrayList<String>();
        found.forEach(thing -> list.add(called(thing) + " " + shortId(thing)));
        list.sort(null);
        throw new UnreadableCell(Message.of(
                "several are called so: write one of the ids (%s)", "有几个同名：请写其中一个的标识（%s）", String.join("; ", list)));
    }

    /** The part of an IRI that a table writes. */
    String shortId(Node thing) {
        var iri = thing.getURI();
        return Stream.of(namespace, Namespaces.ID)
                .filter(iri::startsWith)
                .findFirst()
                .map(space -> iri.substring(space.length()))
                .orElse(iri);
    }

    /** What stands for a thing in the key of a claim: its id without the first part. */
    String key(Node thing) {
        return shortId(thing).replaceFirst("^[^/]*/", "");
    }

    private Map<String, Set<Node>> index(Set<Node> classes, Function<Node, Stream<String>> names) {
        Map<String, Set<Node>> index = new LinkedHashMap<>();
        instances(classes)
                .forEach(thing -> names.apply(thing)
                        .forEach(name -> index.computeIfAbsent(
                                        name.toLowerCase(Locale.ROOT), key -> new LinkedHashSet<>())
                                .add(thing)));
        return index;
    }

    private Stream<String> labels(Node thing) {
        return objects(thing, RDFS.label.asNode()).map(Node::getLiteralLexicalForm);
    }

    private Stream<String> otherNames(Node thing) {
        return Stream.of(SKOS.altLabel.asNode(), DCTerms.identifier.asNode(), PG.documentNumber)
                .flatMap(property -> objects(thing, property))
                .map(Node::getLiteralLexicalForm);
    }
}
