package org.pairgraph.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.network.PlainNetwork.Claim;
import org.pairgraph.vocab.PG;

/** The roll-up by its definition, with sets and recursion. */
final class PlainRollUp {
    record Place(String source, String target) {}

    record Pair(String source, String target, String kind) {}

    record Line(
            Optional<String> stated,
            int links,
            List<String> others,
            int below,
            int atLeast,
            int named,
            boolean placedByProgramme) {}

    private record Unit(Claim claim, Place place, int links, int named, boolean byProgramme) {
        LocalDate date() {
            return claim.asOf().or(claim::start).orElse(LocalDate.MIN);
        }
    }

    private record Part(Set<String> parties, boolean isAll) {}

    private final Graph graph;
    private final PlainNetwork network;
    private final Set<Node> types;
    private final Map<String, Set<String>> wholes = new HashMap<>();

    PlainRollUp(Graph graph, AreaLevel level) {
        this.graph = graph;
        network = new PlainNetwork(graph);
        types = switch (level) {
            case PROVINCE -> Set.of(PG.Province);
            case CITY -> Set.of(PG.City, PG.Prefecture);
            case COUNTY -> Set.of(PG.County);
        };
        for (var part : network.claims.values()) {
            for (var whole : network.claims.values()) {
                if (!part.equals(whole) && (saysPartOf(part, whole) || namesMembersOf(part, whole))) {
                    wholes.computeIfAbsent(part.iri(), claim -> new HashSet<>()).add(whole.iri());
                }
            }
        }
        for (boolean grows = true; grows; ) {
            grows = false;
            for (var above : wholes.values()) {
                for (var whole : List.copyOf(above)) {
                    grows |= above.addAll(wholes.getOrDefault(whole, Set.of()));
                }
            }
        }
    }

    Map<Pair, Line> lines(NetworkFilter filter) {
        var units = new HashMap<Pair, List<Unit>>();
        for (var claim : network.taken(filter)) {
            for (var source : areas(claim, claim.supporters(), PG.supporterArea)) {
                for (var target : areas(claim, claim.supported(), PG.supportedArea)) {
                    units.computeIfAbsent(new Pair(source, target, claim.kind()), pair -> new ArrayList<>())
                            .add(unit(claim, source, target));
                }
            }
        }
        var lines = new HashMap<Pair, Line>();
        units.forEach((pair, all) -> lines.put(pair, line(all, new Place(pair.source(), pair.target()))));
        return lines;
    }

    int unplaced(NetworkFilter filter) {
        return (int) network.taken(filter).stream()
                .filter(claim -> areas(claim, claim.supporters(), PG.supporterArea)
                                .isEmpty()
                        || areas(claim, claim.supported(), PG.supportedArea).isEmpty())
                .count();
    }

    private Line line(List<Unit> units, Place at) {
        var here = units.stream()
                .filter(unit -> unit.place().equals(at))
                .sorted(Comparator.comparing(Unit::date)
                        .reversed()
                        .thenComparing(unit -> unit.claim().iri()))
                .toList();
        var further = new HashMap<Place, List<Unit>>();
        for (var unit : units) {
            if (!unit.place().equals(at) && !isCountedElsewhere(unit, units, at)) {
                further.computeIfAbsent(next(unit, at), place -> new ArrayList<>())
                        .add(unit);
            }
        }
        int below = 0;
        int named = 0;
        for (var entry : further.entrySet()) {
            var line = line(entry.getValue(), entry.getKey());
            below += line.atLeast();
            named += line.named();
        }
        int links = here.isEmpty() ? 0 : here.getFirst().links();
        return new Line(
                here.stream().findFirst().map(unit -> unit.claim().iri()),
                links,
                here.stream().skip(1).map(unit -> unit.claim().iri()).toList(),
                below,
                Math.max(links, below),
                Math.max(named, here.isEmpty() ? 0 : here.getFirst().named()),
                units.stream().anyMatch(Unit::byProgramme));
    }

    private boolean isCountedElsewhere(Unit unit, List<Unit> units, Place at) {
        return units.stream()
                .filter(other -> isPartOf(unit.claim(), other.claim()))
                .anyMatch(other -> !other.place().equals(at) && !next(other, at).equals(next(unit, at)));
    }

    private boolean isPartOf(Claim part, Claim whole) {
        return wholes.getOrDefault(part.iri(), Set.of()).contains(whole.iri())
                && !wholes.getOrDefault(whole.iri(), Set.of()).contains(part.iri());
    }

    private Place next(Unit unit, Place at) {
        return new Place(
                next(unit.place().source(), at.source()), next(unit.place().target(), at.target()));
    }

    private String next(String place, String at) {
        if (place.equals(at)) {
            return at;
        }
        var line = new ArrayList<>(List.of(place));
        line.addAll(network.above(place));
        return line.get(line.indexOf(at) - 1);
    }

    private Unit unit(Claim claim, String source, String target) {
        var from = part(claim, claim.supporters(), PG.supporterArea, source);
        var to = part(claim, claim.supported(), PG.supportedArea, target);
        int links = 1;
        links = Math.max(links, to.isAll() ? sum(from) : 1);
        links = Math.max(links, from.isAll() ? sum(to) : 1);
        int named = 0;
        if (isNamed(from) && isNamed(to)) {
            named = links;
        } else if (to.isAll() && isNamed(to)) {
            named = named(from);
        } else if (from.isAll() && isNamed(from)) {
            named = named(to);
        }
        return new Unit(
                claim,
                new Place(common(claim, from, PG.supporterArea), common(claim, to, PG.supportedArea)),
                links,
                named,
                from.parties().stream().anyMatch(this::isWithoutPlace)
                        || to.parties().stream().anyMatch(this::isWithoutPlace));
    }

