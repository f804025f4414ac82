package org.pairgraph.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pairgraph.ingest.RdfFormat;
import org.pairgraph.ingest.UnknownFormat;
import org.pairgraph.store.SourceName;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** {@code FILE… [--source NAME] [--format F]}: which files become which source. */
final class ImportFiles {
    private static final int LONGEST_NAME = 63;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Each a source of its own, named after the file.")
    private List<Path> files = List.of();

    @Option(names = "--source", paramLabel = "NAME", description = "The source that all files together are.")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "The format of the files (turtle, trig, nt, nq, jsonld, rdfxml); else their endings tell.")
    private Optional<String> format = Optional.empty();

    /**
     * The sources, each with its files.
     *
     * @throws Refusal if a file cannot be read or its format is not known
     * @throws ParameterException if a file's name makes no name for a source, or no format has the name that is given
     */
    Map<SourceName, List<LocalFile>> bySource() {
        files.forEach(ImportFiles::requireReadable);
        var sources = new LinkedHashMap<SourceName, List<LocalFile>>();
        for (var path : files) {
            var known = sources.computeIfAbsent(name(path), any -> new ArrayList<>());
            if (source.isEmpty() && !known.isEmpty()) {
                throw usage("%s and %s would be the same source \"%s\": name it with --source, or import them apart"
                        .formatted(known.getFirst().path(), path, name(path)));
            }
            known.add(new LocalFile(path, format(path)));
        }
        return sources;
    }

    /** A file's name made fit for a source: lower case, hyphens for other characters, no ending. */
    static String stem(String fileName) {
        var stem = fileName.replaceFirst("\\.[^.]*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceFirst("^-", "");
        return stem.substring(0, Math.min(LONGEST_NAME, stem.length())).replaceFirst("-$", "");
    }

    private SourceName name(Path path) {
        var name = source.orElseGet(() -> stem(String.valueOf(path.getFileName())));
        if (name.isEmpty()) {
            throw usage("Nothing of the name of %s can name a source: name it with --source".formatted(path));
        }
        try {
            return new SourceName(name);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage() + ": name it with --source");
        }
    }

    private RdfFormat format(Path path) {
        try {
            return format.map(RdfFormat::ofName)
                    .orElseGet(() -> RdfFormat.ofFileName(String.valueOf(path.getFileName())));
        } catch (UnknownFormat e) {
            throw format.isPresent()
                    ? usage(e.getMessage())
                    : new Refusal(e.getMessage() + "; or say it with --format");
        }
    }

    /** @throws Refusal if there is no file that can be read */
    static void requireReadable(Path path) {
        if (!Files.exists(path)) {
            throw new Refusal(path + ": there is no such file. Nothing was done");
        }
        if (Files.isDirectory(path)) {
            throw new Refusal(path + " is a folder: name the files in it. Nothing was done");
        }
        if (!Files.isReadable(path)) {
            throw new Refusal(path + " cannot be read: check its permissions. Nothing was done");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
