package org.pairgraph.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pairgraph.vocab.PG;

/** The classes of what stands in the network: parties and sites, the special ones before the general ones. */
final class ThingClass {
    /** No class is known. */
    static final byte NONE = 0;

    private static final List<Node> CLASSES = List.of(
            PG.Province,
            PG.City,
            PG.Prefecture,
            PG.County,
            PG.Township,
            PG.Village,
            PG.School,
            PG.Hospital,
            PG.Enterprise,
            PG.SocialOrganization,
            PG.PublicInstitution,
            PG.GovernmentBody,
            PG.PartyGroup,
            PG.IndustrialPark,
            PG.Workshop,
            PG.Base,
            PG.Area,
            PG.Organization,
            PG.Site,
            PG.Party);
    private static final Map<Node, Byte> NUMBERS = numbers();

    private static final List<byte[]> UTF_8 =
            CLASSES.stream().map(node -> Utf8.of(node.getLocalName())).toList();

    static final byte PROVINCE = number(PG.Province);
    static final byte CITY = number(PG.City);
    static final byte PREFECTURE = number(PG.Prefecture);
    static final byte COUNTY = number(PG.County);
    static final byte PARTY_GROUP = number(PG.PartyGroup);

    /** The general classes, each with the numbers of its things. */
    private static final Map<String, Set<Byte>> GENERAL = general();

    private ThingClass() {}

    /** The number of a class, or {@link #NONE}. Of two classes of one thing the smaller number is the more special. */
    static byte number(Node node) {
        return NUMBERS.getOrDefault(node, NONE);
    }

    /** The local name of a class. */
    static String name(byte number) {
        return CLASSES.get(number - 1).getLocalName();
    }

    /** The local name of a class in UTF-8. */
    static byte[] utf8(byte number) {
        return UTF_8.get(number - 1);
    }

    static boolean isArea(byte number) {
        return numbers(PG.Area.getLocalName()).contains(number);
    }

    /** The numbers that the things of a class have. */
    static Set<Byte> numbers(String name) {
        var general = GENERAL.get(name);
        return general != null ? general : Set.of(number(NodeFactory.createURI(PG.NAMESPACE + name)));
    }

    static Set<String> names() {
        return CLASSES.stream().map(Node::getLocalName).collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Node> all() {
        return CLASSES;
    }

    private static Map<String, Set<Byte>> general() {
        var areas = numbers(PG.Area, PG.Province, PG.City, PG.Prefecture, PG.County, PG.Township, PG.Village);
        var organizations = numbers(
                PG.Organization,
                PG.School,
                PG.Hospital,
                PG.Enterprise,
                PG.SocialOrganization,
                PG.PublicInstitution,
                PG.GovernmentBody);
        var parties = new HashSet<>(numbers(PG.Party, PG.PartyGroup));
        parties.addAll(areas);
        parties.addAll(organizations);
        return Map.of(
                "Area",
                areas,
                "Organization",
                organizations,
                "Site",
                numbers(PG.Site, PG.IndustrialPark, PG.Workshop, PG.Base),
                "Party",
                Set.copyOf(parties));
    }

    private static Set<Byte> numbers(Node... classes) {
        return Arrays.stream(classes).map(ThingClass::number).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Node, Byte> numbers() {
        var numbers = new HashMap<Node, Byte>();
        CLASSES.forEach(node -> numbers.put(node, (byte) (numbers.size() + 1)));
        return numbers;
    }
}
