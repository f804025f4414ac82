package org.pairgraph.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.pairgraph.claims.Coverage.OfClass;
import org.pairgraph.vocab.PG;

/** Counts what is covered. Linear in the things that it counts. */
final class CoverageReader {
    private final Graph graph;
    private final Classes classes;
    private final Names names;

    CoverageReader(Graph graph, Classes classes, Names names) {
        this.graph = graph;
        this.classes = classes;
        this.names = names;
    }

    List<Coverage> coverage() {
        var claims = classes.withSubclasses("Claim");
        var parties = classes.withSubclasses("Party");
        var named = classes.withSubclasses("Party");
        named.remove(PG.PartyGroup);
        var groups = Set.of(PG.PartyGroup);
        return List.of(
                coverage("claims-with-evidence", "有证据的断言", "claims with evidence", claims, hasOne(PG.evidence)),
                coverage(
                        "claims-with-dates",
                        "有日期的断言",
                        "claims with a date",
                        claims,
                        hasOne(PG.startDate, PG.endDate, PG.asOf, PG.deadline)),
                coverage(
                        "claims-with-programmes",
                        "属于某项协作的断言",
                        "claims that belong to a programme",
                        claims,
                        hasOne(PG.programme)),
                coverage(
                        "parties-with-points",
                        "有坐标的参与方",
                        "parties with coordinates",
                        parties,
                        party -> hasOne(PartyReader.LAT).test(party)
                                && hasOne(PartyReader.LONG).test(party)),
                coverage(
                        "areas-with-codes",
                        "有行政区划代码的地区",
                        "areas with an administrative code",
                        classes.withSubclasses("Area"),
                        hasOne(PG.adminCode)),
                coverage(
                        "parties-with-both-labels",
                        "有中英文名称的参与方（成组主体除外）",
                        "parties with a label in both languages (groups aside)",
                        named,
                        this::hasBothLabels),
                coverage(
                        "groups-naming-members",
                        "列出至少一个成员的组",
                        "groups that name at least one member",
                        groups,
                        hasOne(PG.namedMember)),
                coverage(
                        "groups-naming-all-members",
                        "列出全部成员的组",
                        "groups that name all their members",
                        groups,
                        this::namesAll));
    }

    private Coverage coverage(String measure, String zh, String en, Set<Node> types, Predicate<Node> isCovered) {
        var figures = new ArrayList<OfClass>();
        types.stream().sorted(Description.ORDER).forEach(type -> {
            int total = 0;
            int covered = 0;
            for (var things = graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject);
                    things.hasNext(); ) {
                total++;
                covered += isCovered.test(things.next()) ? 1 : 0;
            }
            if (total > 0) {
                figures.add(new OfClass(Classes.name(type), names.given(type), total, covered));
            }
        });
        return new Coverage(measure, Label.of(zh, en), figures);
    }

    private Predicate<Node> hasOne(Node... properties) {
        return thing -> {
            for (var property : properties) {
                if (graph.contains(thing, property, Node.ANY)) {
                    return true;
                }
            }
            return false;
        };
    }

    private boolean hasBothLabels(Node party) {
        var labels = names.objects(party, RDFS.label.asNode());
        return labels.stream().anyMatch(label -> Languages.isIn("zh", label))
                && labels.stream().anyMatch(label -> Languages.isIn("en", label));
    }

    private boolean namesAll(Node group) {
        var description = names.describe(group);
        int named = description.values(PG.namedMember).size();
        return named > 0
                && description
                        .integer(PG.memberCount)
                        .filter(count -> named >= count)
                        .isPresent();
    }
}
