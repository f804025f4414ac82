package org.pairgraph.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/** A small network by chance: places, bodies, groups with and without names, claims that disagree and that are parts. */
final class RandomNetwork {
    static final List<String> KINDS = List.of("county", "school", "hospital");
    static final List<String> CLASSES = List.of("County", "School", "PartyGroup", "Area", "Organization", "Party");
    static final List<String> STATUSES = List.of("actual", "planned", "agreed");
    static final List<String> BASES = List.of("stated", "inferred");

    final Graph graph = GraphFactory.createDefaultGraph();
    final List<Node> parties = new ArrayList<>();
    final List<Node> programmes = new ArrayList<>();

    private final Random random;
    private final List<Node> areas = new ArrayList<>();

    RandomNetwork(long seed, int claims) {
        random = new Random(seed);
        places();
        programmes();
        groups();
        for (int number = 0; number < claims; number++) {
            claim(number);
        }
        joins(claims);
    }

    static Node thing(String path) {
        return NodeFactory.createURI(Namespaces.ID + path);
    }

    static Node code(String name) {
        return NodeFactory.createURI(PGC.NAMESPACE + name);
    }

    static Node date(int year, int month, int day) {
        return NodeFactory.createLiteralDT("%04d-%02d-%02d".formatted(year, month, day), XSDDatatype.XSDdate);
    }

    private void places() {
        for (int province = 1; province <= 2; province++) {
            var above = area(PG.Province, province + "0", null);
            for (int city = 1; city <= 2; city++) {
                var type = city == 1 ? PG.City : PG.Prefecture;
                var cityArea = area(type, province + "" + city, above);
                for (int county = 1; county <= 2; county++) {
                    var countyArea = area(PG.County, province + "" + city + "-" + county, cityArea);
                    if (random.nextInt(3) == 0) {
                        area(PG.Village, province + "" + city + "-" + county + "-v", countyArea);
                    }
                }
            }
        }
        for (int number = 0; number < 6; number++) {
            var body = thing((number % 2 == 0 ? "school/" : "hospital/") + number);
            add(body, RDF.type.asNode(), number % 2 == 0 ? PG.School : PG.Hospital);
            if (random.nextInt(6) > 0) {
                add(body, PG.within, any(areas));
            }
            parties.add(body);
        }
        add(thing("site/1"), RDF.type.asNode(), PG.IndustrialPark);
        add(thing("site/1"), PG.within, any(areas));
    }

    private Node area(Node type, String key, @org.jspecify.annotations.Nullable Node above) {
        var area = thing("area/" + key);
        add(area, RDF.type.asNode(), type);
        add(area, RDFS.label.asNode(), NodeFactory.createLiteralLang("地" + key, "zh-Hans"));
        add(area, RDFS.label.asNode(), NodeFactory.createLiteralLang("Area " + key, "en"));
        if (above != null) {
            add(area, PG.within, above);
        }
        areas.add(area);
        parties.add(area);
        return area;
    }

    private void programmes() {
        var whole = thing("programme/whole");
        add(whole, RDF.type.asNode(), PG.Programme);
        add(whole, PG.supporterArea, any(areas));
        add(whole, PG.supportedArea, any(areas));
        var part = thing("programme/part");
        add(part, RDF.type.asNode(), PG.Programme);
        add(part, PG.partOf, whole);
        if (random.nextBoolean()) {
            add(part, PG.supporterArea, any(areas));
        }
        programmes.addAll(List.of(whole, part));
    }

    private void groups() {
        for (int number = 0; number < 5; number++) {
            var group = thing("group/" + number);
            add(group, RDF.type.asNode(), PG.PartyGroup);
            add(group, PG.memberKind, code(any(KINDS)));
            add(group, PG.countQualifier, code("exact"));
            int named = random.nextInt(3);
            add(
                    group,
                    PG.memberCount,
                    NodeFactory.createLiteralDT("" + (named + 1 + random.nextInt(9)), XSDDatatype.XSDinteger));
            if (random.nextInt(3) > 0) {
                add(group, PG.within, any(areas));
            }
            for (int member = 0; member < named; member++) {
                add(group, PG.namedMember, any(parties));
            }
        }
        for (int number = 0; number < 5; number++) {
            parties.add(thing("group/" + number));
        }
    }

    private void claim(int number) {
        var claim = thing("pairing/" + number);
        boolean isCoBuilding = random.nextInt(6) == 0;
        add(claim, RDF.type.asNode(), isCoBuilding ? PG.CoBuilding : PG.Pairing);
        if (!isCoBuilding) {
            add(claim, PG.pairingKind, code(any(KINDS)));
        }
        some(3).forEach(party -> add(claim, PG.supporter, party));
        some(3).forEach(party -> add(claim, PG.supported, party));
        add(claim, PG.status, code(any(STATUSES)));
        add(claim, PG.basis, code(any(BASES)));
        if (random.nextInt(4) > 0) {
            add(claim, PG.programme, any(programmes));
        }
        if (random.nextBoolean()) {
            add(claim, PG.startDate, anyDate(2014, 4));
        }
        if (random.nextInt(3) > 0) {
            add(claim, PG.asOf, anyDate(2015, 6));
        }
        if (random.nextInt(3) == 0) {
            add(claim, PG.endDate, anyDate(2018, 6));
        }
    }

    private void joins(int claims) {
        for (int number = 0; number < claims / 4; number++) {
            int one = random.nextInt(claims);
            int other = random.nextInt(claims);
            if (one != other) {
                add(thing("pairing/" + one), PG.disagreesWith, thing("pairing/" + other));
            }
            int part = random.nextInt(claims);
            int whole = random.nextInt(claims);
            if (part > whole) {
                add(thing("pairing/" + part), PG.partOf, thing("pairing/" + whole));
            }
        }
    }

    private Node anyDate(int firstYear, int years) {
        return date(firstYear + random.nextInt(years), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private Stream<Node> some(int most) {
        return Stream.generate(() -> any(parties))
                .limit(1 + random.nextInt(most))
                .distinct();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void add(Node subject, Node property, Node object) {
        graph.add(Triple.create(subject, property, object));
    }
}
