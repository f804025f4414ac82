package org.pairgraph.network;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.network.WalkQuery.Direction;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/** The answers by the definitions, straight from the triples, with sets and loops and no care for speed. */
final class PlainNetwork {
    record Claim(
            String iri,
            String kind,
            Optional<String> programme,
            String status,
            String basis,
            Optional<LocalDate> start,
            Optional<LocalDate> asOf,
            Optional<LocalDate> end,
            Set<String> supporters,
            Set<String> supported) {}

    record Edge(String claim, String source, String target, String kind) {}

    record Walked(Map<String, Integer> depths, Set<Edge> edges, boolean truncated) {}

    final Map<String, Claim> claims = new TreeMap<>();
    final Map<String, String> parents = new TreeMap<>();
    final Map<String, Set<String>> members = new TreeMap<>();
    private final Set<Set<String>> disagreements = new HashSet<>();
    private final Set<String> contested = new HashSet<>();
    private final Graph graph;

    PlainNetwork(Graph graph) {
        this.graph = graph;
        for (var type : List.of(PG.Pairing, PG.CoBuilding)) {
            graph.find(Node.ANY, RDF.type.asNode(), type).forEach(triple -> {
                var claim = claim(triple.getSubject(), type);
                claims.put(claim.iri(), claim);
            });
        }
        pairs(PG.within).forEach(pair -> parents.put(pair[0], pair[1]));
        pairs(PG.namedMember)
                .forEach(pair -> members.computeIfAbsent(pair[0], group -> new TreeSet<>())
                        .add(pair[1]));
        pairs(PG.disagreesWith).forEach(pair -> {
            disagreements.add(Set.of(pair));
            contested.add(pair[1]);
        });
    }

    List<Claim> taken(NetworkFilter filter) {
        return claims.values().stream()
                .filter(claim -> passes(claim, filter))
                .filter(claim -> speaksFor(claim)
                        .filter(other -> passes(other, filter))
                        .findFirst()
                        .orElseThrow()
                        .equals(claim))
                .toList();
    }

    List<Edge> edges(NetworkFilter filter) {
        var edges = new ArrayList<Edge>();
        for (var claim : taken(filter)) {
            for (var supporter : claim.supporters()) {
                claim.supported().forEach(party -> edges.add(new Edge(claim.iri(), supporter, party, claim.kind())));
            }
        }
        return edges;
    }

    List<Edge> placeEdges() {
        var edges = new ArrayList<Edge>();
        parents.forEach((thing, place) -> edges.add(new Edge("", thing, place, "within")));
        members.forEach((group, named) -> named.forEach(member -> edges.add(new Edge("", group, member, "member"))));
        return edges;
    }

    /** Whether a step may lead to a thing. */
    boolean meets(String thing, NetworkFilter filter) {
        return filter.classes().isEmpty()
                || graph.find(NodeFactory.createURI(thing), RDF.type.asNode(), Node.ANY)
                        .mapWith(triple -> triple.getObject().getLocalName())
                        .filterKeep(type -> filter.classes().stream().anyMatch(asked -> has(asked, type)))
                        .hasNext();
    }

    private static boolean has(String general, String type) {
        var areas = Set.of("Province", "City", "Prefecture", "County", "Village");
        var organizations = Set.of("School", "Hospital");
        return switch (general) {
            case "Area" -> areas.contains(type);
            case "Organization" -> organizations.contains(type);
            case "Party" -> areas.contains(type) || organizations.contains(type) || type.equals("PartyGroup");
            default -> general.equals(type);
        };
    }

    Walked walk(WalkQuery query) {
        var followed = edges(query.filter());
        var placed = query.throughPlaces() ? placeEdges() : List.<Edge>of();
        var depths = new LinkedHashMap<String, Integer>();
        boolean truncated = add(depths, new TreeSet<>(query.from()), 0, query.limit());
        var expanded = new HashSet<String>();
        for (int depth = 1; depth <= query.depth() && !truncated; depth++) {
            var next = new TreeSet<String>();
            for (var thing : List.copyOf(depths.keySet())) {
                expanded.add(thing);
                followed.forEach(edge -> step(edge, thing, query.direction()).ifPresent(next::add));
                placed.forEach(edge -> step(edge, thing, Direction.BOTH).ifPresent(next::add));
            }
            next.removeIf(thing -> !meets(thing, query.filter()));
            next.removeAll(depths.keySet());
            truncated = add(depths, next, depth, query.limit());
        }

        var met = new LinkedHashSet<Edge>();
        for (var thing : expanded) {
            followed.stream()
                    .filter(edge -> step(edge, thing, query.direction()).isPresent())
                    .forEach(met::add);
            placed.stream()
                    .filter(edge -> step(edge, thing, Direction.BOTH).isPresent())
                    .forEach(met::add);
        }
        met.removeIf(edge -> !depths.containsKey(edge.source()) || !depths.containsKey(edge.target()));
        return new Walked(depths, met, truncated);
    }

