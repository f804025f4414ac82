package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pairgraph.access.Role;
import org.pairgraph.saved.SavedQueries;
import org.pairgraph.saved.SavedQuery;
import org.pairgraph.sparql.AcceptedRanges;
import org.pairgraph.sparql.NamedQuery;
import org.pairgraph.sparql.NamedQuery.Bilingual;
import org.pairgraph.sparql.QueryCatalogue;

/** Queries that stewards keep, their short links, and publishing them into the catalogue. */
final class SavedQueryRoutes {
    private static final int BODY_AT_MOST = 64 * 1024;
    private static final int LONGEST_ADDRESS = 4_000;
    private static final String NAME = "name";
    private static final Set<String> GROUPS = Set.of("evidence", "figures", "pairings", "places", "quality", "time");
    private static final Set<String> MEMBERS = Set.of("description", "group", NAME, "query", "title");

    /** What a browser asks for and no result is written as. */
    private static final String HTML = "text/html";

    private final SavedQueries saved;
    private final QueryCatalogue bundled;
    private final Guard guard;
    private final QueryRoutes queries;

    SavedQueryRoutes(SavedQueries saved, QueryCatalogue bundled, Guard guard, QueryRoutes queries) {
        this.saved = saved;
        this.bundled = bundled;
        this.guard = guard;
        this.queries = queries;
    }

    /**
     * A saved query.
     *
     * @param link the short one
     * @param published whether the catalogue lists it
     */
    record Shown(
            String name,
            String link,
            Bilingual title,
            Bilingual description,
            String query,
            boolean published,
            Optional<String> group,
            String savedBy,
            Instant savedAt) {}

    void list(Context ctx) {
        Parameters.of(ctx, Set.of());
        var shown = saved.queries().stream().map(SavedQueryRoutes::shown).toList();
        json(ctx, new Page<>(shown.size(), Optional.empty(), shown));
    }

    void read(Context ctx) {
        Parameters.of(ctx, Set.of());
        json(ctx, shown(known(ctx.pathParam(NAME))));
    }

    void create(Context ctx) throws IOException {
        guard.write(ctx, "save-query", Role.STEWARD, write -> {
            Parameters.of(ctx, Set.of());
            var body = JsonBody.of(ctx, MEMBERS, BODY_AT_MOST);
            var name = body.find(NAME).isPresent() ? body.text(NAME) : digest(body.text("query"));
            save(ctx, write, body, name, query -> {
                if (!saved.add(query)) {
                    throw taken("There is a saved query \"%s\" already: PUT replaces it".formatted(name));
                }
            });
            ctx.status(HttpStatus.CREATED);
            ctx.header(Header.LOCATION, "/api/v1/saved-queries/" + name);
        });
    }

    void replace(Context ctx) throws IOException {
        guard.write(ctx, "save-query", Role.STEWARD, write -> {
            Parameters.of(ctx, Set.of());
            var body = JsonBody.of(ctx, MEMBERS, BODY_AT_MOST);
            var name = ctx.pathParam(NAME);
            if (body.find(NAME).isPresent() && !body.text(NAME).equals(name)) {
                throw JsonBody.bad("has another name than the address: save it under the new one and remove the old");
            }
            boolean isNew = saved.find(name).isEmpty();
            save(ctx, write, body, name, saved::save);
            ctx.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
        });
    }

    void remove(Context ctx) throws IOException {
        guard.write(ctx, "remove-query", Role.STEWARD, write -> {
            Parameters.of(ctx, Set.of());
            var name = ctx.pathParam(NAME);
            if (!saved.remove(name)) {
                throw unknown(name);
            }
            write.did("removed " + name);
            ctx.status(HttpStatus.NO_CONTENT);
        });
    }

