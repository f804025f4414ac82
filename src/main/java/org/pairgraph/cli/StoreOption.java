package org.pairgraph.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --store DIR}, for every command that needs the store. */
final class StoreOption {
    @Option(names = "--store", paramLabel = "DIR", description = "The folder of the store (var beside the launcher).")
    private Path folder = Home.folder().resolve("var");

    Path folder() {
        return folder;
    }
}