    Map<String, Integer> degree(String party, NetworkFilter filter) {
        var neighbours = new TreeMap<String, Set<String>>();
        for (var edge : edges(filter)) {
            step(edge, party, Direction.BOTH)
                    .filter(other -> meets(other, filter))
                    .ifPresent(other -> neighbours
                            .computeIfAbsent(edge.kind(), kind -> new HashSet<>())
                            .add(other));
        }
        return neighbours.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().size()));
    }

    /** The places above a thing, the nearest first. */
    List<String> above(String thing) {
        var above = new ArrayList<String>();
        for (var place = parents.get(thing); place != null; place = parents.get(place)) {
            above.add(place);
        }
        return above;
    }

    static Optional<String> step(Edge edge, String from, Direction direction) {
        if (edge.source().equals(from) && direction != Direction.SUPPORTED) {
            return Optional.of(edge.target());
        }
        return edge.target().equals(from) && direction != Direction.SUPPORTS
                ? Optional.of(edge.source())
                : Optional.empty();
    }

    private static boolean add(Map<String, Integer> depths, Set<String> found, int depth, int limit) {
        for (var thing : found) {
            if (depths.size() == limit) {
                return true;
            }
            depths.put(thing, depth);
        }
        return false;
    }

    /** The claims that a claim is joined with, itself among them, the one that speaks for all first. */
    private java.util.stream.Stream<Claim> speaksFor(Claim claim) {
        var joined = new HashSet<>(Set.of(claim.iri()));
        for (boolean grows = true; grows; ) {
            grows = false;
            for (var pair : disagreements) {
                if (pair.stream().anyMatch(joined::contains)) {
                    grows |= joined.addAll(pair);
                }
            }
        }
        Comparator<Claim> order = comparing((Claim other) -> contested.contains(other.iri()));
        return joined.stream()
                .map(claims::get)
                .sorted(order.thenComparing(
                                other -> other.asOf().or(other::start).orElse(LocalDate.MIN), reverseOrder())
                        .thenComparing(Claim::iri));
    }

    private static boolean passes(Claim claim, NetworkFilter filter) {
        return allows(filter.kinds(), Optional.of(claim.kind()))
                && allows(filter.programmes(), claim.programme())
                && allows(filter.statuses(), Optional.of(claim.status()))
                && allows(filter.bases(), Optional.of(claim.basis()))
                && filter.at().map(day -> holds(claim, day)).orElse(true);
    }

    private static boolean holds(Claim claim, LocalDate day) {
        return claim.start()
                        .or(claim::asOf)
                        .filter(first -> !first.isAfter(day))
                        .isPresent()
                && claim.end().filter(end -> end.isBefore(day)).isEmpty();
    }

    private static boolean allows(Set<String> allowed, Optional<String> value) {
        return allowed.isEmpty() || value.filter(allowed::contains).isPresent();
    }

    private Claim claim(Node node, Node type) {
        return new Claim(
                node.getURI(),
                type.equals(PG.CoBuilding) ? "co-building" : code(one(node, PG.pairingKind)),
                find(node, PG.programme).map(Node::getURI),
                code(one(node, PG.status)),
                code(one(node, PG.basis)),
                date(node, PG.startDate),
                date(node, PG.asOf),
                date(node, PG.endDate),
                iris(node, PG.supporter),
                iris(node, PG.supported));
    }

    private Optional<Node> find(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .findFirst();
    }

    private Node one(Node subject, Node property) {
        return find(subject, property).orElseThrow();
    }

    private static String code(Node node) {
        return node.getURI().substring(PGC.NAMESPACE.length());
    }

    private Optional<LocalDate> date(Node subject, Node property) {
        return find(subject, property).map(date -> LocalDate.parse(date.getLiteralLexicalForm()));
    }

    private Set<String> iris(Node subject, Node property) {
        return new TreeSet<>(graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .toList());
    }

    private List<String[]> pairs(Node property) {
        return graph.find(Node.ANY, property, Node.ANY)
                .mapWith(triple -> new String[] {
                    triple.getSubject().getURI(), triple.getObject().getURI()
                })
                .toList();
    }
}
