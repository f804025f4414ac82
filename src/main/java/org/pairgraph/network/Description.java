package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Numbers put back into words, for one answer: the names that it uses are kept. Not safe for use by many threads. */
final class Description {
    private static final int MANY_IRIS = 20_000;

    private final Structure structure;
    private final Tables tables;
    private final Links links;
    private final Int2ObjectOpenHashMap<String> iris = new Int2ObjectOpenHashMap<>();

    Description(Structure structure) {
        this.structure = structure;
        this.tables = structure.tables;
        this.links = new Links(tables);
    }

    NetworkNode node(int thing) {
        int parent = structure.places.parent(thing);
        byte type = tables.classes[thing];
        return new NetworkNode(
                iri(thing),
                type == ThingClass.NONE ? Optional.empty() : Optional.of(ThingClass.name(type)),
                text(tables.zh[thing]),
                text(tables.en[thing]),
                parent < 0 ? Optional.empty() : Optional.of(iri(parent)),
                group(thing));
    }

    String iri(int thing) {
        var known = iris.get(thing);
        if (known != null) {
            return known;
        }
        if (iris.size() == MANY_IRIS) {
            iris.clear();
        }
        var iri = tables.thingNames.term(thing);
        iris.put(thing, iri);
        return iri;
    }

    String claimIri(int claim) {
        return tables.claimNames.term(claim);
    }

    /** @param claim or what stands in its place, as {@link Edges} has it */
    NetworkEdge edge(int source, int target, int claim) {
        return switch (claim) {
            case Edges.WITHIN -> placeEdge(NetworkEdge.WITHIN, source, target);
            case Edges.MEMBER -> placeEdge(NetworkEdge.MEMBER, source, target);
            default -> claimEdge(claim, source, target);
        };
    }

    /** The edge of a claim from one of its supporters to one of the supported. */
    private NetworkEdge claimEdge(int claim, int source, int target) {
        var iri = claimIri(claim);
        return new NetworkEdge(
                edgeId(iri, claim, source, target),
                iri(source),
                iri(target),
                tables.kindCodes.name(tables.kinds[claim]),
                Optional.of(claim(claim, iri)));
    }

    private EdgeClaim claim(int claim, String iri) {
        return new EdgeClaim(
                iri,
                named(tables.programmeCodes, tables.programmes[claim]),
                day(tables.starts[claim], Precision.START, claim),
                day(tables.asOfs[claim], Precision.AS_OF, claim),
                day(tables.ends[claim], Precision.END, claim),
                named(tables.statusCodes, tables.statuses[claim]),
                named(tables.basisCodes, tables.bases[claim]),
                links.isCounted(claim) ? Optional.of(links.of(claim)) : Optional.empty(),
                tables.supporters.count(claim),
                tables.supported.count(claim),
                others(claim));
    }

    private List<String> others(int claim) {
        return !structure.disagreements.isJoined(claim)
                ? List.of()
                : Arrays.stream(structure.disagreements.joinedWith(claim))
                        .filter(other -> other != claim)
                        .mapToObj(this::claimIri)
                        .toList();
    }

    /** Counts by the number of a kind, under the names of the kinds, without those that are 0. */
    Map<String, Integer> byKind(int[] counts) {
        var named = new TreeMap<String, Integer>();
        for (int kind = 0; kind < counts.length; kind++) {
            if (counts[kind] > 0) {
                named.put(tables.kindCodes.name(kind), counts[kind]);
            }
        }
        return named;
    }

    private NetworkEdge placeEdge(String kind, int source, int target) {
        var from = iri(source);
        var to = iri(target);
        return new NetworkEdge(kind + "/" + Ids.of(from) + "/" + Ids.of(to), from, to, kind, Optional.empty());
    }

    private String edgeId(String iri, int claim, int source, int target) {
        int number = tables.edgeNumber(claim, source, target);
        return number == 0 ? Ids.of(iri) : Ids.of(iri) + "#" + number;
    }

    private Optional<GroupSize> group(int thing) {
        var group = tables.groups.get(thing);
        return group == null
                ? Optional.empty()
                : Optional.of(
                        new GroupSize(group.count(), group.qualifier(), group.kinds(), tables.members.count(thing)));
    }

    private Optional<String> text(int place) {
        return place == 0 ? Optional.empty() : Optional.of(tables.texts.text(place));
    }

    private static Optional<String> named(Codes codes, int number) {
        return number == Codes.NONE ? Optional.empty() : Optional.of(codes.name(number));
    }

    private Optional<StatedDay> day(int day, Precision precision, int claim) {
        var date = Day.date(day);
        return date == null
                ? Optional.empty()
                : Optional.of(new StatedDay(date, precision.of(tables.precisions[claim])));
    }
}
