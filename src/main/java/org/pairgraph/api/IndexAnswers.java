package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.pairgraph.store.PairStore;

/** Answers a request from memory alone, with the same headers as {@link Answers}: the store is not asked. */
final class IndexAnswers {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration NOT_SO_SOON = Duration.ofSeconds(5);

    private final PairStore store;
    private final Indexes indexes;
    private final Answers answers;

    IndexAnswers(PairStore store, Indexes indexes, Answers answers) {
        this.store = store;
        this.indexes = indexes;
        this.answers = answers;
    }

    /** Writes an answer that can be given. */
    interface Writing {
        void write(Context ctx) throws IOException;
    }

    /** Answers with JSON; nothing is asked of the snapshot when the client has the answer already. */
    void json(Context ctx, Parameters parameters, Function<Snapshot, byte[]> answer) {
        respond(ctx, parameters, Json.TYPE, snapshot -> {
            var body = answer.apply(snapshot);
            return to -> Body.send(body, to);
        });
    }

    /** Answers with a stream of whatever length. */
    void stream(Context ctx, Parameters parameters, String mediaType, Function<Snapshot, Writing> answer) {
        respond(ctx, parameters, mediaType, answer);
    }

    /** The place in a list that the cursor of a request stands for. */
    Optional<String> position(Parameters parameters, String path, int revision) {
        return parameters
                .find(Parameters.CURSOR)
                .map(text -> Cursor.of(text, store.id(), revision, parameters.filterDigest(path))
                        .position());
    }

    /** The cursor of a place in the list that a request asks for. */
    String cursor(Parameters parameters, String path, int revision, String position) {
        return new Cursor(revision, position, parameters.filterDigest(path)).text(store.id());
    }

    private void respond(Context ctx, Parameters parameters, String mediaType, Function<Snapshot, Writing> answer) {
        var current = current();
        int revision = parameters.revision().orElse(current.revision());
        var tag = answers.tag(ctx, parameters, mediaType, "", revision);
        if (revision >= 1 && revision <= current.revision() && Answers.has(ctx, tag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            Answers.head(ctx, revision, tag);
            return;
        }
        try {
            var writing = answer.apply(revision == current.revision() ? current : former(revision, current));
            ctx.contentType(mediaType);
            Answers.head(ctx, revision, tag);
            writing.write(ctx);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Snapshot current() {
        return indexes.find()
                .orElseThrow(() -> ProblemException.of(
                                ProblemType.STARTING,
                                "The server is reading the network into memory: try again in a moment; everything else answers")
                        .retryAfter(SOON));
    }

    private Snapshot former(int revision, Snapshot current) {
        if (revision < 1 || revision > current.revision()) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_REVISION,
                    Parameters.REVISION,
                    "There is no revision %d: the store has 1 to %d".formatted(revision, current.revision()));
        }
        return indexes.findFormer(revision)
                .orElseThrow(() -> ProblemException.of(
                                ProblemType.REVISION_NOT_AT_HAND,
                                Parameters.REVISION,
                                "Another former revision is being read into memory: try again in a moment")
                        .retryAfter(NOT_SO_SOON));
    }
}
