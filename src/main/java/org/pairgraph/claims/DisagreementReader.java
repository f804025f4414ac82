package org.pairgraph.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.claims.Disagreement.Difference;
import org.pairgraph.vocab.PG;

/** Finds claims that disagree, and figures that only seem to. */
final class DisagreementReader {
    private static final int APPARENT_AT_MOST = 10_000;

    private static final Difference MEASURE =
            difference("measure", "指标不同，名称相近", "another measure, though a related one");
    private static final Difference STATUS =
            difference("status", "状态不同，如计划与实际", "other status, such as planned and actual");
    private static final Difference TIME = difference("time", "日期或时段不同", "another day or period");
    private static final Difference UNIT = difference("unit", "计量单位不同", "another unit");
    private static final Difference SIDES = difference("sides", "来去方不同", "from or to another side");
    private static final Difference PROGRAMME = difference("programme", "所属协作不同", "another programme");
    private static final Difference SCOPE = difference("scope", "所关于的事物不全相同", "not about the very same things");
    private static final Difference PART = difference("part", "一项是另一项的一部分", "one is part of the other");
    private static final Difference PARTS = difference("parts", "各是某个整体的一部分", "each is a part of a whole");
    private static final Difference RANGE = difference("range", "数值带有限定，范围相容", "bounds that are compatible");
    private static final Difference DEFINITION =
            difference("definition", "附注不同，可能说明了口径", "another note, which may say what is counted");

    private static final Node RELATED = SKOS.related.asNode();

    private final Graph graph;
    private final Names names;
    private final ClaimReader claims;

    DisagreementReader(Graph graph, Names names, ClaimReader claims) {
        this.graph = graph;
        this.names = names;
        this.claims = claims;
    }

    List<ClaimPair> stated() {
        var pairs = new TreeSet<ClaimPair>();
        graph.find(Node.ANY, PG.disagreesWith, Node.ANY)
                .forEach(triple -> pairs.add(pair(triple.getSubject(), triple.getObject())));
        return List.copyOf(pairs);
    }

    List<ClaimPair> apparent() {
        Map<List<Node>, List<Node>> comparable = new HashMap<>();
        graph.find(Node.ANY, RDF.type.asNode(), PG.Observation)
                .mapWith(Triple::getSubject)
                .forEach(claim -> group(claim, comparable));
        var pairs = new TreeSet<ClaimPair>();
        comparable.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .sorted(Map.Entry.comparingByKey((one, other) -> one.toString().compareTo(other.toString())))
                .forEach(entry -> addDiffering(entry.getValue(), pairs));
        return List.copyOf(pairs);
    }

    Disagreement disagreement(ClaimPair pair) {
        var one = ThingId.node(pair.one());
        var other = ThingId.node(pair.other());
        return new Disagreement(
                claims.statement(one),
                claims.statement(other),
                differences(names.describe(one), names.describe(other)));
    }

    private void group(Node claim, Map<List<Node>, List<Node>> comparable) {
        for (var about : names.objects(claim, PG.about)) {
            for (var indicator : indicators(claim)) {
                comparable
                        .computeIfAbsent(List.of(about, indicator), key -> new ArrayList<>())
                        .add(claim);
            }
        }
    }

    /** The indicators of a claim and those that the code list relates to them. */
    private Set<Node> indicators(Node claim) {
        var found = new HashSet<>(names.objects(claim, PG.indicator));
        for (var indicator : List.copyOf(found)) {
            found.addAll(names.objects(indicator, RELATED));
            found.addAll(claims.subjects(RELATED, indicator));
        }
        return found;
    }

    private void addDiffering(List<Node> found, TreeSet<ClaimPair> pairs) {
        var described =
                found.stream().sorted(Description.ORDER).map(names::describe).toList();
        for (int i = 0; i < described.size() && pairs.size() < APPARENT_AT_MOST; i++) {
            for (int j = i + 1; j < described.size() && pairs.size() < APPARENT_AT_MOST; j++) {
                if (differ(described.get(i), described.get(j))) {
                    pairs.add(pair(described.get(i).subject(), described.get(j).subject()));
                }
            }
        }
    }

