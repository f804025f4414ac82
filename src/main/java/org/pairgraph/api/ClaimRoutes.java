package org.pairgraph.api;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pairgraph.claims.PairingFilter;
import org.pairgraph.claims.PartyFilter;
import org.pairgraph.claims.ThingId;

/** Parties and pairings. */
final class ClaimRoutes {
    private static final String ID = "id";
    private static final Set<String> OF_A_PAGE = names("revision");
    private static final Set<String> OF_PARTIES = names("class", "cursor", "limit", "revision", "within");
    private static final Set<String> OF_PAIRINGS = names(
            "at",
            "basis",
            "cursor",
            "kind",
            "limit",
            "programme",
            "revision",
            "status",
            "supported",
            "supporter",
            "within");

    private final Answers answers;

    ClaimRoutes(Answers answers) {
        this.answers = answers;
    }

    void parties(Context ctx) {
        var parameters = Parameters.of(ctx, OF_PARTIES);
        answers.json(ctx, parameters, lent -> {
            var filter =
                    new PartyFilter(parameters.code("class", lent.classes().partyClasses()), thing("within", lent));
            return lent.page(
                    () -> lent.claims().parties(filter), id -> lent.claims().partySummary(id));
        });
    }

    void party(Context ctx) {
        var parameters = Parameters.of(ctx, OF_A_PAGE);
        var id = id(ctx);
        answers.json(
                ctx,
                parameters,
                lent -> lent.claims().findParty(id).orElseThrow(() -> unknown("party", "parties", id, lent)));
    }

    void pairings(Context ctx) {
        var parameters = Parameters.of(ctx, OF_PAIRINGS);
        answers.json(ctx, parameters, lent -> {
            var filter = new PairingFilter(
                    parameters.code("kind", lent.classes().codes("party-kinds")),
                    parameters.code("status", lent.classes().codes("statuses")),
                    parameters.code("basis", lent.classes().codes("claim-bases")),
                    thing("programme", lent),
                    thing("supporter", lent),
                    thing("supported", lent),
                    thing("within", lent),
                    parameters.day("at"));
            return lent.page(
                    () -> lent.claims().pairings(filter), claim -> lent.claims().pairingSummary(claim));
        });
    }

    void pairing(Context ctx) {
        var parameters = Parameters.of(ctx, OF_A_PAGE);
        var id = id(ctx);
        answers.json(
                ctx,
                parameters,
                lent -> lent.claims().findPairing(id).orElseThrow(() -> unknown("pairing", "pairings", id, lent)));
    }

    private static String id(Context ctx) {
        return ThingId.of(ThingId.iri(ctx.pathParam(ID)));
    }

    /** A thing to filter by; one that nothing is said of is more likely misspelt than meant. */
    private static Optional<String> thing(String name, Lent lent) {
        var id = lent.parameters().thing(name);
        id.filter(value -> !lent.claims().isDescribed(value)).ifPresent(value -> {
            throw Parameters.bad(
                    name, "names \"%s\", which nothing is said of: check its id".formatted(Parameters.shown(value)));
        });
        return id;
    }

    private static ProblemException unknown(String kind, String route, String id, Lent lent) {
        var shown = Parameters.shown(id);
        var detail = lent.claims()
                .findClass(id)
                .map(type -> "\"%s\" is no %s: it is of the class %s".formatted(shown, kind, type))
                .orElse("There is no %s \"%s\": an id is the path below /id/, like area/450225; /api/v1/%s lists them"
                        .formatted(kind, shown, route));
        return ProblemException.of(ProblemType.UNKNOWN_THING, detail);
    }

    private static Set<String> names(String... names) {
        return new TreeSet<>(Set.of(names));
    }
}
