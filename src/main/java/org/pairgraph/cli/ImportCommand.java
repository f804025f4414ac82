package org.pairgraph.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.pairgraph.ingest.Consent;
import org.pairgraph.ingest.ImportPlan;
import org.pairgraph.store.SourceName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Plan files, print the report, and make them the current version of their source.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ImportFiles files;

    @Mixin
    private StoreOption store;

    @Mixin
    private TokenOption token;

    @Option(names = "--replace", description = "Also remove what the source says now and the files do not say.")
    private boolean replace;

    @Option(names = "--json", description = "Print the reports as JSON, an array.")
    private boolean json;

    /** What was done with one source. */
    private record Report(ImportPlan plan, String outcome, Optional<RevisionEntry> revision) {}

    /** One source after the other; the first that is refused ends it. What was done before is told in any case. */
    @Override
    public Integer call() throws IOException {
        var reports = new ArrayList<Report>();
        var sources = files.bySource();
        var waiting = new ArrayDeque<>(sources.keySet());
        boolean isRefused = false;
        try (var access = ImportAccess.open(
                store.folder(), Home.folder(), token, spec.commandLine().getErr()::println)) {
            while (!waiting.isEmpty() && !isRefused) {
                var source = waiting.remove();
                isRefused = !imported(access, source, sources.get(source), reports);
            }
        } catch (IOException | RuntimeException e) {
            if (!reports.isEmpty()) {
                print(reports, waiting);
            }
            throw e;
        }
        print(reports, waiting);
        return isRefused ? Main.REFUSED : Main.DONE;
    }

    private boolean imported(ImportAccess access, SourceName source, List<LocalFile> sent, List<Report> reports)
            throws IOException {
        var plan = access.plan(source, sent);
        return switch (access.apply(plan, replace ? Consent.REPLACE : Consent.NONE)) {
            case ApplyAnswer.Done done -> reports.add(new Report(plan, "applied", Optional.of(done.revision())));
            case ApplyAnswer.Unchanged unchanged -> reports.add(new Report(plan, "unchanged", Optional.empty()));
            case ApplyAnswer.Refused refused -> {
                reports.add(new Report(refused.plan(), refused.why(), Optional.empty()));
                yield false;
            }
        };
    }

    private void print(List<Report> reports, Collection<SourceName> waiting) throws IOException {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(CliJson.text(reports));
            return;
        }
        var printed = new PlanReport(out);
        reports.forEach(report -> {
            printed.print(report.plan());
            printed.line("%s", sentence(report));
        });
        if (!waiting.isEmpty()) {
            printed.line("Not tried: %s", waiting.stream().map(SourceName::text).collect(Collectors.joining(", ")));
        }
    }

    private static String sentence(Report report) {
        var plan = report.plan();
        return switch (report.outcome()) {
            case "applied" -> {
                var revision = report.revision().orElseThrow();
                yield "Revision %d: \"%s\" is at version %d. To take it back: pairgraph undo %s"
                        .formatted(
                                revision.revision(),
                                plan.source(),
                                revision.changes().getFirst().version(),
                                plan.source());
            }
            case "unchanged" -> "\"%s\" says all of this already: nothing was changed".formatted(plan.source());
            case "consent-needed" ->
                "Not imported: it would remove %d triples that \"%s\" says now. If that is meant: pairgraph import … --replace"
                        .formatted(plan.triples().removed(), plan.source());
            case "plan-not-applicable" -> "Not imported: mend the errors and import it again";
            case "stale-plan" ->
                "Not imported: somebody else changed the store in the meantime, and above is what it would do now. Import it again if that is meant";
            default -> "Not imported (%s): import it again".formatted(report.outcome());
        };
    }
}
