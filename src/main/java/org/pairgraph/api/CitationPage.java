package org.pairgraph.api;

import java.util.List;
import java.util.Map;
import org.pairgraph.api.CitationRoutes.Replay;
import org.pairgraph.citations.Citation;
import org.pairgraph.citations.CitationText;

/** A citation in plain HTML and in both languages. */
final class CitationPage {
    private static final Map<String, List<String>> OUTCOMES = Map.of(
            "same", List.of("重新运行，结果相同。", "Run again just now: the same result."),
            "changed", List.of("重新运行，结果不同。", "Run again just now: another result."),
            "forgotten",
                    List.of(
                            "该修订的部分数据已被永久删除，无法重新运行。",
                            "Data of the revision was removed for good; the query cannot be run again."),
            "gone", List.of("本库没有该修订。", "This store has no such revision."));

    private CitationPage() {}

    static String of(Citation citation, CitationText text, Replay replay) {
        var html = new Markup();
        html.open("main").line();
        html.element("h1", citation.title().orElse("引用 Citation")).line();
        html.element("p", text.plain().strip()).line();
        var outcome = OUTCOMES.getOrDefault(replay.outcome(), List.of("", replay.outcome()));
        html.open("p")
                .element("strong lang=\"zh-Hans\"", outcome.getFirst())
                .text(" ")
                .element("strong lang=\"en\"", outcome.getLast())
                .close("p")
                .line();
        replay.rows()
                .ifPresent(rows -> html.element("p", citation.rows() + " → " + rows + " 行 rows")
                        .line());
        replay.differences()
                .forEach(difference -> html.open("pre")
                        .text("- " + difference.cited().orElse("") + "\n+ "
                                + difference.now().orElse(""))
                        .close("pre")
                        .line());
        replay.forgotten().forEach(graph -> html.element("p", graph).line());
        html.element("h2", "查询 Query").line();
        html.element("pre", citation.query()).line();
        html.open("p");
        for (var form : List.of(CitationForm.BIBTEX, CitationForm.CSL, CitationForm.TEXT, CitationForm.JSON)) {
            html.element("a href=\"" + citation.id() + form.ending() + "\"", form.label())
                    .text(" ");
        }
        return html.close("p").close("main").toString();
    }
}
