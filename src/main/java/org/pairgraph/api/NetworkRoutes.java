package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pairgraph.claims.ThingId;
import org.pairgraph.network.AreaLevel;
import org.pairgraph.network.NetworkFilter;
import org.pairgraph.network.NetworkJson;
import org.pairgraph.network.PathQuery;
import org.pairgraph.network.WalkQuery;
import org.pairgraph.network.WalkQuery.Direction;

/** The network: walks, counts, paths, roll-ups, and the whole of it as a file. */
final class NetworkRoutes {
    private static final String CLASS = "class";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String THROUGH = "through";
    private static final String DEPTH = "depth";
    private static final String DIRECTION = "direction";
    private static final String LEVEL = "level";
    private static final String FORMAT = "format";
    private static final String GRAPHML = "application/graphml+xml";
    private static final String AN_ID = "the id of a party, like area/450225";

    private static final Set<String> OF_CLAIMS =
            Set.of("at", "basis", "kind", "programme", Parameters.REVISION, "status");
    private static final Set<String> OF_A_FILTER = with(OF_CLAIMS, CLASS);
    private static final Set<String> SEVERAL = Set.of("basis", CLASS, "kind", "programme", "status");
    private static final Set<String> SEVERAL_OR_FROM = with(SEVERAL, FROM);
    private static final Set<String> OF_A_WALK =
            with(OF_A_FILTER, Parameters.CURSOR, DEPTH, DIRECTION, FROM, Parameters.LIMIT, THROUGH);
    private static final Set<String> OF_A_REACH = with(OF_A_FILTER, DEPTH, DIRECTION, FROM, Parameters.LIMIT, THROUGH);
    private static final Set<String> OF_COUNTS = with(OF_A_FILTER, FROM);
    private static final Set<String> OF_PATHS = with(OF_A_FILTER, DIRECTION, FROM, "max", THROUGH, TO);
    private static final Set<String> OF_A_ROLL_UP = with(OF_CLAIMS, LEVEL);
    private static final Set<String> OF_AN_EXPORT = with(OF_A_FILTER, FORMAT, THROUGH);

    private static final Set<String> DIRECTIONS = names(Direction.values());
    private static final Set<String> LEVELS = names(AreaLevel.values());
    private static final Set<String> FORMATS = new TreeSet<>(Set.of("graphml", "json"));

    private final IndexAnswers answers;

    NetworkRoutes(IndexAnswers answers) {
        this.answers = answers;
    }

    void walk(Context ctx) {
        var parameters = Parameters.of(ctx, OF_A_WALK, SEVERAL_OR_FROM);
        answers.json(ctx, parameters, snapshot -> {
            var query = walkQuery(parameters, ctx.path(), snapshot);
            var walk = snapshot.network().walk(query);
            var next = walk.next().map(last -> answers.cursor(parameters, ctx.path(), snapshot.revision(), last));
            return json(snapshot).of(walk, next);
        });
    }

    void reach(Context ctx) {
        var parameters = Parameters.of(ctx, OF_A_REACH, SEVERAL_OR_FROM);
        answers.json(ctx, parameters, snapshot -> {
            var query = walkQuery(parameters, ctx.path(), snapshot);
            return json(snapshot).of(snapshot.network().reach(query));
        });
    }

    private WalkQuery walkQuery(Parameters parameters, String path, Snapshot snapshot) {
        parameters.require(FROM, AN_ID);
        var from =
                parameters.things(FROM).stream().map(id -> party(id, snapshot)).toList();
        int depth = parameters.number(DEPTH, 1, WalkQuery.MAX_DEPTH).orElse(1);
        if (parameters.find(Parameters.CURSOR).isPresent()
                && (depth > 1 || from.stream().distinct().count() > 1)) {
            throw Parameters.bad(
                    Parameters.CURSOR, "goes with one \"from\" and depth 1 only: a deeper walk has no pages");
        }
        return new WalkQuery(
                from,
                depth,
                direction(parameters),
                throughPlaces(parameters),
                filter(parameters, snapshot),
                parameters.number(Parameters.LIMIT, 1, WalkQuery.MAX_LIMIT).orElse(WalkQuery.DEFAULT_LIMIT),
                answers.position(parameters, path, snapshot.revision()));
    }

    void counts(Context ctx) {
        var parameters = Parameters.of(ctx, OF_COUNTS, SEVERAL);
        answers.json(ctx, parameters, snapshot -> {
            var party = party(parameters, FROM, snapshot);
            var counts = snapshot.network().counts(party, filter(parameters, snapshot));
            return json(snapshot).of(counts);
        });
    }

