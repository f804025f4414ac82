package org.pairgraph.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "history", description = "List every revision, the newest first.", mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store;

    @Mixin
    private TokenOption token;

    @Option(names = "--json", description = "Print the revisions as JSON, an array.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        try (var access = ImportAccess.open(
                store.folder(), Home.folder(), token, spec.commandLine().getErr()::println)) {
            var revisions = access.history();
            if (json) {
                out.println(CliJson.text(revisions));
            } else {
                revisions.forEach(revision -> out.println(revision.text()));
            }
        }
        return Main.DONE;
    }
}
