package org.pairgraph.evidence;

import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.pairgraph.vocab.Namespaces;

/** The graph does not say where a passage is: a property is missing, doubled or wrong. */
final class MalformedEvidence extends Exception {
    private static final long serialVersionUID = 1L;
    private static final PrefixMapping PREFIXES =
            PrefixMapping.Factory.create().setNsPrefixes(Namespaces.PREFIXES).lock();

    private final String property;
    private final String problem;

    MalformedEvidence(Node subject, Node property, String problem) {
        super(PREFIXES.shortForm(property.toString()) + " of <" + subject + "> " + problem);
        this.property = PREFIXES.shortForm(property.toString());
        this.problem = "of <" + subject + "> " + problem;
    }

    /** The property, with its prefix. */
    String property() {
        return property;
    }

    /** Whose property it is and what is wrong with it, to be read after the property. */
    String problem() {
        return problem;
    }
}
