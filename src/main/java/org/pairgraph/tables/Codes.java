package org.pairgraph.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.vocab.PGC;

/**
 * The codes of one code list, found by code, label, or what is left of a label without its brackets: 个（车间） is also
 * 个车间, and 场（次） also 场 since no other begins so.
 */
final class Codes {
    private final Map<String, Set<Node>> exact = new HashMap<>();
    private final Map<String, Set<Node>> loose = new HashMap<>();
    private final Set<String> shown = new TreeSet<>();

    private Codes() {}

    static Codes in(Known known, String scheme) {
        var codes = new Codes();
        known.subjects(SKOS.inScheme.asNode(), code(scheme)).forEach(concept -> {
            add(codes.exact, concept.getURI().substring(PGC.NAMESPACE.length()), concept);
            for (var name : known.names(concept)) {
                codes.shown.add(name);
                add(codes.exact, name, concept);
                add(codes.loose, name.replaceAll("[（）()]", ""), concept);
                add(codes.loose, name.replaceAll("[（(].*", ""), concept);
            }
        });
        return codes;
    }

    static Node code(String name) {
        return NodeFactory.createURI(PGC.NAMESPACE + name);
    }

    /** The code that a text names. */
    Node find(String text) throws UnreadableCell {
        var name = plain(text);
        var found = exact.getOrDefault(name, loose.getOrDefault(name, Set.of()));
        if (found.size() == 1) {
            return found.iterator().next();
        }
        if (found.isEmpty()) {
            throw new UnreadableCell(
                    Message.of("not in the list: choose one of its names (%s)", "不在代码表中：请从中选择（%s）", some(shown))
                            .and(Nearest.hint(text, shown)));
        }
        var codes = found.stream()
                .map(code -> code.getURI().substring(PGC.NAMESPACE.length()))
                .sorted()
                .toList();
        throw new UnreadableCell(
                "this may mean several: write one of the codes (%s)", "可能指几个：请写其中一个代码（%s）", some(codes));
    }

    private static void add(Map<String, Set<Node>> names, String name, Node code) {
        names.computeIfAbsent(plain(name), key -> new LinkedHashSet<>()).add(code);
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    private static String some(Iterable<String> names) {
        List<String> list = new ArrayList<>();
        names.forEach(list::add);
        return list.size() <= 24 ? String.join(", ", list) : String.join(", ", list.subList(0, 24)) + ", …";
    }
}
