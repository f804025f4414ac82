package org.pairgraph.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.pairgraph.network.NeighbourCounts.Sides;
import org.pairgraph.store.Delta;
import org.pairgraph.store.Statements;

/**
 * The network of one revision: parties and sites, the pairings and co-buildings between them, and the places around
 * them. It never changes and is safe for use by many threads. Parties are named by their IRIs.
 */
public final class PairingNetwork {
    /** A change that touches more triples than this is not worth following. */
    private static final int LARGEST_CHANGE = 200_000;

    /** Areas with more than this within them have their counts kept once they were asked for. */
    private static final int MANY_BELOW = 500;

    private static final int MOST_VISITED = 1_000_000;

    private final int revision;
    final Structure structure;
    private final MarksPool marks;
    private final Map<Integer, Optional<Map<String, Sides>>> countsBelow = new ConcurrentHashMap<>();

    private PairingNetwork(int revision, Tables tables) {
        this.revision = revision;
        structure = new Structure(tables);
        marks = new MarksPool(tables.things());
    }

    /**
     * The network of a default graph, which is read once through.
     *
     * @param revision that of the graph
     */
    public static PairingNetwork of(Graph defaultGraph, int revision) {
        return of(Statements.of(defaultGraph), revision);
    }

    /** The network of what a default graph says. */
    public static PairingNetwork of(Statements statements, int revision) {
        return new PairingNetwork(revision, Reading.all(statements));
    }

    /**
     * The network of the next revision, the same as {@link #of} makes it, in less time when the change is small.
     *
     * @param delta what the revision did to the default graph
     * @param defaultGraph after the change
     */
    public PairingNetwork following(Delta delta, Graph defaultGraph, int revision) {
        if (delta.size() > LARGEST_CHANGE || delta.size() > structure.tables.claims() + structure.tables.things()) {
            return of(defaultGraph, revision);
        }
        return new PairingNetwork(revision, Reading.following(structure.tables, delta, defaultGraph));
    }

    /** The revision that every answer is of. */
    public int revision() {
        return revision;
    }

    /** Whether the network has a party or site. */
    public boolean has(String iri) {
        int thing = structure.tables.thingNames.find(iri);
        return thing >= 0 && structure.present.get(thing);
    }

    /** How many neighbours a party or site has by kind, both ways; none for what is neither. Linear in its edges. */
    public Map<String, Integer> degree(String iri) {
        int thing = structure.tables.thingNames.find(iri);
        if (thing < 0) {
            return Map.of();
        }
        var degrees = new Degrees(structure, structure.selection(NetworkFilter.ALL));
        return new Description(structure).byKind(degrees.both(thing));
    }

    /** Whether a thing lies in a place, at whatever depth; nothing lies in itself. */
    public boolean isWithin(String iri, String place) {
        int inner = structure.tables.thingNames.find(iri);
        int outer = structure.tables.thingNames.find(place);
        return inner >= 0 && outer >= 0 && structure.places.isWithin(inner, outer);
    }

    /**
     * The parties and sites that may have another degree since the revision before; all others have the same. Linear in
     * the change and in the claims that it touches.
     *
     * @param before the network of that revision
     * @param delta what this revision did to the default graph
     */
    public Set<String> regradedSince(PairingNetwork before, Delta delta) {
        var regraded = new HashSet<>(Regrading.touchedBefore(delta, before.structure));
        regraded.addAll(Regrading.touchedSince(delta, structure));
        return regraded;
    }

    /** The kinds of edges that claims make here, in order. */
    public List<String> kinds() {
        return structure.tables.used(structure.tables.kindCodes, claim -> structure.tables.kinds[claim]);
    }

    /** The IRIs of the programmes that claims come under, in order. */
    public List<String> programmes() {
        return structure.tables.used(structure.tables.programmeCodes, claim -> structure.tables.programmes[claim]);
    }

    /**
     * Who is how many steps away.
     *
     * @throws UnknownParty if a start is none
     */
    public Walk walk(WalkQuery query) {
        return marks.lend(lent -> new Walker(structure, query, lent).walk(revision));
    }

    /**
     * Who a walk meets and how far away, without the edges: the nodes of {@link #walk} in its order, in less time.
     *
     * @param query whose {@code after} is not looked at
     * @throws UnknownParty if a start is none
     */
    public Reach reach(WalkQuery query) {
        return marks.lend(lent -> new Walker(structure, query, lent).reach(revision));
    }

    /**
     * How many neighbours a party has. Linear in its edges, and for an area in those of all that lies within.
     *
     * @throws UnknownParty if it is none
     */
    public NeighbourCounts counts(String party, NetworkFilter filter) {
        int thing = structure.thing(party);
        var counting = new Counting(structure, filter);
        return new NeighbourCounts(
                revision,
                new Description(structure).node(thing),
                counting.neighbours(thing),
                counting.places(thing),
                below(thing, counting, filter));
    }

    private Optional<Map<String, Sides>> below(int thing, Counting counting, NetworkFilter filter) {
        return filter.equals(NetworkFilter.ALL) && structure.places.countBelow(thing) > MANY_BELOW
                ? countsBelow.computeIfAbsent(thing, counting::below)
                : counting.below(thing);
    }

    /**
     * How one party is joined to another.
     *
     * @throws UnknownParty if one of them is none
     */
    public Paths paths(PathQuery query) {
        return paths(query, MOST_VISITED);
    }

    Paths paths(PathQuery query, int mostVisited) {
        return marks.lend(
                front -> marks.lend(back -> new PathSearch(structure, query, mostVisited, front, back).find(revision)));
    }

    /** The claims as edges between areas of one level. Linear in the claims, but for their order. */
    public RollUp rollUp(AreaLevel level, NetworkFilter filter) {
        return Rolling.roll(structure, level, filter, revision);
    }

    /**
     * Writes the network under a filter as GraphML, as a stream; the stream is flushed, not closed.
     *
     * @param throughPlaces whether the places around the parties, the members of groups and the edges to these belong to
     *     it
     * @param naming gives a node the labels that it is to have
     */
    public void writeGraphMl(
            NetworkFilter filter, boolean throughPlaces, UnaryOperator<NetworkNode> naming, OutputStream out)
            throws IOException {
        write(filter, throughPlaces, new GraphMlFormat(structure, naming, out));
    }

    /** Writes the network under a filter as lists of nodes and edges in JSON, as {@link #writeGraphMl} does. */
    public void writeJson(
            NetworkFilter filter, boolean throughPlaces, UnaryOperator<NetworkNode> naming, OutputStream out)
            throws IOException {
        write(filter, throughPlaces, new JsonExport(new JsonWords(structure, naming), out));
    }

    void write(NetworkFilter filter, boolean throughPlaces, Export.Sink sink) throws IOException {
        new Export(structure, filter, throughPlaces).write(revision, sink);
    }

    /** The bytes of memory that it takes, without what is kept for the next question. */
    public long bytes() {
        return structure.bytes();
    }
}
