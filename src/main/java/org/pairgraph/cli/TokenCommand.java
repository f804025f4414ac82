package org.pairgraph.cli;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.pairgraph.access.Access;
import org.pairgraph.access.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code token create|list|revoke}. They change the store's folder themselves, whether a server runs or not: whoever may
 * write there is its administrator, and the server reads the tokens anew each time.
 */
@Command(
        name = "token",
        description = "Make, list and revoke the tokens that writes need.",
        mixinStandardHelpOptions = true,
        subcommands = {TokenCommand.Create.class, TokenCommand.Listing.class, TokenCommand.Revoke.class})
final class TokenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say create, list or revoke");
    }

    @Command(
            name = "create",
            description = "Make a token and print it; it cannot be printed again.",
            mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private StoreOption store;

        @Option(names = "--name", required = true, description = "Whose it is; the ledger names it as the actor.")
        private String name;

        @Option(names = "--role", required = true, description = "steward or admin.")
        private String role;

        @Override
        public Integer call() {
            try {
                spec.commandLine().getOut().println(access(store).create(name, Role.ofLabel(role)));
                return Main.DONE;
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
    }

    @Command(name = "list", description = "List the tokens, not what they are.", mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private StoreOption store;

        @Override
        public Integer call() {
            access(store)
                    .tokens()
                    .forEach(token -> spec.commandLine()
                            .getOut()
                            .println("%s  %s  %s"
                                    .formatted(token.name(), token.role().label(), token.createdAt())));
            return Main.DONE;
        }
    }

    @Command(name = "revoke", description = "End a token at once.", mixinStandardHelpOptions = true)
    static final class Revoke implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private StoreOption store;

        @Parameters(paramLabel = "NAME", description = "Whose it is.")
        private String name;

        @Override
        public Integer call() {
            if (!access(store).revoke(name)) {
                throw new Refusal(
                        "There is no token named \"%s\": \"pairgraph token list\" lists them".formatted(name));
            }
            spec.commandLine().getOut().println("The token \"%s\" is revoked".formatted(name));
            return Main.DONE;
        }
    }

    private static Access access(StoreOption store) {
        if (!Files.exists(store.folder().resolve("store.json"))) {
            throw new Refusal("There is no store in %s: start \"pairgraph serve\" once, or choose another with --store"
                    .formatted(store.folder()));
        }
        return new Access(store.folder());
    }
}
