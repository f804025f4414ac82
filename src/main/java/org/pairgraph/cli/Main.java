package org.pairgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.pairgraph.ingest.UnreadableSource;
import org.pairgraph.server.StartException;
import org.pairgraph.sparql.QueryRefusal;
import org.pairgraph.store.RevisionNotAtHand;
import org.pairgraph.store.StoreException;
import org.pairgraph.store.ToolVersion;
import org.pairgraph.store.UnknownRevision;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code pairgraph}: the root of the commands. */
@Command(
        name = "pairgraph",
        description = "A knowledge graph service over cooperation relationships.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            Serve.class,
            QueryCommand.class,
            WalkCommand.class,
            PathCommand.class,
            Validate.class,
            PlanCommand.class,
            ImportCommand.class,
            UndoCommand.class,
            HistoryCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            Normalize.class,
            Generate.class,
            EvidenceCommand.class,
            OntologyPage.class,
            TokenCommand.class,
            Convert.class
        })
public final class Main {
    /** Exit code: the command did what it was asked. */
    static final int DONE = 0;

    /** Exit code: what was asked cannot or must not be done; the reason is printed. */
    static final int REFUSED = 1;

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"pairgraph " + ToolVersion.text()};
        }
    }

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** Runs one command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, command, parsed) -> refusal(e, command.getErr()))
                .execute(args);
    }

    private static int refusal(Exception e, PrintWriter err) {
        switch (e) {
            case StoreException refused -> err.println(refused.getMessage());
            case StartException refused -> err.println(refused.getMessage());
            case UnreachableServer refused -> err.println(refused.getMessage());
            case Refusal refused -> err.println(refused.getMessage());
            case UnknownRevision refused -> err.println(refused.getMessage());
            case RevisionNotAtHand refused -> err.println(refused.getMessage());
            case QueryRefusal refused -> err.println(refused.getMessage());
            case UnreadableSource refused -> err.println(refused.getMessage());
            case UncheckedIOException refused -> err.println(refused.getMessage());
            case IOException trouble -> err.println(FileTrouble.line(trouble));
            default -> {
                LoggerFactory.getLogger(Main.class).error("Unexpected failure", e);
                err.println("Unexpected failure: " + e + ". Please report it with the log above");
            }
        }
        return REFUSED;
    }
}
