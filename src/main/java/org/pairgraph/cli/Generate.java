package org.pairgraph.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.pairgraph.synthetic.SyntheticNetwork;
import org.pairgraph.synthetic.SyntheticNetwork.Syntax;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        description = "Write a made-up network, in a namespace of its own, to measure or to try things out.",
        mixinStandardHelpOptions = true)
final class Generate implements Callable<Integer> {
    private static final int BUFFER_BYTES = 1 << 16;

    @Spec
    private CommandSpec spec;

    @Option(names = "--pairings", paramLabel = "N", required = true, description = "How many pairings.")
    private long pairings;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Another seed gives another network, the same seed the same bytes (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The file, ending in .ttl or .nt, or in .ttl.gz or .nt.gz; - is standard output, as Turtle.")
    private String output;

    @Option(names = "--force", description = "Replace the file if it is there.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        var network = network();
        if (output.equals("-")) {
            return toStandardOutput(network);
        }
        var syntax = syntax();
        var file = Path.of(output);
        if (Files.exists(file) && !force) {
            spec.commandLine()
                    .getErr()
                    .println("%s is there already: choose another name, or add --force".formatted(file));
            return Main.REFUSED;
        }
        return toFile(network, syntax, file);
    }

    private SyntheticNetwork network() {
        try {
            return new SyntheticNetwork(pairings, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Syntax syntax() {
        var name = output.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".ttl")) {
            return Syntax.TURTLE;
        }
        if (name.endsWith(".nt")) {
            return Syntax.N_TRIPLES;
        }
        throw new ParameterException(
                spec.commandLine(),
                "The ending of \"" + output + "\" is none of .ttl, .nt, .ttl.gz, .nt.gz: choose one");
    }

    private int toStandardOutput(SyntheticNetwork network) throws IOException {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            network.write(out, Syntax.TURTLE);
            return Main.DONE;
        } catch (RuntimeIOException e) {
            return refused("standard output", e);
        }
    }

    /** Writes beside the file first, so that what has its name is whole. */
    private int toFile(SyntheticNetwork network, Syntax syntax, Path file) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            SyntheticNetwork.Extent extent;
            try (var out = open(part)) {
                extent = network.write(out, syntax);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "%s: %,d pairings, %,d named parties, %,d groups, %,d triples",
                            file,
                            extent.pairings(),
                            extent.parties(),
                            extent.groups(),
                            extent.triples()));
            return Main.DONE;
        } catch (IOException | RuntimeIOException | UncheckedIOException e) {
            discard(part);
            return refused(file.toString(), e);
        }
    }

    private OutputStream open(Path part) throws IOException {
        var out = Files.newOutputStream(part);
        return output.toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPOutputStream(out, BUFFER_BYTES) : out;
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The reason why it could not be written is told; that its rest stays is the lesser trouble.
        }
    }

    private int refused(String what, Exception reason) {
        spec.commandLine()
                .getErr()
                .println(
                        "Cannot write %s: %s; choose a place that can be written and has room".formatted(what, reason));
        return Main.REFUSED;
    }
}
