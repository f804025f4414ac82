package org.pairgraph.ingest;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.ingest.ImportPlan.Lookalike;
import org.pairgraph.vocab.PG;

/**
 * Finds new parties that look like known ones: the same code, or the same name, as it is, in simplified or traditional
 * characters, or in pinyin, within the same parent.
 */
final class Lookalikes {
    private static final List<Node> NAMES = List.of(RDFS.label.asNode(), SKOS.altLabel.asNode());
    private static final List<String> CHINESE = List.of("zh-Hans", "zh", "zh-CN", "zh-Hant");
    /** Beyond so many new parties, pinyin is not compared with each neighbour. */
    private static final int FEW = 500;

    private final Graph before;
    private final Graph after;
    private final Collection<Node> partyClasses;
    private final Map<Set<Node>, Map<String, List<Node>>> neighbours = new HashMap<>();
    private final Map<Node, Set<Node>> below = new HashMap<>();

    Lookalikes(Graph before, Graph after, Collection<Node> partyClasses) {
        this.before = before;
        this.after = after;
        this.partyClasses = partyClasses;
    }

    /** The lookalikes of those of some things that are parties and were not there before, by IRI. */
    List<Lookalike> of(Collection<Node> changed) {
        if (partyClasses.stream().noneMatch(type -> before.contains(Node.ANY, RDF.type.asNode(), type))) {
            return List.of();
        }
        var parties = changed.stream()
                .filter(thing -> isParty(after, thing) && !isParty(before, thing))
                .toList();
        var found = new ArrayList<Lookalike>();
        for (var party : parties) {
            var seen = new TreeSet<String>();
            for (var likeness : likenesses(party, parties.size() <= FEW)) {
                if (seen.add(likeness.existing())) {
                    found.add(likeness);
                }
            }
        }
        found.sort(Comparator.comparing(Lookalike::iri).thenComparing(Lookalike::existing));
        return found;
    }

    private List<Lookalike> likenesses(Node party, boolean few) {
        var found = new ArrayList<Lookalike>();
        for (var code : objects(after, party, PG.adminCode)) {
            subjects(before, PG.adminCode, code)
                    .forEach(other -> add(found, party, other, "same code " + code.getLiteralLexicalForm()));
        }
        var parents = parents(after, party);
        if (!parents.isEmpty()
                && parents.stream().allMatch(parent -> below(parent).isEmpty())) {
            return found;
        }
        for (var name : names(after, party)) {
            for (var form : forms(name)) {
                named(form).stream()
                        .filter(other -> isBelow(parents, other)
                                && isParty(before, other)
                                && parents(before, other).equals(parents))
                        .forEach(other -> add(found, party, other, why(name, form)));
            }
            if (few && !letters(name).isEmpty()) {
                neighbours(parents)
                        .getOrDefault(letters(name), List.of())
                        .forEach(other -> add(found, party, other, "same pinyin " + name.getLiteralLexicalForm()));
            }
        }
        return found;
    }

    /** Whether something known lies in one of some places, where there are any; told without a look at what it is. */
    private boolean isBelow(Set<Node> parents, Node other) {
        return parents.isEmpty()
                || parents.stream().anyMatch(parent -> below(parent).contains(other));
    }

    /** What is known to lie in a place directly. */
    private Set<Node> below(Node parent) {
        return below.computeIfAbsent(parent, place -> Set.copyOf(subjects(before, PG.within, place)));
    }

    /** What is known by a name. */
    private List<Node> named(Node name) {
        return before.find(Node.ANY, Node.ANY, name)
                .filterKeep(triple -> NAMES.contains(triple.getPredicate()))
                .mapWith(Triple::getSubject)
                .toList();
    }

    private static void add(List<Lookalike> found, Node party, Node other, String why) {
        if (!other.equals(party)) {
            found.add(new Lookalike(party.toString(), other.toString(), why));
        }
    }

    private static String why(Node name, Node form) {
        var text = form.getLiteralLexicalForm();
        return text.equals(name.getLiteralLexicalForm())
                ? "same name " + text
                : "same name in simplified or traditional characters " + text;
    }

    /** A name as a known party may bear it: in each tag that stands for its language, simplified and traditional. */
    private static Set<Node> forms(Node name) {
        var text = name.getLiteralLexicalForm();
        var forms = new LinkedHashSet<Node>();
        if (!name.getLiteralLanguage().startsWith("zh")) {
            forms.add(name);
            return forms;
        }
        for (var form : List.of(text, ZhConverterUtil.toSimple(text), ZhConverterUtil.toTraditional(text))) {
            CHINESE.forEach(language -> forms.add(NodeFactory.createLiteralLang(form, language)));
        }
        return forms;
    }

    /** Known parties below the same parents by the letters of their English names, which are made of pinyin. */
    private Map<String, List<Node>> neighbours(Set<Node> parents) {
        return neighbours.computeIfAbsent(parents, any -> {
            var byLetters = new HashMap<String, List<Node>>();
            for (var parent : parents) {
                for (var other : subjects(before, PG.within, parent)) {
                    if (isParty(before, other) && parents(before, other).equals(parents)) {
                        names(before, other)
                                .forEach(name -> byLetters
                                        .computeIfAbsent(letters(name), key -> new ArrayList<>())
                                        .add(other));
                    }
                }
            }
            byLetters.remove("");
            return byLetters;
        });
    }

    private static String letters(Node name) {
        return name.getLiteralLanguage().startsWith("en")
                ? name.getLiteralLexicalForm().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")
                : "";
    }

    private boolean isParty(Graph graph, Node thing) {
        return objects(graph, thing, RDF.type.asNode()).stream().anyMatch(partyClasses::contains);
    }

    private static Set<Node> parents(Graph graph, Node party) {
        return Set.copyOf(objects(graph, party, PG.within));
    }

    private static List<Node> names(Graph graph, Node party) {
        return NAMES.stream()
                .flatMap(property -> objects(graph, party, property).stream())
                .filter(Node::isLiteral)
                .toList();
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private static List<Node> subjects(Graph graph, Node property, Node object) {
        return graph.find(Node.ANY, property, object)
                .mapWith(Triple::getSubject)
                .toList();
    }
}
