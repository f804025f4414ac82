package org.pairgraph.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
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

    static final byte PROVINCE = number(PG.Province);
    static final byte CITY = number(PG.City);
    static final byte PREFECTURE = number(PG.Prefecture);
    static final byte COUNTY = number(PG.County);
    static final byte PARTY_GROUP = number(PG.PartyGroup);

    private static final Set<Byte> AREAS =
            Set.of(PROVINCE, CITY, PREFECTURE, COUNTY, number(PG.Township), number(PG.Village), number(PG.Area));

    private ThingClass() {}

    /** The number of a class, or {@link #NONE}. Of two classes of one thing the smaller number is the more special. */
    static byte number(Node node) {
        return NUMBERS.getOrDefault(node, NONE);
    }

    /** The local name of a class. */
    static String name(byte number) {
        return CLASSES.get(number - 1).getLocalName();
    }

    static boolean isArea(byte number) {
        return AREAS.contains(number);
    }

    static List<Node> all() {
        return CLASSES;
    }

    private static Map<Node, Byte> numbers() {
        var numbers = new HashMap<Node, Byte>();
        CLASSES.forEach(node -> numbers.put(node, (byte) (numbers.size() + 1)));
        return numbers;
    }
}
