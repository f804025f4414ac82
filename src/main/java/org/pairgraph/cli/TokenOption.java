package org.pairgraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pairgraph.access.Access;
import picocli.CommandLine.Option;

/** {@code --token TOKEN}, for every command that changes the store. */
final class TokenOption {
    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The token to show (else PAIRGRAPH_TOKEN, else steward.token in the store's folder).")
    private Optional<String> token = Optional.empty();

    /** The token that the person gave, in the command or in the environment. */
    Optional<String> given() {
        return token.or(() -> Optional.ofNullable(System.getenv("PAIRGRAPH_TOKEN")))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** The token that was given, or the one that waits in the store's folder. */
    Optional<String> find(Path store) {
        return given().or(() -> waiting(store));
    }

    private static Optional<String> waiting(Path store) {
        var file = Access.firstToken(store);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": give the token with --token", e);
        }
    }
}
