package org.pairgraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.ingest.NormalForm;
import org.pairgraph.tables.Column;
import org.pairgraph.tables.Conversion;
import org.pairgraph.tables.TableTemplate;
import org.pairgraph.vocab.Namespaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        description = "Write the claims of a spreadsheet (CSV in UTF-8) as Turtle.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Templates: county-pairings, school-pairings, organization-pairings, figures, documents, places.",
            "--list prints the columns of each, in Chinese and English. Examples: data/templates/; guide: docs/importing.md."
        })
final class Convert implements Callable<Integer> {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String SYNTHETIC = "https://w3id.org/pairgraph/synthetic/";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE.csv", arity = "0..1", description = "The table.")
    private Path table;

    @Option(names = "--template", paramLabel = "NAME", description = "What the rows of the table are.")
    private String name;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The Turtle file to write; it must not be there yet.")
    private Path output;

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    @Option(
            names = "--with",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Turtle files that describe what the table refers to, besides the sources that come with the program: documents, passages, schools.")
    private List<Path> with = List.of();

    @Option(names = "--synthetic", description = "New things get IRIs in the namespace that is kept for examples.")
    private boolean synthetic;

    @Option(names = "--list", description = "Print the templates and their columns.")
    private boolean list;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (list) {
            templates().forEach(this::print);
            return Main.DONE;
        }
        var template = template();
        require(table != null, "Name the table that is to be converted");
        require(output != null, "Name with -o the file that is to be written");
        var refusal = unwritable();
        if (refusal.isPresent()) {
            spec.commandLine().getOut().println(refusal.get());
            return Main.REFUSED;
        }
        var conversion = template.convert(bytes(table), known(), synthetic ? SYNTHETIC : Namespaces.ID);
        if (conversion instanceof Conversion.Converted converted) {
            write(NormalForm.of(
                    RDFWriter.source(converted.graph()).lang(Lang.NTRIPLES).asString()));
            warnOfName();
        }
        var report = new ConversionReport(table, output, with, conversion);
        println(json ? report.json() : report.text());
        return conversion instanceof Conversion.Converted ? Main.DONE : Main.REFUSED;
    }

    private Optional<String> unwritable() throws IOException {
        if (!Files.exists(output)) {
            return Optional.empty();
        }
        for (var read : Stream.concat(Stream.of(table), with.stream()).toList()) {
            if (Files.exists(read) && Files.isSameFile(read, output)) {
                return Optional.of("%s is read, so it cannot be written: name another file with -o".formatted(read));
            }
        }
        return force
                ? Optional.empty()
                : Optional.of(
                        "There is a file %s already: name another, or overwrite it with --force".formatted(output));
    }

    private TableTemplate template() {
        require(name != null, "Name the template with --template (%s)".formatted(names()));
        return TableTemplate.find(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no template %s; there are: %s".formatted(name, names())));
    }

    private List<TableTemplate> templates() {
        return name == null ? TableTemplate.all() : List.of(template());
    }

    private static String names() {
        return TableTemplate.all().stream().map(TableTemplate::name).collect(Collectors.joining(", "));
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private Graph known() {
        var graph = GraphFactory.createGraphMem();
        new Bundle(Home.folder())
                .sources().stream().flatMap(source -> source.files().stream()).forEach(file -> read(file, graph));
        with.forEach(file -> read(file, graph));
        return graph;
    }

    private static void read(Path file, Graph graph) {
        try {
            RDFParser.fromString(text(file), Lang.TURTLE)
                    .base(Namespaces.ID)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
        } catch (RiotException e) {
            throw new UncheckedIOException(
                    "%s is not Turtle: %s. Mend it first; pairgraph validate says more".formatted(file, e.getMessage()),
                    new IOException(e));
        }
    }

    /** What a file says in UTF-8, without the byte order mark that some editors put before it. */
    private static String text(Path file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file)))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(
                    "%s is not UTF-8: save it as UTF-8; pairgraph validate says more".formatted(file), e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read %s: check that it is there and may be read".formatted(file), e);
        }
    }

    /** Writes all or nothing: a file beside it takes its name only when it is complete. */
    private void write(String turtle) {
        var draft = output.resolveSibling(".%s.%s".formatted(output.getFileName(), UUID.randomUUID()));
        try {
            Files.writeString(draft, turtle, StandardOpenOption.CREATE_NEW);
            Files.move(draft, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write %s (%s): nothing was written".formatted(output, e.getMessage()), e);
        } finally {
            discard(draft);
        }
    }

    private void warnOfName() {
        var stem = output.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        if (new Bundle(Home.folder())
                .sources().stream().anyMatch(source -> source.name().text().equals(stem))) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "%s comes with the program; a file of that name would be imported in its place: give it another name"
                                    .formatted(stem));
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove %s: remove it".formatted(draft), e);
        }
    }

    private void print(TableTemplate template) {
        println("%s: %s%n    %s"
                .formatted(
                        template.name(), template.about().en(), template.about().zh()));
        println("  columns that must be there:");
        for (var need : template.needs()) {
            for (var column : need) {
                print(need.size() > 1 && column != need.getFirst() ? "or  " : "    ", column);
            }
        }
        println("  columns that may be left out:");
        template.options().forEach(column -> print("    ", column));
        println("");
    }

    private void print(String indent, Column column) {
        println("    %s%s (%s): %s%n            %s"
                .formatted(
                        indent,
                        column.zh(),
                        column.en(),
                        column.about().en(),
                        column.about().zh()));
    }

    private void println(String text) {
        spec.commandLine().getOut().println(text);
    }
}
