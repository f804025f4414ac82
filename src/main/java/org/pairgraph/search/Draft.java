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

    /** The properties that say what is in the index. */
    static final Set<Node> PROPERTIES =
            Set.of(TYPE, LABEL, ALTERNATIVE, PG.within, PG.memberCount, PG.memberKind, PG.countQualifier);

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

    private Draft(Node node, PartyClass type) {
        this.node = node;
        this.type = type;
    }

    /** Every party, site and programme of a graph that has a name, by name. It is read property by property. */
    static List<Draft> all(Statements statements, Function<Node, Named> composed) {
        var drafts = new HashMap<Node, Draft>();
        var patterns = new ArrayList<Pattern>();
        for (var type : PartyClass.values()) {
            patterns.add(new Pattern(
                    TYPE,
                    type.node(),
                    (subject, object) -> drafts.computeIfAbsent(subject, party -> new Draft(party, type))));
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

    /** The labels first. */
    List<Name> names() {
        return names;
    }

    private static Optional<Draft> find(Graph graph, Node node) {
        var types = graph.find(node, TYPE, Node.ANY).mapWith(Triple::getObject).toSet();
        return Stream.of(PartyClass.values())
                .filter(type -> types.contains(type.node()))
                .findFirst()
                .map(type -> {
                    var draft = new Draft(node, type);
                    graph.find(node, LABEL, Node.ANY).forEach(triple -> draft.name(triple.getObject(), false));
                    graph.find(node, ALTERNATIVE, Node.ANY).forEach(triple -> draft.name(triple.getObject(), true));
                    graph.find(node, PG.within, Node.ANY).forEach(triple -> draft.within(triple.getObject()));
                    return draft;
                });
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
        return named.stream()
                .sorted(Comparator.comparing(
                                (Draft draft) -> draft.names.getFirst().text())
                        .thenComparing(draft -> draft.node.toString()))
                .toList();
    }

    private void name(Node label, boolean isAlternative) {
        if (label.isLiteral()) {
            names.add(new Name(label.getLiteralLexicalForm(), label.getLiteralLanguage(), isAlternative));
        }
    }

    private void nameGroup(Function<Node, Named> composed) {
        if (type == PartyClass.PARTY_GROUP && names.isEmpty()) {
            var group = composed.apply(node);
            group.zh().ifPresent(text -> names.add(new Name(text, "zh-Hans", false)));
            group.en().ifPresent(text -> names.add(new Name(text, "en", false)));
        }
    }

    /** Of several parents the first by IRI is taken. */
    private void within(Node place) {
        if (parent == null || place.toString().compareTo(parent.toString()) < 0) {
            parent = place;
        }
    }
}
