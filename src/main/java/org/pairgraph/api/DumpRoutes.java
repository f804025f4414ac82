package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pairgraph.export.Dump;
import org.pairgraph.export.DumpDescription;
import org.pairgraph.export.DumpFormat;
import org.pairgraph.export.Dumps;
import org.pairgraph.linked.Syntax;
import org.pairgraph.sparql.AcceptedRanges;
import org.pairgraph.sparql.Endpoint;
import org.pairgraph.store.History;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.SourceLicence;

/** {@code /data/dumps}: whole revisions as files, and what there is. */
final class DumpRoutes {
    static final String ROOT = "/data/dumps";
    private static final String CURRENT = "current";
    private static final Pattern NAME =
            Pattern.compile("pairgraph-(current|[0-9]{1,9})\\.([a-z]{2,6})\\.gz(\\.sha256)?");

    private final PairStore store;
    private final Dumps dumps;
    private final PageShell shell = PageShell.plain();

    DumpRoutes(PairStore store) {
        this.store = store;
        this.dumps = new Dumps(store);
    }

    /**
     * What there is of the current revision.
     *
     * @param template where the files of any revision are
     */
    record Listing(int revision, String template, List<File> files, List<Source> sources, String description) {}

    /**
     * A file; how large it is, is known when it was made.
     *
     * @param graphs whether it holds the default graph or the named ones
     */
    record File(
            String name, String path, String mediaType, String graphs, Optional<Long> bytes, Optional<String> sha256) {}

    /** What a file is made of. */
    record Source(String name, int version, String graph, long triples, Optional<String> licence) {}

    void list(Context ctx) {
        Parameters.of(ctx, Set.of());
        var listing = store.read((dataset, history) -> listing(history));
        ctx.header(Header.VARY, Header.ACCEPT);
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        ctx.header(Endpoint.REVISION_HEADER, String.valueOf(listing.revision()));
        var ranges = AcceptedRanges.of(AcceptHeader.find(ctx).orElse("*/*"));
        if (ranges.quality("text/html") > ranges.quality(Json.TYPE)) {
            shell.protect(ctx);
            ctx.contentType("text/html; charset=utf-8")
                    .result(shell.with("数据下载 Dumps · pairgraph", "", DumpPage.of(listing)));
        } else {
            ctx.contentType(Json.TYPE).result(Json.bytes(listing));
        }
    }

    /** A file, its checksum, or the description of all. */
    void file(Context ctx) throws IOException {
        Parameters.of(ctx, Set.of());
        var name = ctx.pathParam("name");
        if (name.equals("void.ttl")) {
            describe(ctx);
            return;
        }
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw unknown(name);
        }
        var format = DumpFormat.ofEnding(matcher.group(2)).orElseThrow(() -> unknown(name));
        if (matcher.group(1).equals(CURRENT)) {
            var suffix = Optional.ofNullable(matcher.group(3)).orElse("");
            ctx.header(Header.CACHE_CONTROL, "no-cache");
            ctx.header(Header.LOCATION, ROOT + "/" + Dump.name(store.history().head(), format) + suffix);
            ctx.status(HttpStatus.FOUND);
            return;
        }
        send(ctx, dump(Integer.parseInt(matcher.group(1)), format), matcher.group(3) != null);
    }

    private void send(Context ctx, Dump dump, boolean isDigestWanted) throws IOException {
        ctx.header(Endpoint.REVISION_HEADER, String.valueOf(dump.revision()));
        if (isDigestWanted) {
            ctx.header(Header.CACHE_CONTROL, "no-cache");
            ctx.contentType("text/plain; charset=utf-8").result(dump.sha256() + "  " + dump.name() + "\n");
        } else {
            RangedFile.send(ctx, dump);
        }
    }

    private Dump dump(int revision, DumpFormat format) {
        return dumps.dump(revision, format);
    }

    private void describe(Context ctx) {
        var base = ctx.scheme() + "://" + ctx.host();
        var triples = store.read((dataset, history) ->
                DumpDescription.of(base + ROOT + "/", history, format -> dumps.find(history.head(), format)));
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        ctx.contentType("text/turtle; charset=utf-8").result(Syntax.TTL.bytes(triples));
    }

    private Listing listing(History history) {
        int head = history.head();
        return new Listing(
                head,
                ROOT + "/pairgraph-{revision}.{ending}.gz",
                Arrays.stream(DumpFormat.values())
                        .map(format -> file(head, format))
                        .toList(),
                history.current().stream()
                        .map(version -> new Source(
                                version.source().text(),
                                version.number(),
                                version.graph().iri(),
                                version.triples(),
                                SourceLicence.of(version, history)))
                        .toList(),
                ROOT + "/void.ttl");
    }

    private File file(int revision, DumpFormat format) {
        var made = dumps.find(revision, format);
        var name = Dump.name(revision, format);
        return new File(
                name,
                ROOT + "/" + name,
                format.mediaType(),
                format.ofNamedGraphs() ? "named" : "default",
                made.map(Dump::bytes),
                made.map(Dump::sha256));
    }

    private static ProblemException unknown(String name) {
        return ProblemException.of(
                ProblemType.UNKNOWN_ROUTE,
                "There is no dump \"%s\": %s lists them".formatted(Parameters.shown(name), ROOT));
    }
}
