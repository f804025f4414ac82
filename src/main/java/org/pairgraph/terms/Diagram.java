package org.pairgraph.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.vocabulary.RDFS;
import org.pairgraph.terms.Term.Kind;

/** The classes as Mermaid class diagrams. */
final class Diagram {
    private Diagram() {}

    /** Each class under those above it. */
    static String ofClasses(Terms terms) {
        var lines = opening();
        for (var type : terms.of(Kind.CLASS)) {
            lines.add("  class %s[\"%s\"]"
                    .formatted(type.anchor(), type.anchor() + " " + type.label().zh()));
        }
        for (var type : terms.of(Kind.CLASS)) {
            type.targets(RDFS.subClassOf.getURI()).stream()
                    .flatMap(iri -> terms.find(iri).stream())
                    .forEach(above -> lines.add("  %s <|-- %s".formatted(above.anchor(), type.anchor())));
        }
        return String.join("\n", lines);
    }

    /** An arrow for each property of a shape whose values are of a class of ours. */
    static String ofProperties(Terms terms) {
        var arrows = new TreeSet<String>();
        for (var rule : terms.rules()) {
            for (var type : rule.classes()) {
                rule.path()
                        .ifPresent(path -> terms.classesOfValues(type, path).stream()
                                .flatMap(iri -> terms.find(iri).stream())
                                .forEach(value -> terms.find(type)
                                        .ifPresent(from -> arrows.add("  %s --> %s : %s"
                                                .formatted(
                                                        from.anchor(),
                                                        value.anchor(),
                                                        Names.shortName(path).replaceFirst("^pg:", ""))))));
            }
        }
        var lines = opening();
        lines.addAll(arrows);
        return String.join("\n", lines);
    }

    private static List<String> opening() {
        return new ArrayList<>(List.of("classDiagram", "  direction LR"));
    }
}
