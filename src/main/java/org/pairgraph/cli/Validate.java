package org.pairgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.ingest.ShapeResult;
import org.pairgraph.ingest.Validation;
import org.pairgraph.ingest.Validator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description = "Check Turtle files against the shapes, together with the sources that come with the program.",
        mixinStandardHelpOptions = true)
final class Validate implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files, as if all were imported together.")
    private List<Path> files;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        files.forEach(ImportFiles::requireReadable);
        var out = spec.commandLine().getOut();
        var results = new Validator(new Bundle(Home.folder())).validate(files);
        if (json) {
            out.println(new ObjectMapper().registerModule(new Jdk8Module()).writeValueAsString(results));
        } else {
            results.forEach(result -> print(result, out));
        }
        return results.stream().allMatch(Validation::conforms) ? Main.DONE : Main.REFUSED;
    }

    private static void print(Validation result, PrintWriter out) {
        result.syntaxErrors()
                .forEach(error -> out.println(
                        "%s: %s".formatted(place(result.file(), error.line(), error.column()), error.message())));
        result.shapeResults().forEach(shape -> print(shape, result.file(), out));
        long violations = count(result, ShapeResult.Severity.VIOLATION);
        long warnings = count(result, ShapeResult.Severity.WARNING);
        out.println("%s: %s (%d syntax errors, %d violations, %d warnings)"
                .formatted(
                        result.file(),
                        result.conforms() ? "conforms" : "does not conform",
                        result.syntaxErrors().size(),
                        violations,
                        warnings));
    }

    private static void print(ShapeResult shape, Path file, PrintWriter out) {
        out.println("%s: %s: <%s>%s%s%n    %s%n    %s"
                .formatted(
                        place(file, shape.line(), 0),
                        shape.severity().name().toLowerCase(Locale.ROOT),
                        shape.focusNode(),
                        shape.path().map(path -> " " + path).orElse(""),
                        shape.value().map(value -> " " + value).orElse(""),
                        shape.message().en(),
                        shape.message().zh()));
    }

    private static String place(Path file, long line, long column) {
        return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }

    private static long count(Validation result, ShapeResult.Severity severity) {
        return result.shapeResults().stream()
                .filter(shape -> shape.severity() == severity)
                .count();
    }
}
