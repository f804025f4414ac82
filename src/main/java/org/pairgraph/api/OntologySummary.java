package org.pairgraph.api;

import java.util.List;
import java.util.Map;
import org.pairgraph.api.TermRoutes.Listed;
import org.pairgraph.claims.Label;
import org.pairgraph.linked.Address;
import org.pairgraph.vocab.PG;

/** The terms in plain HTML and in both languages; each stands at the fragment of its IRI. */
final class OntologySummary {
    private static final Map<String, String> HEADINGS = Map.of(
            "class", "类 Classes",
            "object-property", "指向事物的属性 Object properties",
            "datatype-property", "取值属性 Datatype properties",
            "code-list", "代码表 Code lists",
            "code", "代码 Codes");

    private OntologySummary() {}

    static String of(Label title, List<Listed> terms) {
        var html = new Markup();
        html.open("main").line();
        html.open("h1").label(title, "pairgraph").close("h1").line();
        var last = "";
        for (var term : terms) {
            if (!term.kind().equals(last)) {
                html.element("h2", HEADINGS.getOrDefault(term.kind(), term.kind()))
                        .line();
                last = term.kind();
            }
            term(term, html);
        }
        return html.close("main").toString();
    }

    private static void term(Listed term, Markup html) {
        boolean isHere = term.iri().startsWith(PG.NAMESPACE);
        var opening = isHere ? "section id=\"" + Markup.escaped(term.name()) + "\"" : "section";
        html.open(opening).open("h3").link(term.iri(), term.label()).close("h3");
        html.open("p").element("code", Address.path(term.iri())).close("p");
        term.definition()
                .ifPresent(definition -> html.open("p").label(definition, "").close("p"));
        html.close(opening).line();
    }
}
