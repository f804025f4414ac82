package org.pairgraph.api;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.pairgraph.claims.ObservationFilter;
import org.pairgraph.claims.PairingFilter;
import org.pairgraph.claims.PartyFilter;
import org.pairgraph.claims.PassageTexts;
import org.pairgraph.claims.ThingId;

/** Parties, claims and passages. */
final class ClaimRoutes {
    private static final String ID = "id";
    private static final Set<String> OF_A_PAGE = names("revision");
    private static final Set<String> OF_NAMES = names(ID, "revision");
    private static final Set<String> OF_PARTIES = names("class", "cursor", "limit", "q", "revision", "within");
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

    private static final Set<String> OF_OBSERVATIONS = names(
            "about",
            "at",
            "basis",
            "class",
            "cursor",
            "indicator",
            "limit",
            "programme",
            "revision",
            "status",
            "within");

    /** The texts that the operator has may be others after a start, and so may the answers made of them. */
    private final String textsAtStart = UUID.randomUUID().toString();

    private final Answers answers;
    private final PassageTexts texts;

    ClaimRoutes(Answers answers, PassageTexts texts) {
        this.answers = answers;
        this.texts = texts;
    }

    void parties(Context ctx) {
        var parameters = Parameters.of(ctx, OF_PARTIES);
        answers.json(ctx, parameters, lent -> {
            var filter = new PartyFilter(parameters.code("class", lent.classes().partyClasses()), lent.thing("within"));
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
                lent -> lent.claims().findParty(id).orElseThrow(() -> lent.unknown("party", "parties", id)));
    }

    void pairings(Context ctx) {
        var parameters = Parameters.of(ctx, OF_PAIRINGS);
        answers.json(ctx, parameters, lent -> {
            var filter = new PairingFilter(
                    parameters.code("kind", lent.classes().codes("party-kinds")),
                    parameters.code("status", lent.classes().codes("statuses")),
                    parameters.code("basis", lent.classes().codes("claim-bases")),
                    lent.thing("programme"),
                    lent.thing("supporter"),
                    lent.thing("supported"),
                    lent.thing("within"),
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
                lent -> lent.claims().findPairing(id).orElseThrow(() -> lent.unknown("pairing", "pairings", id)));
    }

    void observations(Context ctx) {
        var parameters = Parameters.of(ctx, OF_OBSERVATIONS);
        answers.json(ctx, parameters, lent -> {
            var filter = new ObservationFilter(
                    lent.thing("about"),
                    parameters.code("class", lent.classes().names()),
                    parameters.code("indicator", lent.classes().codes("indicators")),
                    lent.thing("programme"),
                    lent.thing("within"),
                    parameters.code("status", lent.classes().codes("statuses")),
                    parameters.code("basis", lent.classes().codes("claim-bases")),
                    parameters.day("at"));
            return lent.page(
                    () -> lent.claims().observations(filter),
                    id -> lent.claims().observation(id));
        });
    }

    void observation(Context ctx) {
        var parameters = Parameters.of(ctx, OF_A_PAGE);
        var id = id(ctx);
        answers.json(
                ctx,
                parameters,
                lent -> lent.claims()
                        .findObservation(id)
                        .orElseThrow(() -> lent.unknown("observation", "observations", id)));
    }

    void evidence(Context ctx) {
        var parameters = Parameters.of(ctx, OF_A_PAGE);
        var id = id(ctx);
        answers.json(
                ctx,
                parameters,
                textsAtStart,
                lent -> lent.claims().findEvidence(id, texts).orElseThrow(() -> lent.unknown("passage", "", id)));
    }

    /** {@code GET things/{id}}: a thing of whatever class; a term or a code is asked for by its whole IRI. */
    void thing(Context ctx) {
        var parameters = Parameters.of(ctx, OF_A_PAGE);
        var id = id(ctx);
        answers.json(
                ctx, parameters, lent -> lent.claims().findThing(id).orElseThrow(() -> lent.unknown("thing", "", id)));
    }

    /** {@code GET things?id=…&id=…}: the names of things of whatever class, in the order of asking. */
    void names(Context ctx) {
        var parameters = Parameters.of(ctx, OF_NAMES, Set.of(ID));
        var ids = parameters.things(ID);
        if (ids.isEmpty()) {
            throw Parameters.missing(ID, "one like area/450225, or several");
        }
        answers.json(ctx, parameters, lent -> {
            var things = ids.stream().map(id -> lent.claims().named(id)).toList();
            return new Page<>(things.size(), Optional.empty(), things);
        });
    }

    private static String id(Context ctx) {
        return ThingId.of(ThingId.iri(ctx.pathParam(ID)));
    }

    private static Set<String> names(String... names) {
        return new TreeSet<>(Set.of(names));
    }
}
