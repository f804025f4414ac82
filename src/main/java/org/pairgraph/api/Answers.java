package org.pairgraph.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.pairgraph.claims.Claims;
import org.pairgraph.claims.Classes;
import org.pairgraph.claims.KnownThings;
import org.pairgraph.sparql.Endpoint;
import org.pairgraph.store.History;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.Statements;
import org.pairgraph.store.ToolVersion;

/**
 * Answers a request from one revision, and says which: the header, the {@code ETag}, and 304 for a client that has the
 * answer already.
 */
final class Answers {
    /** The current revision, and the former ones that the store keeps at hand. */
    private static final int MOST_KNOWN = 3;

    private static final long KEPT_BYTES = 16 * 1024 * 1024;
    private static final int LARGEST_KEPT = 128 * 1024;

    private final PairStore store;
    private final Lists lists = new Lists();

    /** Answers by their tags, which name the revision: what is asked for again is not put together again. */
    private final Cache<String, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((String tag, byte[] body) -> 2 * tag.length() + body.length)
            .build();

    private final Map<Integer, Known> known = new LinkedHashMap<>(8, 0.75f, true);

    /** What was read of one revision and is read often. */
    private record Known(Classes classes, KnownThings things, Map<String, Object> made) {}

    private record Answer(byte[] body, boolean isNew, int revision, String tag) {}

    Answers(PairStore store) {
        this.store = store;
    }

    /** Reads from the revision that is asked for, and names it. */
    <T> T read(Context ctx, Parameters parameters, Function<Lent, T> reading) {
        BiFunction<DatasetGraph, History, T> named = (dataset, history) -> {
            ctx.header(Endpoint.REVISION_HEADER, String.valueOf(history.head()));
            return reading.apply(lent(ctx, parameters, dataset, history));
        };
        return parameters
                .revision()
                .map(revision -> store.readAt(revision, named))
                .orElseGet(() -> store.read(named));
    }

    /** Answers with a record as JSON. */
    void json(Context ctx, Parameters parameters, Function<Lent, Object> reading) {
        json(ctx, parameters, "", reading);
    }

    /**
     * Answers with a record as JSON, which follows from the revision, the parameters and what is made.
     *
     * @param made what the answer is made of besides the revision and the parameters
     */
    void json(Context ctx, Parameters parameters, String made, Function<Lent, Object> reading) {
        respond(ctx, parameters, Json.TYPE, made, (tag, lent) -> {
            var before = kept.getIfPresent(tag);
            if (before != null) {
                return before;
            }
            var body = Json.bytes(reading.apply(lent));
            if (body.length <= LARGEST_KEPT) {
                kept.put(tag, body);
            }
            return body;
        });
    }

    /** Answers with bytes of a media type, which are made anew each time. */
    void bytes(Context ctx, Parameters parameters, String mediaType, String made, Function<Lent, byte[]> reading) {
        respond(ctx, parameters, mediaType, made, (tag, lent) -> reading.apply(lent));
    }

    private void respond(
            Context ctx, Parameters parameters, String mediaType, String made, BiFunction<String, Lent, byte[]> body) {
        BiFunction<DatasetGraph, History, Answer> answering = (dataset, history) -> {
            var tag = tag(ctx, parameters, mediaType, made, history.head());
            return has(ctx, tag)
                    ? new Answer(new byte[0], false, history.head(), tag)
                    : new Answer(body.apply(tag, lent(ctx, parameters, dataset, history)), true, history.head(), tag);
        };
        var answer = parameters
                .revision()
                .map(revision -> store.readAt(revision, answering))
                .orElseGet(() -> store.read(answering));
        send(ctx, mediaType, answer);
    }

    /**
     * Answers with what follows from the history alone, or from it and versions, which never change: a former revision
     * takes no longer than the current one. The default graph that is lent is the current one.
     */
    void ofHistory(Context ctx, Parameters parameters, String mediaType, Function<Lent, byte[]> reading) {
        var answer = store.read((dataset, newest) -> {
            var history = newest.upTo(known(parameters.revision(), newest.head()));
            var tag = tag(ctx, parameters, mediaType, "", history.head());
            return has(ctx, tag)
                    ? new Answer(new byte[0], false, history.head(), tag)
                    : new Answer(
                            reading.apply(lent(ctx, parameters, dataset, history, known(newest.head(), dataset))),
                            true,
                            history.head(),
                            tag);
        });
        send(ctx, mediaType, answer);
    }

    /** What every answer says of itself, so that caches keep it apart from others and ask whether it still holds. */
    static void head(Context ctx, int revision, String tag) {
        ctx.header(Endpoint.REVISION_HEADER, String.valueOf(revision));
        ctx.header(Header.ETAG, tag);
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        ctx.res().addHeader(Header.VARY, Header.ACCEPT_ENCODING);
    }

    private static void send(Context ctx, String mediaType, Answer answer) {
        head(ctx, answer.revision(), answer.tag());
        if (answer.isNew()) {
            ctx.contentType(mediaType);
            Body.send(answer.body(), ctx);
        } else {
            ctx.status(HttpStatus.NOT_MODIFIED);
        }
    }

    private Lent lent(Context ctx, Parameters parameters, DatasetGraph dataset, History history) {
        return lent(ctx, parameters, dataset, history, known(history.head(), dataset));
    }

    private Lent lent(Context ctx, Parameters parameters, DatasetGraph dataset, History history, Known known) {
        return new Lent(
                dataset,
                new Claims(Statements.of(dataset), known.classes(), known.things()),
                known.classes(),
                history,
                store.id(),
                ctx.path(),
                parameters,
                lists,
                known.made());
    }

    private Known known(int revision, DatasetGraph dataset) {
        synchronized (known) {
            var last = known.get(revision);
            if (last != null) {
                return last;
            }
        }
        var read = new Known(Classes.of(dataset.getDefaultGraph()), new KnownThings(), new ConcurrentHashMap<>());
        synchronized (known) {
            known.put(revision, read);
            if (known.size() > MOST_KNOWN) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return read;
    }

    private static int known(Optional<Integer> asked, int head) {
        if (asked.isPresent() && (asked.get() < 1 || asked.get() > head)) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_REVISION,
                    Parameters.REVISION,
                    "There is no revision %d: the store has 1 to %d".formatted(asked.get(), head));
        }
        return asked.orElse(head);
    }

    /** Weak: the bytes differ when the transport compresses them. */
    String tag(Context ctx, Parameters parameters, String mediaType, String made, int revision) {
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

    static boolean has(Context ctx, String tag) {
        var asked = ctx.header(Header.IF_NONE_MATCH);
        return asked != null
                && Arrays.stream(asked.split(","))
                        .map(String::strip)
                        .anyMatch(one ->
                                one.equals("*") || one.replaceFirst("^W/", "").equals(tag.substring(2)));
    }
}
