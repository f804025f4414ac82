package org.pairgraph.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.pairgraph.search.Hit.Named;
import org.pairgraph.store.Statements;
import org.pairgraph.store.Statements.Pattern;
import org.pairgraph.vocab.PG;

/** A party as it is read from the graph, on its way into the index. */
final class Draft {
    static final Node TYPE = RDF.type.asNode();
    static final Node LABEL = RDFS.label.asNode();
    static final Node ALTERNATIVE = SKOS.altLabel.asNode();

    /** The properties that say what is in the index, besides the class. */
    private static final Set<Node> PROPERTIES =
            Set.of(LABEL, ALTERNATIVE, PG.within, PG.memberCount, PG.memberKind, PG.countQualifier);

    private static final Set<Node> CLASSES =
            Stream.of(PartyClass.values()).map(PartyClass::node).collect(Collectors.toUnmodifiableSet());

    /** One of the names of a party. */
    record Name(String text, String language, boolean isAlternative) {
        boolean isChinese() {
            var tag = language.toLowerCase(Locale.ROOT);
            return tag.startsWith("zh") && !tag.contains("hant");
        }

        boolean isEnglish() {
            return language.toLowerCase(Locale.ROOT).startsWith("en");
        }
    }

    private final Node node;
    private final PartyClass type;
    private final List<Name> names = new ArrayList<>();
    private @Nullable Node parent;

    /** A party without a name. */
    Draft(Node node, PartyClass type, @Nullable Node parent) {
        this.node = node;
        this.type = type;
        this.parent = parent;
    }

    /** Whether a triple may say something that is in the index. */
    static boolean isOfParty(Triple triple) {
        return PROPERTIES.contains(triple.getPredicate())
                || triple.predicateMatches(TYPE) && CLASSES.contains(triple.getObject());
    }

    /** Every party, site and programme of a graph that has a name, by name. It is read property by property. */
    static List<Draft> all(Statements statements, Function<Node, Named> composed) {
        var drafts = new HashMap<Node, Draft>();
        var patterns = new ArrayList<Pattern>();
        for (var type : PartyClass.values()) {
            patterns.add(new Pattern(
                    TYPE,
                    type.node(),
                    (subject, object) -> drafts.computeIfAbsent(subject, party -> new Draft(party, type, null))));
        }
        patterns.add(pattern(LABEL, drafts, (draft, label) -> draft.name(label, false)));
        patterns.add(pattern(ALTERNATIVE, drafts, (draft, label) -> draft.name(label, true)));
        patterns.add(pattern(PG.within, drafts, Draft::within));
        statements.read(patterns);
        return finished(drafts.values(), composed);
    }

    /** Those of some things that are parties, sites or programmes and have a name. */
    static List<Draft> of(Graph graph, Collection<Node> nodes, Function<Node, Named> composed) {
        var drafts = nodes.stream().flatMap(node -> find(graph, node).stream()).toList();
        return finished(drafts, composed);
    }

    Node node() {
        return node;
    }

    PartyClass type() {
        return type;
    }

    Optional<Node> parent() {
        return Optional.ofNullable(parent);
    }

    /** Adds a name behind those that it has. */
    void add(Name name) {
        names.add(name);
    }

    /** The labels first. */
    List<Name> names() {
        return names;
    }

    private static Optional<Draft> find(Graph graph, Node node) {
        var triples = graph.find(node, Node.ANY, Node.ANY).toList();
        var types = triples.stream()
                .filter(triple -> triple.predicateMatches(TYPE))
                .map(Triple::getObject)
                .collect(Collectors.toSet());
        return Stream.of(PartyClass.values())
                .filter(type -> types.contains(type.node()))
                .findFirst()
                .map(type -> {
                    var draft = new Draft(node, type, null);
                    triples.forEach(draft::take);
                    return draft;
                });
    }

    private void take(Triple triple) {
        if (triple.predicateMatches(LABEL)) {
            name(triple.getObject(), false);
        } else if (triple.predicateMatches(ALTERNATIVE)) {
            name(triple.getObject(), true);
        } else if (triple.predicateMatches(PG.within)) {
            within(triple.getObject());
        }
    }

    private static Pattern pattern(Node property, Map<Node, Draft> drafts, BiConsumer<Draft, Node> take) {
        return new Pattern(property, Node.ANY, (subject, object) -> {
            var draft = drafts.get(subject);
            if (draft != null) {
                take.accept(draft, object);
            }
        });
    }

    private static List<Draft> finished(Collection<Draft> drafts, Function<Node, Named> composed) {
        drafts.forEach(draft -> draft.nameGroup(composed));
        var named = drafts.stream().filter(draft -> !draft.names.isEmpty()).toList();
        named.forEach(draft -> draft.names.sort(Comparator.comparing(Name::isAlternative)
                .thenComparing(Name::isChinese, Comparator.reverseOrder())
                .thenComparing(Name::language)
                .thenComparing(Name::text)));
        return inOrder(named.stream());
    }

    /** Those that have a name, in the order in which a segment numbers them. */
    static List<Draft> inOrder(Stream<Draft> drafts) {
        return drafts.sorted(Comparator.comparing(
                                (Draft draft) -> draft.names.getFirst().text())
                        .thenComparing(draft -> draft.node.toString()))
                .toList();
    }

    private void name(Node label, boolean isAlternative) {
        if (label.isLiteral()) {
            add(new Name(label.getLiteralLexicalForm(), label.getLiteralLanguage(), isAlternative));
        }
    }

    private void nameGroup(Function<Node, Named> composed) {
        if (type == PartyClass.PARTY_GROUP && names.isEmpty()) {
            var group = composed.apply(node);
            group.zh().ifPresent(text -> add(new Name(text, "zh-Hans", false)));
            group.en().ifPresent(text -> add(new Name(text, "en", false)));
        }
    }

    /** Of several parents the first by IRI is taken. */
    private void within(Node place) {
        if (parent == null || place.toString().compareTo(parent.toString()) < 0) {
            parent = place;
        }
    }
}
