package org.pairgraph.api;

import java.util.List;
import java.util.Optional;
import org.pairgraph.claims.Label;
import org.pairgraph.claims.LiteralValue;
import org.pairgraph.claims.Thing;
import org.pairgraph.claims.ThingPage;
import org.pairgraph.claims.ThingPage.Incoming;
import org.pairgraph.claims.ThingPage.Stated;
import org.pairgraph.claims.Value;

/** The page of a thing in plain HTML and in both languages. */
final class ThingSummary {
    private final Markup html = new Markup();

    private ThingSummary() {}

    static String of(ThingPage page) {
        return new ThingSummary().page(page);
    }

    /** Both names in one line. */
    static String title(Label label, String otherwise) {
        var title =
                String.join(" ", label.zh().orElse(""), label.en().orElse("")).strip();
        return title.isEmpty() ? otherwise : title;
    }

    private String page(ThingPage page) {
        html.open("main").line();
        html.open("h1").label(page.label(), page.id()).close("h1").line();
        page.type()
                .ifPresent(type ->
                        html.open("p").link(type.iri(), type.label()).close("p").line());
        html.open("p").element("code", page.iri()).close("p").line();
        html.open("dl").line();
        page.statements().forEach(this::statement);
        html.close("dl").line();
        if (!page.incoming().isEmpty()) {
            html.open("h2")
                    .label(new Label(Optional.of("指向它的"), Optional.of("What points here")), "")
                    .close("h2")
                    .line();
            html.open("dl").line();
            page.incoming().forEach(this::incoming);
            html.close("dl").line();
        }
        if (page.truncated()) {
            html.open("p")
                    .element("span lang=\"zh-Hans\"", "内容有节略。")
                    .element("span lang=\"en\"", "Some of it is left out here.")
                    .close("p")
                    .line();
        }
        return html.close("main").toString();
    }

    private void statement(Stated stated) {
        html.open("dt")
                .link(stated.property().iri(), stated.property().label())
                .close("dt")
                .line();
        stated.values().forEach(this::value);
        stated.total().ifPresent(total -> html.element("dd", "… " + total).line());
    }

    private void value(Value value) {
        html.open("dd");
        switch (value) {
            case Thing thing -> html.link(thing.iri(), thing.label());
            case LiteralValue literal -> literal(literal);
        }
        html.close("dd").line();
    }

    private void literal(LiteralValue literal) {
        literal.lang()
                .ifPresentOrElse(
                        lang -> html.element("span lang=\"" + Markup.escaped(lang) + "\"", literal.value()),
                        () -> html.text(literal.value()));
    }

    private void incoming(Incoming incoming) {
        html.open("dt").label(incoming.property().label(), incoming.property().iri());
        incoming.type().ifPresent(type -> html.text(" · ").label(type.label(), type.iri()));
        html.text(" (" + incoming.count() + ")").close("dt").line();
        List<Thing> items = incoming.items();
        items.forEach(thing ->
                html.open("dd").link(thing.iri(), thing.label()).close("dd").line());
    }
}
