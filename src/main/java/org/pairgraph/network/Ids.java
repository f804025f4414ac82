package org.pairgraph.network;

import org.pairgraph.vocab.Namespaces;

/** Short names of things: the path below {@code /id/}, or the whole IRI of a thing that is not ours. */
final class Ids {
    private Ids() {}

    static String of(String iri) {
        return iri.startsWith(Namespaces.ID) ? iri.substring(Namespaces.ID.length()) : iri;
    }
}
