package org.pairgraph.network;

import java.io.IOException;
import java.util.BitSet;

/**
 * The network under a filter, from end to end: the parties of the claims that pass, in order, and the edges of these
 * claims; through places also whatever place lies around them, the named members of the groups, and the edges to these.
 * Nothing is collected: what is written is forgotten.
 */
final class Export {
    private final Structure structure;
    private final Selection selection;
    private final boolean throughPlaces;

    Export(Structure structure, NetworkFilter filter, boolean throughPlaces) {
        this.structure = structure;
        this.throughPlaces = throughPlaces;
        selection = structure.selection(filter);
    }

    void write(int revision, Sink sink) throws IOException {
        var nodes = nodes();
        sink.begin(revision);
        for (int thing = nodes.nextSetBit(0); thing >= 0; thing = nodes.nextSetBit(thing + 1)) {
            sink.node(thing);
        }
        sink.beginEdges();
        for (int thing = nodes.nextSetBit(0); thing >= 0; thing = nodes.nextSetBit(thing + 1)) {
            writeEdges(thing, nodes, sink);
        }
        sink.end();
    }

    private BitSet nodes() {
        var nodes = new BitSet();
        var tables = structure.tables;
        for (int claim = 0; claim < tables.claims(); claim++) {
            boolean hasEdges = hasMet(tables.supporters, claim) && hasMet(tables.supported, claim);
            if (tables.isClaim[claim] && hasEdges && selection.takes(claim)) {
                tables.supporters.forEach(claim, party -> addMet(party, nodes));
                tables.supported.forEach(claim, party -> addMet(party, nodes));
            }
        }
        if (throughPlaces) {
            addPlaces(nodes);
        }
        return nodes;
    }

    private boolean hasMet(Lists side, int claim) {
        for (int position = side.start(claim); position < side.end(claim); position++) {
            if (selection.meets(side.at(position))) {
                return true;
            }
        }
        return false;
    }

    private void addMet(int thing, BitSet nodes) {
        if (selection.meets(thing)) {
            nodes.set(thing);
        }
    }

    private void addPlaces(BitSet nodes) {
        for (int before = -1; before != nodes.cardinality(); ) {
            before = nodes.cardinality();
            for (int thing = nodes.nextSetBit(0); thing >= 0; thing = nodes.nextSetBit(thing + 1)) {
                structure.members(thing, member -> addMet(member, nodes));
                if (structure.places.parent(thing) >= 0) {
                    addMet(structure.places.parent(thing), nodes);
                }
            }
        }
    }

    private void writeEdges(int thing, BitSet nodes, Sink sink) throws IOException {
        var supports = structure.supports;
        for (int edge = supports.start(thing); edge < supports.end(thing); edge++) {
            if (selection.takes(supports.claim(edge)) && nodes.get(supports.other(edge))) {
                sink.edge(thing, supports.other(edge), supports.claim(edge));
            }
        }
        if (!throughPlaces) {
            return;
        }
        int parent = structure.places.parent(thing);
        if (parent >= 0 && nodes.get(parent)) {
            sink.edge(thing, parent, Edges.WITHIN);
        }
        var members = new BitSet();
        structure.members(thing, members::set);
        members.and(nodes);
        for (int member = members.nextSetBit(0); member >= 0; member = members.nextSetBit(member + 1)) {
            sink.edge(thing, member, Edges.MEMBER);
        }
    }

    /** What it is written to: first the nodes, then the edges between them. */
    interface Sink {
        /** @param revision that of the network */
        void begin(int revision) throws IOException;

        void node(int thing) throws IOException;

        void beginEdges() throws IOException;

        /** @param claim or what stands in its place, as {@link Edges} has it */
        void edge(int source, int target, int claim) throws IOException;

        void end() throws IOException;
    }
}
