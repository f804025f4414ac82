package org.pairgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.jspecify.annotations.Nullable;
import org.pairgraph.server.Settings;
import org.pairgraph.sparql.BadParameter;
import org.pairgraph.sparql.Cut;
import org.pairgraph.sparql.PortableQuery;
import org.pairgraph.sparql.QueryCatalogue;
import org.pairgraph.sparql.QueryLimits;
import org.pairgraph.vocab.Namespaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "query",
        description = "Run a SPARQL query from a file, or one of the catalogue by its name.",
        mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {

    /** How rows are printed; graphs are always Turtle. */
    enum Format {
        TABLE(ResultSetLang.RS_Text),
        CSV(ResultSetLang.RS_CSV),
        JSON(ResultSetLang.RS_JSON),
        TTL(null);

        private final @Nullable Lang lang;

        Format(@Nullable Lang lang) {
            this.lang = lang;
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store;

    @Parameters(paramLabel = "FILE.rq|NAME", description = "A query file, or the name of a query of the catalogue.")
    private String query;

    @Option(names = "--param", paramLabel = "k=v", description = "The value of a parameter of the query.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--revision", paramLabel = "N", description = "Answer as of this revision (the current one).")
    private Optional<Integer> revision = Optional.empty();

    @Option(names = "--format", description = "table, csv, json, or ttl for a graph.")
    private Format format = Format.TABLE;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings, of which the limits of queries count where no server runs (see serve).")
    private Optional<Path> settings = Optional.empty();

    @Override
    public Integer call() throws IOException {
        var bound = bound();
        if (bound.isSelectType() && format.lang == null) {
            throw usage("--format %s is for CONSTRUCT and DESCRIBE; rows are table, csv or json"
                    .formatted(format.name().toLowerCase(Locale.ROOT)));
        }
        var asked = revision.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        var limits = settings.map(file -> Settings.of(file).limits()).orElseGet(QueryLimits::ofThisMachine);
        try (var graph = GraphAccess.open(
                store.folder(), Home.folder(), limits, spec.commandLine().getErr()::println)) {
            var cut = graph.query(bound, asked, answer -> {
                print(bound, answer);
                return answer.cut();
            });
            cut.ifPresent(this::sayCut);
            return cut.isEmpty() ? Main.DONE : Main.REFUSED;
        }
    }

    private Query bound() throws IOException {
        try {
            var file = Path.of(query);
            if (query.endsWith(".rq") && Files.exists(file)) {
                return ofFile(file);
            }
            var catalogue = QueryCatalogue.of(Home.folder().resolve("queries"));
            return catalogue
                    .findQuery(query)
                    .orElseThrow(() -> usage("There is no file and no query named \"%s\"; the catalogue has: %s"
                            .formatted(
                                    query,
                                    catalogue.queries().stream()
                                            .map(known -> known.name())
                                            .collect(Collectors.joining(", ")))))
                    .bind(values);
        } catch (BadParameter e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private Query ofFile(Path file) throws IOException {
        var text = Files.readString(file);
        try {
            if (text.contains("# title:")) {
                return QueryCatalogue.read(file).bind(values);
            }
            if (!values.isEmpty()) {
                throw usage(file + " has no header that declares parameters: leave --param out");
            }
            return PortableQuery.of(text);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        } catch (QueryParseException e) {
            throw usage(file + ": " + e.getMessage().strip());
        }
    }

    /** Rows of CSV and JSON are written as they come; the columns of a table are as wide as their widest value. */
    private void print(Query bound, Answer answer) {
        try (var out = new PrintedBytes(spec.commandLine().getOut())) {
            if (bound.isSelectType()) {
                var rows = format == Format.TABLE ? answer.keptRows() : answer.rows(out::count);
                ResultsWriter.create().lang(format.lang).write(out, rows);
            } else if (bound.isAskType()) {
                spec.commandLine().getOut().println(answer.holds());
            } else {
                var graph = answer.graph();
                Namespaces.PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
                RDFWriter.source(graph).lang(Lang.TURTLE).output(out);
            }
        }
    }

    private void sayCut(Cut bound) {
        spec.commandLine()
                .getErr()
                .println("The answer was cut: it has more %s than one may have. Ask in parts, or raise query.%s"
                        .formatted(bound.label(), bound.label()));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
