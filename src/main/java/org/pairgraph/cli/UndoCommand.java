package org.pairgraph.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pairgraph.ingest.ImportPlan.Dependant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "undo", description = "Take a version of a source back; the newest remaining one becomes current.")
final class UndoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "The name of the source.")
    private String source;

    @Option(names = "--version", paramLabel = "N", description = "Which version; the current one when left out.")
    private Optional<Integer> version = Optional.empty();

    @Option(names = "--accept-dangling", description = "Also when others then refer to things that nobody describes.")
    private boolean acceptDangling;

    @Mixin
    private StoreOption store;

    @Mixin
    private TokenOption token;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    /** Not the standard options: {@code --version} is the source's here. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Report(
            String outcome, Optional<RevisionEntry> revision, List<Dependant> dependants, Optional<String> why) {}

    @Override
    public Integer call() throws IOException {
        Report report;
        try (var access = ImportAccess.open(
                store.folder(), Home.folder(), token, spec.commandLine().getErr()::println)) {
            report = report(access.undo(source, version, acceptDangling));
        }
        if (json) {
            spec.commandLine().getOut().println(CliJson.text(report));
        } else {
            print(report);
        }
        return report.revision().isPresent() ? Main.DONE : Main.REFUSED;
    }

    private static Report report(UndoAnswer answer) {
        return switch (answer) {
            case UndoAnswer.Done done ->
                new Report("undone", Optional.of(done.revision()), List.of(), Optional.empty());
            case UndoAnswer.Dangling dangling ->
                new Report("dangling", Optional.empty(), dangling.dependants(), Optional.empty());
            case UndoAnswer.Impossible impossible ->
                new Report("nothing-to-undo", Optional.empty(), List.of(), Optional.of(impossible.why()));
        };
    }

    private void print(Report report) {
        var out = new PlanReport(spec.commandLine().getOut());
        out.dependants(report.dependants());
        if (report.revision().isPresent()) {
            var revision = report.revision().get();
            var change = revision.changes().getFirst();
            out.line(
                    "Revision %d: version %d of \"%s\" is withdrawn (+%d −%d)",
                    revision.revision(), change.version(), change.source(), change.added(), change.removed());
        } else {
            out.line(
                    "Not undone: %s",
                    report.why()
                            .orElse(
                                    "others would refer to things that nobody describes. Undo those first, or add --accept-dangling"));
        }
    }
}
