package org.pairgraph.network;

/** Nobody is paired, described or counted under this IRI. */
public final class UnknownParty extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String iri;

    UnknownParty(String iri) {
        super("No party or site of the network has the IRI " + iri + ": search for it by name.");
        this.iri = iri;
    }

    /** What was asked for. */
    public String iri() {
        return iri;
    }
}