    /** {@code GET /q/{name}}: a browser is led to the page with the query in it; others get the result. */
    void open(Context ctx) {
        var query = known(ctx.pathParam(NAME));
        ctx.header(Header.VARY, Header.ACCEPT);
        var named = query.asNamed();
        if (ctx.queryParam("format") == null && isForReader(ctx, named)) {
            ctx.header(Header.CACHE_CONTROL, "no-cache");
            ctx.header(Header.LOCATION, page(ctx, query, named));
            ctx.status(HttpStatus.SEE_OTHER);
            return;
        }
        queries.query(ctx, named);
    }

    /** Whether a page is liked better than anything that the result can be written as. */
    private static boolean isForReader(Context ctx, NamedQuery query) {
        var accepted = AcceptedRanges.of(AcceptHeader.find(ctx).orElse("*/*"));
        return accepted.quality(HTML) > ResultFormat.quality(query.query(), accepted);
    }

    /**
     * The page to write queries on, with what others would get the result of. A query that is too long for an address is
     * fetched by its name, without values.
     */
    private static String page(Context ctx, SavedQuery query, NamedQuery named) {
        var parameters = QueryRoutes.parameters(ctx, named);
        var text = URLEncoder.encode(text(parameters, query, named), StandardCharsets.UTF_8);
        return "/query?saved=" + query.name()
                + (text.length() > LONGEST_ADDRESS ? "" : "&query=" + text)
                + parameters.revision().map(number -> "&revision=" + number).orElse("");
    }

    /** With the values in it; as it was saved where it has none, or where the reader has yet to give one. */
    private static String text(Parameters parameters, SavedQuery query, NamedQuery named) {
        boolean isWhole = named.parameters().stream()
                .allMatch(parameter -> parameter.fallback().isPresent()
                        || parameters.find(parameter.name()).isPresent());
        return isWhole && !named.parameters().isEmpty()
                ? QueryRoutes.bound(parameters, named).serialize()
                : query.query();
    }

    private void save(Context ctx, Guard.Write write, JsonBody body, String name, Consumer<SavedQuery> keeping) {
        if (bundled.findQuery(name).isPresent()) {
            throw taken("The program's own catalogue has a query \"%s\": choose another name".formatted(name));
        }
        var group = body.find("group").map(given -> body.text("group"));
        group.filter(given -> !GROUPS.contains(given)).ifPresent(given -> {
            throw JsonBody.bad("has no group \"%s\"; a query is published in one of: %s"
                    .formatted(
                            Parameters.shown(given),
                            String.join(", ", GROUPS.stream().sorted().toList())));
        });
        var query = valid(() -> new SavedQuery(
                name,
                body.bilingual("title"),
                body.bilingual("description"),
                body.text("query"),
                group,
                write.actor(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        var named = valid(query::asNamed);
        valid(() -> {
            QueryRoutes.requireNoReservedName(named);
            return named;
        });
        if (query.isPublished()) {
            queries.requireRuns(ctx, named);
        }
        keeping.accept(query);
        write.did((query.isPublished() ? "published " : "saved ") + name);
        json(ctx, shown(query));
    }

    private static <T> T valid(Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            throw JsonBody.bad("cannot be saved: " + Parameters.shown(String.valueOf(e.getMessage()), 400));
        }
    }

    private SavedQuery known(String name) {
        return saved.find(name).orElseThrow(() -> unknown(name));
    }

    private static ProblemException unknown(String name) {
        return ProblemException.of(
                ProblemType.UNKNOWN_QUERY,
                "There is no saved query \"%s\": /api/v1/saved-queries lists them".formatted(Parameters.shown(name)));
    }

    private static ProblemException taken(String detail) {
        return ProblemException.of(ProblemType.NAME_TAKEN, detail);
    }

    private static String digest(String query) {
        return Parameters.digestOf(query).substring(0, 12);
    }

    private static void json(Context ctx, Object answer) {
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        ctx.contentType(Json.TYPE).result(Json.bytes(answer));
    }

    private static Shown shown(SavedQuery query) {
        return new Shown(
                query.name(),
                "/q/" + query.name(),
                query.title(),
                query.description(),
                query.query(),
                query.isPublished(),
                query.group(),
                query.savedBy(),
                query.savedAt());
    }
}
