package org.pairgraph.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.jspecify.annotations.Nullable;
import org.pairgraph.server.Settings;
import org.pairgraph.sparql.BadParameter;
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
        var asked = revision.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        var limits = settings.map(file -> Settings.of(file).limits()).orElseGet(QueryLimits::ofThisMachine);
        try (var graph = GraphAccess.open(
                store.folder(), Home.folder(), limits, spec.commandLine().getErr()::println)) {
            String answer = graph.query(bound, asked, execution -> answer(bound, execution));
            spec.commandLine().getOut().print(answer);
        }
        spec.commandLine().getOut().flush();
        return Main.DONE;
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
            return QueryFactory.create(text);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        } catch (QueryParseException e) {
            throw usage(file + ": " + e.getMessage().strip());
        }
    }

    private String answer(Query bound, QueryExec execution) {
        var out = new ByteArrayOutputStream();
        if (bound.isSelectType()) {
            write(execution.select(), out);
        } else if (bound.isAskType()) {
            return execution.ask() + System.lineSeparator();
        } else {
            var graph = bound.isConstructType() ? execution.construct() : execution.describe();
            Namespaces.PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
            RDFWriter.source(graph).lang(Lang.TURTLE).output(out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(RowSet rows, ByteArrayOutputStream out) {
        if (format.lang == null) {
            throw usage("--format %s is for CONSTRUCT and DESCRIBE; rows are table, csv or json"
                    .formatted(format.name().toLowerCase(Locale.ROOT)));
        }
        ResultsWriter.create().lang(format.lang).write(out, rows);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
