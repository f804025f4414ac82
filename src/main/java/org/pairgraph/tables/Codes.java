package org.pairgraph.tables;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.vocab.PGC;

/**
 * The codes of one code list, found by code, label, or what is left of a label without its brackets: 个（车间） is also
 * 个车间, and 场（次） also 场 since no other begins so.
 */
final class Codes {
    private static final int FEW = 20;

    private final Map<String, Set<Node>> exact = new HashMap<>();
    private final Map<String, Set<Node>> loose = new HashMap<>();
    private final Set<String> english = new TreeSet<>();
    private final Set<String> chinese = new TreeSet<>();
    private final String scheme;

    private Codes(String scheme) {
        this.scheme = scheme;
    }

    static Codes in(Known known, String scheme) {
        var codes = new Codes(scheme);
        known.subjects(SKOS.inScheme.asNode(), code(scheme)).forEach(concept -> {
            add(codes.exact, concept.getURI().substring(PGC.NAMESPACE.length()), concept);
            known.objects(concept, RDFS.label.asNode())
                    .forEach(label -> (label.getLiteralLanguage().equals("en") ? codes.english : codes.chinese)
                            .add(label.getLiteralLexicalForm()));
            for (var name : known.names(concept)) {
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
            throw new UnreadableCell(unknown(text));
        }
        var codes = found.stream()
                .map(code -> code.getURI().substring(PGC.NAMESPACE.length()))
                .sorted()
                .toList();
        throw new UnreadableCell(
                "this may mean several: write one of the codes (%s)", "可能指几个：请写其中一个代码（%s）", String.join(", ", codes));
    }

    private static void add(Map<String, Set<Node>> names, String name, Node code) {
        names.computeIfAbsent(plain(name), key -> new LinkedHashSet<>()).add(code);
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    private Message unknown(String text) {
        var names = Stream.concat(english.stream(), chinese.stream()).toList();
        var all = english.size() <= FEW
                ? new Message(String.join(", ", english), String.join("、", chinese))
                : Message.of("pairgraph query %1$s lists them", "pairgraph query %1$s 可列出", scheme);
        return new Message(
                        "not in the list: choose one of its names (%s)".formatted(all.en()),
                        "不在代码表中：请从中选择（%s）".formatted(all.zh()))
                .and(Nearest.hint(text, names));
    }
}
