package org.pairgraph.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pairgraph.claims.ClaimPair;
import org.pairgraph.claims.Claims;
import org.pairgraph.claims.Coverage;
import org.pairgraph.claims.Disagreement;
import org.pairgraph.claims.Indicator;
import org.pairgraph.claims.Label;
import org.pairgraph.sparql.NamedQuery;
import org.pairgraph.sparql.QueryCatalogue;

/** The graph surveyed: its indicators, where it disagrees, and how far it is covered. */
final class SurveyRoutes {
    private static final Set<String> OF_A_SURVEY = Set.of(Parameters.REVISION);
    private static final Set<String> OF_DISAGREEMENTS =
            new TreeSet<>(Set.of(Parameters.CURSOR, Parameters.LIMIT, Parameters.REVISION));

    private final Answers answers;
    private final QueryCatalogue catalogue;

    SurveyRoutes(Answers answers, QueryCatalogue catalogue) {
        this.answers = answers;
        this.catalogue = catalogue;
    }

    /**
     * Claims that disagree, and apart from them figures that only seem to. A page goes through the former, then the latter.
     *
     * @param total how many pairs disagree
     */
    record Disagreements(int total, Optional<String> next, List<Disagreement> items, Apparent apparent) {}

    /** @param total how many pairs of figures seem to disagree */
    record Apparent(int total, List<Disagreement> items) {}

    /**
     * What is covered, and the queries that say so.
     *
     * @param query the name of the query of the catalogue that gives these figures, where there is one
     * @param sparql a query that gives them: {@code ?class ?total ?covered}
     */
    record Measure(
            String measure, Label label, Optional<String> query, String sparql, List<Coverage.OfClass> classes) {}

    private record Pair(ClaimPair claims, boolean isApparent) {}

    void indicators(Context ctx) {
        answers.json(
                ctx,
                Parameters.of(ctx, OF_A_SURVEY),
                lent -> lent.once("indicators", () -> {
                    List<Indicator> indicators = lent.claims().indicators();
                    return new Page<>(indicators.size(), Optional.empty(), indicators);
                }));
    }

    void coverage(Context ctx) {
        answers.json(
                ctx,
                Parameters.of(ctx, OF_A_SURVEY),
                lent -> lent.once("coverage", () -> {
                    var measures =
                            lent.claims().coverage().stream().map(this::measure).toList();
                    return new Page<>(measures.size(), Optional.empty(), measures);
                }));
    }

    void disagreements(Context ctx) {
        answers.json(ctx, Parameters.of(ctx, OF_DISAGREEMENTS), lent -> {
            var part = lent.part(() -> pairs(lent.claims()));
            int apparent = (int) part.all().stream().filter(Pair::isApparent).count();
            return new Disagreements(
                    part.all().size() - apparent,
                    part.next(),
                    read(part.items(), false, lent),
                    new Apparent(apparent, read(part.items(), true, lent)));
        });
    }

    private static List<Pair> pairs(Claims claims) {
        var pairs = new ArrayList<Pair>();
        claims.disagreements().forEach(pair -> pairs.add(new Pair(pair, false)));
        claims.apparentDisagreements().forEach(pair -> pairs.add(new Pair(pair, true)));
        return pairs;
    }

    private static List<Disagreement> read(List<Pair> pairs, boolean isApparent, Lent lent) {
        return pairs.stream()
                .filter(pair -> pair.isApparent() == isApparent)
                .map(pair -> lent.claims().disagreement(pair.claims()))
                .toList();
    }

    private Measure measure(Coverage coverage) {
        return new Measure(
                coverage.measure(),
                coverage.label(),
                catalogue.findQuery("coverage-" + coverage.measure()).map(NamedQuery::name),
                sparql(coverage.measure()),
                coverage.classes());
    }

    private static String sparql(String measure) {
        var name = "/coverage/" + measure + ".rq";
        try (var in = SurveyRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
