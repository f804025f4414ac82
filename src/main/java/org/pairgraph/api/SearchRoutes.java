package org.pairgraph.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pairgraph.claims.Label;
import org.pairgraph.claims.ThingId;
import org.pairgraph.search.Hit;
import org.pairgraph.search.PartyQuery;
import org.pairgraph.vocab.PG;

/** Parties by name: the list of parties when it is asked with {@code q}. */
final class SearchRoutes {
    static final String TEXT = "q";

    private static final String CLASS = "class";
    private static final String WITHIN = "within";
    private static final int DEFAULT_LIMIT = 20;
    private static final Set<String> KNOWN =
            new TreeSet<>(Set.of(CLASS, Parameters.CURSOR, Parameters.LIMIT, TEXT, Parameters.REVISION, WITHIN));

    /** What is no party and has names all the same. */
    private static final Set<String> MORE_CLASSES = Stream.of(
                    PG.Site, PG.IndustrialPark, PG.Workshop, PG.Base, PG.Programme)
            .map(Node::getLocalName)
            .collect(Collectors.toUnmodifiableSet());

    private final IndexAnswers answers;
    private final Handler list;

    /** @param list what answers without {@code q} */
    SearchRoutes(IndexAnswers answers, Handler list) {
        this.answers = answers;
        this.list = list;
    }

    /**
     * A party as a list shows it, and why it was found.
     *
     * @param degree its neighbours by kind
     */
    record Item(
            String id,
            String iri,
            @JsonProperty("class") String type,
            Label label,
            Optional<Place> within,
            Map<String, Integer> degree,
            Match match) {}

    /** The place that directly contains it. */
    record Place(String id, String iri, Label label) {}

    /**
     * @param name the one of its names that was met
     * @param alternative whether that is a short, former, traditional or misprinted name
     */
    record Match(String name, Optional<String> language, boolean alternative, String extent, String reading) {}

    void parties(Context ctx) throws Exception {
        if (ctx.queryParam(TEXT) == null) {
            list.handle(ctx);
            return;
        }
        var parameters = Parameters.of(ctx, KNOWN);
        answers.json(ctx, parameters, snapshot -> {
            var hits = snapshot.parties().get().find(query(parameters, ctx.path(), snapshot));
            return Json.bytes(new Page<>(
                    hits.total(),
                    hits.next().map(last -> answers.cursor(parameters, ctx.path(), snapshot.revision(), last)),
                    hits.items().stream().map(hit -> item(hit, snapshot)).toList()));
        });
    }

    private PartyQuery query(Parameters parameters, String path, Snapshot snapshot) {
        var classes = parameters.code(CLASS, classes(snapshot)).stream()
                .map(name -> NodeFactory.createURI(PG.NAMESPACE + name))
                .collect(Collectors.toUnmodifiableSet());
        Predicate<Node> within =
                parameters.thing(WITHIN).map(id -> within(id, snapshot)).orElse(party -> true);
        var after = answers.position(parameters, path, snapshot.revision());
        int limit = parameters.number(Parameters.LIMIT, 1, PartyQuery.MAX_LIMIT).orElse(DEFAULT_LIMIT);
        try {
            return new PartyQuery(parameters.find(TEXT).orElse(""), classes, within, after, limit);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.BAD_PARAMETER, TEXT, String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> classes(Snapshot snapshot) {
        var classes = new TreeSet<>(snapshot.classes().partyClasses());
        classes.addAll(MORE_CLASSES);
        return classes;
    }

    private static Predicate<Node> within(String id, Snapshot snapshot) {
        if (!snapshot.network().has(ThingId.iri(id))) {
            throw Parameters.bad(
                    WITHIN, "names \"%s\", which nothing is said of: check its id".formatted(Parameters.shown(id)));
        }
        return snapshot.within(ThingId.iri(id));
    }

    private static Item item(Hit hit, Snapshot snapshot) {
        var iri = iri(hit.party());
        return new Item(
                ThingId.of(iri),
                iri,
                hit.type().getLocalName(),
                label(hit.party()),
                hit.parent().map(place -> new Place(ThingId.of(iri(place)), iri(place), label(place))),
                snapshot.degree(iri),
                match(hit.match()));
    }

    private static Match match(org.pairgraph.search.Match match) {
        return new Match(
                match.name(),
                Optional.of(match.language()).filter(language -> !language.isEmpty()),
                match.isAlternative(),
                code(match.extent()),
                code(match.reading()));
    }

    private static String iri(Hit.Named named) {
        return named.node().toString();
    }

    private static Label label(Hit.Named named) {
        return new Label(named.zh(), named.en());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
