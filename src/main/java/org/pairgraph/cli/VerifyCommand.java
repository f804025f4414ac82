package org.pairgraph.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description =
                "Look through the whole store for anything that does not follow from its versions and its ledger.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store;

    @Mixin
    private TokenOption token;

    @Option(names = "--json", description = "Print the findings as JSON, an array.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<String> findings;
        try (var access = ImportAccess.open(
                store.folder(), Home.folder(), token, spec.commandLine().getErr()::println)) {
            findings = access.verify();
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(CliJson.text(findings));
        } else {
            findings.forEach(out::println);
            out.println(
                    findings.isEmpty()
                            ? "The store is sound"
                            : "%d findings: restore the store from a backup".formatted(findings.size()));
        }
        return findings.isEmpty() ? Main.DONE : Main.REFUSED;
    }
}