    private boolean differ(Description one, Description other) {
        return other.values(PG.indicator).stream().anyMatch(indicators(one.subject())::contains)
                && one.decimal(PG.value).isPresent()
                && other.decimal(PG.value).isPresent()
                && !(one.decimal(PG.value).equals(other.decimal(PG.value))
                        && one.decimal(PG.valueMax).equals(other.decimal(PG.valueMax)))
                && !one.has(PG.disagreesWith, other.subject())
                && !other.has(PG.disagreesWith, one.subject());
    }

    private static List<Difference> differences(Description one, Description other) {
        var found = new ArrayList<Difference>();
        addIf(found, MEASURE, !one.values(PG.indicator).equals(other.values(PG.indicator)));
        addIf(found, STATUS, !one.values(PG.status).equals(other.values(PG.status)));
        addIf(found, TIME, !one.span().equals(other.span()));
        addIf(found, UNIT, !one.values(PG.unit).equals(other.values(PG.unit)));
        addIf(
                found,
                SIDES,
                !one.values(PG.from).equals(other.values(PG.from))
                        || !one.values(PG.to).equals(other.values(PG.to)));
        addIf(found, PROGRAMME, !one.values(PG.programme).equals(other.values(PG.programme)));
        addIf(found, SCOPE, !one.values(PG.about).equals(other.values(PG.about)));
        addIf(found, PART, one.has(PG.partOf, other.subject()) || other.has(PG.partOf, one.subject()));
        addIf(
                found,
                PARTS,
                !one.values(PG.partOf).isEmpty() && !other.values(PG.partOf).isEmpty());
        addIf(found, RANGE, Bounds.of(one).isCompatibleWith(Bounds.of(other)));
        addIf(found, DEFINITION, !one.values(PG.note).equals(other.values(PG.note)));
        return found;
    }

    private static void addIf(List<Difference> found, Difference difference, boolean holds) {
        if (holds) {
            found.add(difference);
        }
    }

    private static ClaimPair pair(Node one, Node other) {
        return new ClaimPair(ThingId.of(Names.iri(one)), ThingId.of(Names.iri(other)));
    }

    private static Difference difference(String code, String zh, String en) {
        return new Difference(code, Label.of(zh, en));
    }

    /** The values that a figure with a qualifier allows; without a bound it is open to that side. */
    private record Bounds(boolean isFirm, Optional<BigDecimal> least, Optional<BigDecimal> greatest) {

        static Bounds of(Description claim) {
            var value = claim.decimal(PG.value);
            return switch (claim.code(PG.valueQualifier).orElse("exact")) {
                case "exact" -> new Bounds(true, value, value);
                case "range" ->
                    new Bounds(false, value, claim.decimal(PG.valueMax).or(() -> value));
                case "more-than", "at-least" -> new Bounds(false, value, Optional.empty());
                case "at-most" -> new Bounds(false, Optional.empty(), value);
                case "nearly" -> new Bounds(false, value.map(Bounds::tenthLess), value);
                default -> new Bounds(false, value.map(Bounds::tenthLess), value.map(Bounds::tenthMore));
            };
        }

        /** Whether one value may be meant by both, though at least one of them gives no exact one. */
        boolean isCompatibleWith(Bounds other) {
            return (!isFirm || !other.isFirm) && isNotAbove(least, other.greatest) && isNotAbove(other.least, greatest);
        }

        private static boolean isNotAbove(Optional<BigDecimal> low, Optional<BigDecimal> high) {
            return low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) <= 0;
        }

        private static BigDecimal tenthLess(BigDecimal value) {
            return value.multiply(new BigDecimal("0.9"));
        }

        private static BigDecimal tenthMore(BigDecimal value) {
            return value.multiply(new BigDecimal("1.1"));
        }
    }
}
