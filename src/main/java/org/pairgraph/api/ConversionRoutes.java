package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.pairgraph.access.Role;
import org.pairgraph.ingest.NormalForm;
import org.pairgraph.sparql.Endpoint;
import org.pairgraph.store.PairStore;
import org.pairgraph.tables.Column;
import org.pairgraph.tables.Conversion;
import org.pairgraph.tables.Message;
import org.pairgraph.tables.TableProblem;
import org.pairgraph.tables.TableTemplate;
import org.pairgraph.vocab.Namespaces;

/** Spreadsheets as Turtle, against what the store knows now. Nothing is written. */
final class ConversionRoutes {
    private static final String TEMPLATE = "template";
    private static final int MOST_BYTES = 16 << 20;

    private final PairStore store;
    private final Guard guard;

    ConversionRoutes(PairStore store, Guard guard) {
        this.store = store;
        this.guard = guard;
    }

    /** A template: for each thing that a row must say the columns that can say it, and the columns that may be there. */
    record Template(String name, Message about, List<List<Heading>> needs, List<Heading> options) {
        static Template of(TableTemplate template) {
            return new Template(
                    template.name(),
                    template.about(),
                    template.needs().stream().map(Template::headers).toList(),
                    headers(template.options()));
        }

        private static List<Heading> headers(List<Column> columns) {
            return columns.stream()
                    .map(column -> new Heading(new Message(column.en(), column.zh()), column.about()))
                    .toList();
        }
    }

    /** A column by its header. */
    record Heading(Message label, Message about) {}

    /** What became of a table. */
    record Converted(
            boolean converted,
            Optional<Integer> rows,
            Optional<Integer> triples,
            Optional<String> turtle,
            List<TableProblem> problems,
            int more) {
        static Converted of(Conversion conversion) {
            return switch (conversion) {
                case Conversion.Converted done ->
                    new Converted(
                            true,
                            Optional.of(done.rows()),
                            Optional.of(done.graph().size()),
                            Optional.of(turtle(done)),
                            done.remarks(),
                            0);
                case Conversion.Refused refused ->
                    new Converted(
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            refused.problems(),
                            refused.more());
            };
        }

        private static String turtle(Conversion.Converted done) {
            return NormalForm.of(
                    RDFWriter.source(done.graph()).lang(Lang.NTRIPLES).asString());
        }
    }

    void templates(Context ctx) {
        Parameters.of(ctx, Set.of());
        var items = TableTemplate.all().stream().map(Template::of).toList();
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        ctx.contentType(Json.TYPE).result(Json.bytes(Map.of("total", items.size(), "items", items)));
    }

    void convert(Context ctx) throws IOException {
        guard.write(ctx, "convert", Role.STEWARD, write -> {
            var template = template(Parameters.of(ctx, Set.of(TEMPLATE)));
            var table = table(ctx);

            var answer = store.read((dataset, history) -> {
                ctx.header(Endpoint.REVISION_HEADER, String.valueOf(history.head()));
                return Converted.of(template.convert(table, dataset.getDefaultGraph(), Namespaces.ID));
            });

            write.did(answer.converted() ? "converted" : "converted-with-errors");
            ctx.header(Header.CACHE_CONTROL, "no-store");
            ctx.contentType(Json.TYPE).result(Json.bytes(answer));
        });
    }

    private static TableTemplate template(Parameters parameters) {
        var names =
                TableTemplate.all().stream().map(TableTemplate::name).collect(Collectors.toCollection(TreeSet::new));
        var name = parameters
                .code(TEMPLATE, names)
                .orElseThrow(() -> Parameters.missing(TEMPLATE, "one of " + String.join(", ", names)));
        return TableTemplate.find(name).orElseThrow();
    }

    private static byte[] table(Context ctx) {
        try {
            var bytes = ctx.bodyInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw ProblemException.of(
                        ProblemType.BODY_TOO_LARGE,
                        "A table has at most %d MiB: divide it, or convert it with \"pairgraph convert\""
                                .formatted(MOST_BYTES >> 20));
            }
            return bytes;
        } catch (IOException e) {
            throw JsonBody.bad("broke off: send it again");
        }
    }
}