    private Part part(Claim claim, Set<String> side, Node property, String area) {
        var parties = new TreeSet<String>();
        side.stream()
                .filter(party ->
                        area(claim, party, property).filter(area::equals).isPresent())
                .forEach(parties::add);
        return new Part(parties, parties.size() == side.size());
    }

    private int sum(Part part) {
        return counting(part).stream().mapToInt(this::count).sum();
    }

    private int named(Part part) {
        return counting(part).stream()
                .mapToInt(party -> isGroup(party)
                        ? network.members.getOrDefault(party, Set.of()).size()
                        : 1)
                .sum();
    }

    private boolean isNamed(Part part) {
        return named(part) >= sum(part);
    }

    private List<String> counting(Part part) {
        return part.parties().stream()
                .filter(party -> isGroup(party)
                        || part.parties().stream()
                                .noneMatch(other -> network.members
                                        .getOrDefault(other, Set.of())
                                        .contains(party)))
                .toList();
    }

    private int count(String party) {
        return isGroup(party)
                ? graph.find(NodeFactory.createURI(party), PG.memberCount, Node.ANY)
                        .mapWith(triple -> ((Number) triple.getObject().getLiteralValue()).intValue())
                        .next()
                : 1;
    }

    private String common(Claim claim, Part part, Node property) {
        Set<String> common = null;
        for (var party : part.parties()) {
            var home = home(claim, party, property).orElseThrow();
            var line = new LinkedHashSet<>(List.of(home));
            line.addAll(network.above(home));
            if (common == null) {
                common = line;
            } else {
                common.retainAll(line);
            }
        }
        return common.iterator().next();
    }

    private Set<String> areas(Claim claim, Set<String> side, Node property) {
        var areas = new TreeSet<String>();
        side.forEach(party -> area(claim, party, property).ifPresent(areas::add));
        return areas;
    }

    private Optional<String> area(Claim claim, String party, Node property) {
        var home = home(claim, party, property);
        if (home.isEmpty()) {
            return home;
        }
        var line = new ArrayList<>(List.of(home.get()));
        line.addAll(network.above(home.get()));
        return line.stream()
                .filter(place -> types.stream().anyMatch(type -> has(place, type)))
                .findFirst();
    }

    private Optional<String> home(Claim claim, String party, Node property) {
        if (!isGroup(party)) {
            return Optional.of(party);
        }
        return Optional.ofNullable(network.parents.get(party))
                .or(() -> claim.programme().flatMap(programme -> programmeArea(programme, property)));
    }

    private Optional<String> programmeArea(String programme, Node property) {
        return object(programme, property)
                .or(() -> object(programme, PG.partOf).flatMap(whole -> object(whole, property)));
    }

    private boolean isWithoutPlace(String party) {
        return isGroup(party) && !network.parents.containsKey(party);
    }

    private boolean isGroup(String party) {
        return has(party, PG.PartyGroup);
    }

    private boolean has(String thing, Node type) {
        return graph.contains(NodeFactory.createURI(thing), RDF.type.asNode(), type);
    }

    private Optional<String> object(String subject, Node property) {
        return graph
                .find(NodeFactory.createURI(subject), property, Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .toList()
                .stream()
                .findFirst();
    }

    private boolean saysPartOf(Claim part, Claim whole) {
        return graph.contains(NodeFactory.createURI(part.iri()), PG.partOf, NodeFactory.createURI(whole.iri()));
    }

    private boolean namesMembersOf(Claim part, Claim whole) {
        boolean namesOne = names(part.supporters(), whole.supporters()) || names(part.supported(), whole.supported());
        return part.kind().equals(whole.kind())
                && namesOne
                && covers(whole.supporters(), part.supporters())
                && covers(whole.supported(), part.supported());
    }

    private boolean names(Set<String> parties, Set<String> groups) {
        return groups.stream()
                .anyMatch(group ->
                        network.members.getOrDefault(group, Set.of()).stream().anyMatch(parties::contains));
    }

    private boolean covers(Set<String> side, Set<String> parties) {
        return parties.stream()
                .allMatch(party -> side.stream()
                        .anyMatch(other -> other.equals(party)
                                || network.members.getOrDefault(other, Set.of()).contains(party)));
    }

    static Map<Pair, Line> lines(RollUp rollUp) {
        var lines = new TreeMap<Pair, Line>(
                Comparator.comparing(Pair::source).thenComparing(Pair::target).thenComparing(Pair::kind));
        for (var edge : rollUp.edges()) {
            lines.put(
                    new Pair(edge.source(), edge.target(), edge.kind()),
                    new Line(
                            edge.stated().map(RollUp.Stated::claim),
                            edge.stated().map(RollUp.Stated::links).orElse(0),
                            edge.others(),
                            edge.below(),
                            edge.atLeast(),
                            edge.named(),
                            edge.placedByProgramme()));
        }
        return lines;
    }
}
