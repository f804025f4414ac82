package org.pairgraph.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.pairgraph.ingest.ImportPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        description = "Say what an import would do; nothing is changed. Exit 0 if nothing must be mended first.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ImportFiles files;

    @Mixin
    private StoreOption store;

    @Mixin
    private TokenOption token;

    @Option(names = "--json", description = "Print the plans as JSON, an array.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var plans = new ArrayList<ImportPlan>();
        var sources = files.bySource();
        try (var access = ImportAccess.open(
                store.folder(), Home.folder(), token, spec.commandLine().getErr()::println)) {
            for (var source : sources.entrySet()) {
                plans.add(access.plan(source.getKey(), source.getValue()));
            }
        }
        if (json) {
            out.println(CliJson.text(plans));
        } else {
            var report = new PlanReport(out);
            plans.forEach(plan -> {
                report.print(plan);
                report.line("%s", next(plan));
            });
        }
        return plans.stream().allMatch(ImportPlan::applicable) ? Main.DONE : Main.REFUSED;
    }

    private static String next(ImportPlan plan) {
        if (!plan.applicable()) {
            return "This cannot be imported: mend the errors and plan it again";
        }
        if (plan.triples().added() + plan.triples().removed() == 0) {
            return "\"%s\" says all of this already: there is nothing to import".formatted(plan.source());
        }
        return plan.triples().removed() == 0
                ? "Import it with pairgraph import and the same arguments"
                : "It removes %d triples that \"%s\" says now. If that is meant, import it with the same arguments and --replace"
                        .formatted(plan.triples().removed(), plan.source());
    }
}
