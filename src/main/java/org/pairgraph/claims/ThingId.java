package org.pairgraph.claims;

import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pairgraph.vocab.Namespaces;

/** The short name of a thing: the path of its IRI below {@code /id/}, or the whole IRI of a thing that is not ours. */
public final class ThingId {
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?://|urn:).*", Pattern.DOTALL);

    private ThingId() {}

    /** The id of an IRI. */
    public static String of(String iri) {
        return iri.startsWith(Namespaces.ID) ? iri.substring(Namespaces.ID.length()) : iri;
    }

    /** The IRI that an id or a whole IRI stands for. */
    public static String iri(String id) {
        return ABSOLUTE.matcher(id).matches() ? id : Namespaces.ID + id;
    }

    static Node node(String id) {
        return NodeFactory.createURI(iri(id));
    }
}
