package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The claims as edges between areas of one level, by source, target and kind.
 *
 * <p>A party stands where it lies; an area where it is; a group where it lies, else in its programme's area of its side.
 * A claim is made at the smallest places that hold its supporters and its supported. When its parties lie in several
 * areas of the level, each pair of these has the part of the claim that lies in it. Of claims that disagree one counts,
 * and a claim that is part of another, or whose sides are the other's or named members of its groups, is not added to it.
 */
public final class RollUp {
    private static final int[] NONE = {};

    private final Structure structure;
    private final Units units;
    private final AreaLevel level;
    private final int revision;
    private final BitSet areas = new BitSet();
    private final IntArrayList firsts = new IntArrayList();
    private final IntArrayList stated = new IntArrayList();
    private final Int2ObjectOpenHashMap<int[]> others = new Int2ObjectOpenHashMap<>();
    private final IntArrayList below = new IntArrayList();
    private final IntArrayList atLeast = new IntArrayList();
    private final IntArrayList named = new IntArrayList();
    private final BitSet byProgramme = new BitSet();
    private int unplaced;

    RollUp(Structure structure, Units units, AreaLevel level, int revision) {
        this.structure = structure;
        this.units = units;
        this.level = level;
        this.revision = revision;
    }

    Units units() {
        return units;
    }

    void add(int first, IntList here, int sumBelow, int sumAtLeast, int sumNamed, boolean isPlacedByProgramme) {
        int edge = firsts.size();
        areas.set(units.source(first));
        areas.set(units.target(first));
        firsts.add(first);
        stated.add(here.isEmpty() ? -1 : here.getInt(0));
        if (here.size() > 1) {
            others.put(edge, here.intStream().skip(1).map(units::claim).toArray());
        }
        below.add(sumBelow);
        atLeast.add(sumAtLeast);
        named.add(sumNamed);
        byProgramme.set(edge, isPlacedByProgramme);
    }

    /** This one, with the edges of another at the end. */
    RollUp with(RollUp rest) {
        int before = size();
        areas.or(rest.areas);
        firsts.addAll(rest.firsts);
        stated.addAll(rest.stated);
        rest.others.forEach((edge, claims) -> others.put(before + edge, claims));
        below.addAll(rest.below);
        atLeast.addAll(rest.atLeast);
        named.addAll(rest.named);
        rest.byProgramme.stream().forEach(edge -> byProgramme.set(before + edge));
        return this;
    }

    void end(int claimsWithoutAreas) {
        unplaced = claimsWithoutAreas;
    }

    public int revision() {
        return revision;
    }

    public AreaLevel level() {
        return level;
    }

    /** How many edges there are. */
    public int size() {
        return firsts.size();
    }

    /** The areas that are a source or a target, in words, which are put together anew each time. */
    public List<NetworkNode> areas() {
        var description = new Description(structure);
        return areas.stream().mapToObj(description::node).toList();
    }

    /** The edges in words, which are put together anew each time. */
    public List<Edge> edges() {
        var description = new Description(structure);
        return IntStream.range(0, size())
                .mapToObj(edge -> edge(edge, description))
                .toList();
    }

    /** How many claims have no pair of areas of this level: a side lies above it, or nowhere. */
    public int unplaced() {
        return unplaced;
    }

    private Edge edge(int edge, Description description) {
        int unit = stated.getInt(edge);
        return new Edge(
                description.iri(source(edge)),
                description.iri(target(edge)),
                structure.tables.kindCodes.name(kind(edge)),
                unit < 0
                        ? Optional.empty()
                        : Optional.of(new Stated(
                                description.claimIri(units.claim(unit)),
                                units.links(unit),
                                Optional.ofNullable(Day.date(units.date(unit))))),
                IntStream.of(others(edge)).mapToObj(description::claimIri).toList(),
                below(edge),
                atLeast(edge),
                named(edge),
                atLeast(edge) - named(edge),
                isPlacedByProgramme(edge));
    }

    int[] areaNumbers() {
        return areas.stream().toArray();
    }

    int source(int edge) {
        return units.source(firsts.getInt(edge));
    }

    int target(int edge) {
        return units.target(firsts.getInt(edge));
    }

    int kind(int edge) {
        return units.kind(firsts.getInt(edge));
    }

    boolean isStated(int edge) {
        return stated.getInt(edge) >= 0;
    }

    int statedClaim(int edge) {
        return units.claim(stated.getInt(edge));
    }

    int statedLinks(int edge) {
        return units.links(stated.getInt(edge));
    }

    int statedDate(int edge) {
        return units.date(stated.getInt(edge));
    }

    int[] others(int edge) {
        return others.getOrDefault(edge, NONE);
    }

    int below(int edge) {
        return below.getInt(edge);
    }

    int atLeast(int edge) {
        return atLeast.getInt(edge);
    }

    int named(int edge) {
        return named.getInt(edge);
    }

    boolean isPlacedByProgramme(int edge) {
        return byProgramme.get(edge);
    }

    /**
     * The links of one kind from one area to another.
     *
     * @param stated the claim made at exactly this pair of places, the one with the latest date where there are several
     * @param others the IRIs of the others, the later before the earlier; they are never added up
     * @param below what the pairs of places one level down have at least, each pair once
     * @param atLeast the greater of what is stated and what is below
     * @param named how many of these are known by the names of both parties
     * @param remainder the others of these
     * @param placedByProgramme whether a group stands here only because of its programme
     */
    public record Edge(
            String source,
            String target,
            String kind,
            Optional<Stated> stated,
            List<String> others,
            int below,
            int atLeast,
            int named,
            int remainder,
            boolean placedByProgramme) {}

    /**
     * What one claim says.
     *
     * @param links the greater of its two sides: a named party counts 1, a group its count
     * @param date its as-of, else its start
     */
    public record Stated(String claim, int links, Optional<LocalDate> date) {}
}
