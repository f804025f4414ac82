package org.pairgraph.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/** The classes whose members can be searched for, in the order in which members of the same fit are ranked. */
enum PartyClass {
    PROVINCE(0, PG.Province, PG.Area, PG.Party),
    CITY(1, PG.City, PG.Area, PG.Party),
    PREFECTURE(1, PG.Prefecture, PG.Area, PG.Party),
    COUNTY(2, PG.County, PG.Area, PG.Party),
    TOWNSHIP(3, PG.Township, PG.Area, PG.Party),
    VILLAGE(4, PG.Village, PG.Area, PG.Party),
    AREA(5, PG.Area, PG.Party),
    PROGRAMME(6, PG.Programme),
    SCHOOL(7, PG.School, PG.Organization, PG.Party),
    HOSPITAL(7, PG.Hospital, PG.Organization, PG.Party),
    ENTERPRISE(7, PG.Enterprise, PG.Organization, PG.Party),
    SOCIAL_ORGANIZATION(7, PG.SocialOrganization, PG.Organization, PG.Party),
    PUBLIC_INSTITUTION(7, PG.PublicInstitution, PG.Organization, PG.Party),
    GOVERNMENT_BODY(7, PG.GovernmentBody, PG.Organization, PG.Party),
    ORGANIZATION(7, PG.Organization, PG.Party),
    PARTY_GROUP(8, PG.PartyGroup, PG.Party),
    INDUSTRIAL_PARK(9, PG.IndustrialPark, PG.Site),
    WORKSHOP(9, PG.Workshop, PG.Site),
    BASE(9, PG.Base, PG.Site),
    SITE(9, PG.Site),
    PARTY(10, PG.Party);

    private static final List<PartyClass> ALL = List.of(values());

    private final int rank;
    private final Node node;
    private final Set<Node> all;

    PartyClass(int rank, Node node, Node... above) {
        this.rank = rank;
        this.node = node;
        this.all = Stream.concat(Stream.of(node), Arrays.stream(above)).collect(Collectors.toUnmodifiableSet());
    }

    int rank() {
        return rank;
    }

    Node node() {
        return node;
    }

    /** Whether its members are members of one of these classes, or no class is asked for. */
    boolean isAny(Set<Node> classes) {
        return classes.isEmpty() || classes.stream().anyMatch(all::contains);
    }

    static Optional<PartyClass> of(Node node) {
        return ALL.stream().filter(type -> type.node.equals(node)).findFirst();
    }

    static PartyClass at(int ordinal) {
        return ALL.get(ordinal);
    }

    static void requireKnown(Node node) {
        if (ALL.stream().noneMatch(type -> type.all.contains(node))) {
            throw new IllegalArgumentException("Nothing of class %s can be searched for: give one of %s."
                    .formatted(
                            node,
                            ALL.stream()
                                    .map(type -> type.node.getLocalName())
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
    }
}
