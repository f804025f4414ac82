package org.pairgraph.api;

import java.util.Optional;
import org.pairgraph.api.DumpRoutes.Listing;
import org.pairgraph.claims.Label;

/** The list of dumps in plain HTML and in both languages. */
final class DumpPage {
    private DumpPage() {}

    static String of(Listing listing) {
        var html = new Markup();
        html.open("main").line();
        html.element("h1", "数据下载 Dumps").line();
        html.element("p", "修订 Revision " + listing.revision()).line();
        html.open("ul").line();
        for (var file : listing.files()) {
            html.open("li")
                    .element("a href=\"" + Markup.escaped(file.path()) + "\"", file.name())
                    .text(" · " + file.mediaType() + " · ")
                    .element("a href=\"" + Markup.escaped(file.path()) + ".sha256\"", "SHA-256");
            file.bytes().ifPresent(bytes -> html.text(" · " + bytes + " bytes"));
            html.close("li").line();
        }
        html.close("ul").line();
        html.element("p", "任一修订 Any revision: " + listing.template()).line();
        html.element("h2", "来源与许可 Sources and licences").line();
        html.open("ul").line();
        for (var source : listing.sources()) {
            html.open("li")
                    .text(source.name() + " " + source.version() + " · ")
                    .link(
                            source.licence().orElse("许可未说明 licence not stated"),
                            new Label(Optional.empty(), Optional.empty()))
                    .close("li")
                    .line();
        }
        html.close("ul").line();
        html.open("p")
                .element("a href=\"" + Markup.escaped(listing.description()) + "\"", "VoID, DCAT")
                .close("p");
        return html.close("main").toString();
    }
}
