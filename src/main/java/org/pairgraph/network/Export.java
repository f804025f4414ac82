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
    private final Description description;

    Export(Structure structure, NetworkFilter filter, boolean throughPlaces) {
        this.structure = structure;
        this.throughPlaces = throughPlaces;
        selection = structure.selection(filter);
        description = new Description(structure);
    }

    void write(Format format) throws IOException {
        var nodes = nodes();
        format.begin();
        for (int thing = nodes.nextSetBit(0); thing >= 0; thing = nodes.nextSetBit(thing + 1)) {
            format.node(description.node(thing));
        }
        format.beginEdges();
        for (int thing = nodes.nextSetBit(0); thing >= 0; thing = nodes.nextSetBit(thing + 1)) {
            writeEdges(thing, format);
        }
        format.end();
    }

    private BitSet nodes() {
        var nodes = new BitSet();
        var tables = structure.tables;
        for (int claim = 0; claim < tables.claims(); claim++) {
            boolean hasEdges = tables.supporters.count(claim) > 0 && tables.supported.count(claim) > 0;
            if (tables.isClaim[claim] && hasEdges && selection.takes(claim)) {
                tables.supporters.forEach(claim, nodes::set);
                tables.supported.forEach(claim, nodes::set);
            }
        }
        if (throughPlaces) {
            addPlaces(nodes);
        }
        return nodes;
    }

    private void addPlaces(BitSet nodes) {
        for (int before = -1; before != nodes.cardinality(); ) {
            before = nodes.cardinality();
            for (int thing = nodes.nextSetBit(0); thing >= 0; thing = nodes.nextSetBit(thing + 1)) {
                structure.members(thing, nodes::set);
                if (structure.places.parent(thing) >= 0) {
                    nodes.set(structure.places.parent(thing));
                }
            }
        }
    }

    private void writeEdges(int thing, Format format) throws IOException {
        var supports = structure.supports;
        for (int edge = supports.start(thing); edge < supports.end(thing); edge++) {
            if (selection.takes(supports.claim(edge))) {
                format.edge(description.edge(supports.claim(edge), thing, supports.other(edge)));
            }
        }
        if (!throughPlaces) {
            return;
        }
        if (structure.places.parent(thing) >= 0) {
            format.edge(description.withinEdge(thing, structure.places.parent(thing)));
        }
        var members = new BitSet();
        structure.members(thing, members::set);
        for (int member = members.nextSetBit(0); member >= 0; member = members.nextSetBit(member + 1)) {
            format.edge(description.memberEdge(thing, member));
        }
    }

    /** A file format: nodes first, then edges. */
    interface Format {
        void begin() throws IOException;

        void node(NetworkNode node) throws IOException;

        void beginEdges() throws IOException;

        void edge(NetworkEdge edge) throws IOException;

        void end() throws IOException;
    }
}
