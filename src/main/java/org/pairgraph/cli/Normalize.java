package org.pairgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.pairgraph.ingest.NormalForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "normalize",
        description = "Write Turtle files in normal form: sorted, so that a difference shows only what changed.",
        mixinStandardHelpOptions = true)
final class Normalize implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; they are overwritten.")
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        for (var file : files) {
            Files.writeString(file, NormalForm.of(Files.readString(file)));
        }
        return Main.DONE;
    }
}
