package org.pairgraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pairgraph.ingest.ImportPlan;
import org.pairgraph.ingest.ImportPlan.Dependant;
import org.pairgraph.ingest.ShapeResult;
import org.pairgraph.ingest.Totals;

/** What a plan says, for a person at a terminal. */
final class PlanReport {
    private static final int MOST_WARNINGS = 20;
    private static final int MOST_OTHERS = 1_000;

    private final PrintWriter out;

    PlanReport(PrintWriter out) {
        this.out = out;
    }

    void print(ImportPlan plan) {
        var files = plan.files().stream().map(ImportPlan.PlannedFile::name).collect(Collectors.joining(", "));
        line("%s → %s", files, plan.source());
        plan.syntaxErrors().forEach(this::error);
        each(plan.shapeResults(), result -> shape(result, plan));
        each(
                plan.unknownTerms(),
                term -> line(
                        "  unknown term <%s>%s%s%s",
                        term.iri(),
                        term.file().map(file -> " in " + file).orElse(""),
                        onLine(term.line()),
                        term.nearest()
                                .map(known -> ": did you mean <" + known + ">?")
                                .orElse("")));
        each(
                plan.lookalikes(),
                alike -> line("  <%s> looks like <%s>: %s", alike.iri(), alike.existing(), alike.why()));
        dependants(plan.dependants());
        warnings(plan.warnings());
        line(
                "  triples: +%d −%d =%d",
                plan.triples().added(), plan.triples().removed(), plan.triples().unchanged());
        totals(plan.totals().before(), plan.totals().after());
    }

    void dependants(List<Dependant> dependants) {
        each(
                dependants,
                thing -> line(
                        "  <%s> would be described by nobody; %d triples refer to it, of %s",
                        thing.iri(),
                        thing.references(),
                        thing.by().stream().map(iri -> "<" + iri + ">").collect(Collectors.joining(", "))));
    }

    /** A line of the report, without anything that would steer the terminal. */
    void line(String form, Object... values) {
        out.println(printable(form.formatted(values)));
    }

    private void error(ImportPlan.FileError error) {
        var place = error.file()
                + (error.line() > 0 ? ":" + error.line() : "")
                + (error.column() > 0 ? ":" + error.column() : "");
        line("%s: %s", place, error.message());
        if (!error.excerpt().isEmpty()) {
            line("    %s", error.excerpt());
        }
    }

    private void shape(ShapeResult result, ImportPlan plan) {
        line(
                "%s%s: %s: <%s>%s%s",
                result.file()
                        .orElse(
                                plan.files().size() == 1
                                        ? plan.files().getFirst().name()
                                        : plan.source()),
                result.line() > 0 ? ":" + result.line() : "",
                result.severity().name().toLowerCase(Locale.ROOT),
                result.focusNode(),
                result.path().map(path -> " " + path).orElse(""),
                result.value().map(value -> " " + value).orElse(""));
        line("    %s", result.message().en());
        line("    %s", result.message().zh());
    }

    private void warnings(List<String> warnings) {
        warnings.stream().limit(MOST_WARNINGS).forEach(warning -> line("  warning: %s", warning));
        if (warnings.size() > MOST_WARNINGS) {
            line("  and %d more warnings; --json has them all", warnings.size() - MOST_WARNINGS);
        }
    }

    private void totals(Totals before, Totals after) {
        change("pairings", before.pairings(), after.pairings());
        change("parties", before.parties(), after.parties());
    }

    private void change(String what, SortedMap<String, Long> before, SortedMap<String, Long> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> {
            long then = count(before, name);
            long now = count(after, name);
            if (then != now) {
                line("  %s, %s: %d → %d", what, name, then, now);
            }
        });
    }

    private static long count(Map<String, Long> counts, String name) {
        return counts.getOrDefault(name, 0L);
    }

    private <T> void each(List<T> items, Consumer<T> printing) {
        items.stream().limit(MOST_OTHERS).forEach(printing);
        if (items.size() > MOST_OTHERS) {
            line("  and %d more; --json has them all", items.size() - MOST_OTHERS);
        }
    }

    private static String onLine(long line) {
        return line > 0 ? " on line " + line : "";
    }

    private static String printable(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        ? '\uFFFD'
                        : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