    void paths(Context ctx) {
        var parameters = Parameters.of(ctx, OF_PATHS, SEVERAL);
        answers.json(ctx, parameters, snapshot -> {
            var query = new PathQuery(
                    party(parameters, FROM, snapshot),
                    party(parameters, TO, snapshot),
                    direction(parameters),
                    throughPlaces(parameters),
                    filter(parameters, snapshot),
                    parameters.number("max", 1, PathQuery.MAX_PATHS).orElse(PathQuery.DEFAULT_PATHS));
            return json(snapshot).of(snapshot.network().paths(query));
        });
    }

    void rollUp(Context ctx) {
        var parameters = Parameters.of(ctx, OF_A_ROLL_UP, SEVERAL);
        answers.stream(ctx, parameters, Json.TYPE, snapshot -> {
            var level = parameters
                    .code(LEVEL, LEVELS)
                    .map(code -> AreaLevel.valueOf(code.toUpperCase(Locale.ROOT)))
                    .orElseThrow(() -> Parameters.missing(LEVEL, "one of " + String.join(", ", LEVELS)));
            var rollUp = snapshot.network().rollUp(level, filter(parameters, snapshot));
            return to -> json(snapshot).write(rollUp, snapshot.points()::find, to.outputStream());
        });
    }

    void export(Context ctx) {
        var parameters = Parameters.of(ctx, OF_AN_EXPORT, SEVERAL);
        boolean isJson = parameters
                .code(FORMAT, FORMATS)
                .orElseThrow(() -> Parameters.missing(FORMAT, "one of " + String.join(", ", FORMATS)))
                .equals("json");
        boolean throughPlaces = throughPlaces(parameters);
        answers.stream(ctx, parameters, isJson ? Json.TYPE : GRAPHML, snapshot -> {
            var filter = filter(parameters, snapshot);
            return to -> {
                to.header(
                        Header.CONTENT_DISPOSITION,
                        "attachment; filename=\"pairgraph-network-%d.%s\""
                                .formatted(snapshot.revision(), isJson ? "json" : "graphml"));
                if (isJson) {
                    snapshot.network().writeJson(filter, throughPlaces, snapshot::named, to.outputStream());
                } else {
                    snapshot.network().writeGraphMl(filter, throughPlaces, snapshot::named, to.outputStream());
                }
            };
        });
    }

    private static NetworkJson json(Snapshot snapshot) {
        return new NetworkJson(snapshot.network(), snapshot::named);
    }

    private static NetworkFilter filter(Parameters parameters, Snapshot snapshot) {
        var programmes =
                parameters.things("programme").stream().map(ThingId::iri).collect(Collectors.toUnmodifiableSet());
        programmes.stream()
                .filter(programme -> !snapshot.programmes().contains(programme))
                .findFirst()
                .ifPresent(programme -> {
                    throw Parameters.bad(
                            "programme",
                            "names \"%s\", which is no programme: check its id"
                                    .formatted(Parameters.shown(ThingId.of(programme))));
                });
        return new NetworkFilter(
                parameters.codes(CLASS, NetworkFilter.CLASSES),
                parameters.codes("kind", snapshot.kinds()),
                programmes,
                parameters.codes("status", snapshot.classes().codes("statuses")),
                parameters.codes("basis", snapshot.classes().codes("claim-bases")),
                parameters.day("at"));
    }

    private static Direction direction(Parameters parameters) {
        return parameters
                .code(DIRECTION, DIRECTIONS)
                .map(code -> Direction.valueOf(code.toUpperCase(Locale.ROOT)))
                .orElse(Direction.BOTH);
    }

    private static boolean throughPlaces(Parameters parameters) {
        return parameters.code(THROUGH, Set.of("places")).isPresent();
    }

    private static String party(Parameters parameters, String name, Snapshot snapshot) {
        var id = parameters.thing(name).orElseThrow(() -> Parameters.missing(name, AN_ID));
        return party(id, snapshot);
    }

    private static String party(String id, Snapshot snapshot) {
        var iri = ThingId.iri(id);
        if (!snapshot.network().has(iri)) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_THING,
                    "The network has no party or site \"%s\": an id is the path below /id/, like area/450225; /api/v1/parties?q= finds it by name"
                            .formatted(Parameters.shown(id)));
        }
        return iri;
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Arrays.stream(more)).collect(Collectors.toCollection(TreeSet::new));
    }
}
