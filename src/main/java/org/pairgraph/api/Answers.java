package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.pairgraph.claims.Claims;
import org.pairgraph.claims.Classes;
import org.pairgraph.claims.KnownThings;
import org.pairgraph.sparql.Endpoint;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.ToolVersion;

/**
 * Answers a request from one revision, and says which: the header, the {@code ETag}, and 304 for a client that has the
 * answer already.
 */
final class Answers {
    private final PairStore store;
    private final Lists lists = new Lists();
    private volatile @Nullable Known known;

    /** What was read of one revision and is read often. */
    private record Known(int revision, Classes classes, KnownThings things, Map<String, Object> made) {}

    private record Answer(byte[] body, boolean isNew, int revision, String tag) {}

    Answers(PairStore store) {
        this.store = store;
    }

    /** Answers with a record as JSON. */
    void json(Context ctx, Parameters parameters, Function<Lent, Object> reading) {
        json(ctx, parameters, "", reading);
    }

    /**
     * Answers with a record as JSON.
     *
     * @param made what the answer is made of besides the revision and the parameters
     */
    void json(Context ctx, Parameters parameters, String made, Function<Lent, Object> reading) {
        bytes(ctx, parameters, Json.TYPE, made, lent -> Json.bytes(reading.apply(lent)));
    }

    /** Answers with bytes of a media type. */
    void bytes(Context ctx, Parameters parameters, String mediaType, String made, Function<Lent, byte[]> reading) {
        var answer = store.read((dataset, history) -> {
            requireCurrent(parameters.revision(), history.head());
            var tag = tag(ctx, parameters, mediaType, made, history.head());
            if (has(ctx, tag)) {
                return new Answer(new byte[0], false, history.head(), tag);
            }
            var graph = dataset.getDefaultGraph();
            var known = known(history.head(), graph);
            var lent = new Lent(
                    dataset,
                    new Claims(graph, known.classes(), known.things()),
                    known.classes(),
                    history,
                    store.id(),
                    ctx.path(),
                    parameters,
                    lists,
                    known.made());
            return new Answer(reading.apply(lent), true, history.head(), tag);
        });
        ctx.header(Endpoint.REVISION_HEADER, String.valueOf(answer.revision()));
        ctx.header(Header.ETAG, answer.tag());
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        if (answer.isNew()) {
            ctx.contentType(mediaType);
            ctx.result(answer.body());
        } else {
            ctx.status(HttpStatus.NOT_MODIFIED);
        }
    }

    private Known known(int revision, Graph graph) {
        var last = known;
        if (last != null && last.revision() == revision) {
            return last;
        }
        var read = new Known(revision, Classes.of(graph), new KnownThings(), new ConcurrentHashMap<>());
        known = read;
        return read;
    }

    private static void requireCurrent(Optional<Integer> asked, int head) {
        if (asked.isEmpty() || asked.get() == head) {
            return;
        }
        if (asked.get() > head || asked.get() < 1) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_REVISION,
                    Parameters.REVISION,
                    "There is no revision %d: the revisions are 1 to %d".formatted(asked.get(), head));
        }
        throw ProblemException.of(
                ProblemType.REVISION_NOT_AT_HAND,
                Parameters.REVISION,
                "Revision %d is not at hand, the current one is %d: leave the parameter out, or try later"
                        .formatted(asked.get(), head));
    }

    /** Weak: the bytes differ when the transport compresses them. */
    private String tag(Context ctx, Parameters parameters, String mediaType, String made, int revision) {
        return "W/\""
                + parameters.digest(
                        store.id().toString(),
                        String.valueOf(revision),
                        ToolVersion.text(),
                        mediaType,
                        made,
                        ctx.path())
                + "\"";
    }

    private static boolean has(Context ctx, String tag) {
        var asked = ctx.header(Header.IF_NONE_MATCH);
        return asked != null
                && Arrays.stream(asked.split(","))
                        .map(String::strip)
                        .anyMatch(one ->
                                one.equals("*") || one.replaceFirst("^W/", "").equals(tag.substring(2)));
    }
}
