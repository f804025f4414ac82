package org.pairgraph.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.pairgraph.claims.Label;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.TripleCounts;
import org.pairgraph.terms.Term;
import org.pairgraph.terms.Term.Kind;
import org.pairgraph.terms.Terms;
import org.pairgraph.terms.Text;

/** The terms of the ontology and the codes, as a revision has them, and how much each is used. */
final class TermRoutes {
    private static final Set<String> KNOWN = Set.of(Parameters.REVISION);

    private final PairStore store;
    private final Answers answers;

    TermRoutes(PairStore store, Answers answers) {
        this.store = store;
        this.answers = answers;
    }

    /**
     * A term.
     *
     * @param name the end of its IRI
     * @param uses of a class the things of it or of one below it, of a property the statements with it, of a code those
     *     that have it as their value, of a code list its codes
     */
    record Listed(
            String iri,
            String name,
            String kind,
            Label label,
            Optional<Label> definition,
            Optional<Label> example,
            Optional<Label> note,
            List<Link> links,
            long uses) {}

    /** Another term that the term points to, both as IRIs. */
    record Link(String relation, String target) {}

    /** All of them. */
    record TermList(int total, List<Listed> items) {}

    void terms(Context ctx) {
        answers.json(ctx, Parameters.of(ctx, KNOWN), this::listed);
    }

    /** All terms: classes, properties, code lists, codes, each in the order of the IRIs. */
    TermList listed(Lent lent) {
        return (TermList) lent.once("terms", () -> page(lent));
    }

    private TermList page(Lent lent) {
        var graph = lent.dataset().getDefaultGraph();
        var terms = Terms.of(graph, Graph.emptyGraph);
        var uses = new TermUses(graph, terms, lent.isLive(store) ? store.countsWithin() : TripleCounts.of(graph));
        var listed = Stream.of(Kind.values())
                .flatMap(kind -> terms.of(kind).stream())
                .map(term -> listed(term, uses.of(term)))
                .toList();
        return new TermList(listed.size(), listed);
    }

    private static Listed listed(Term term, long uses) {
        return new Listed(
                term.iri(),
                term.iri().replaceFirst("^.*[/#]", ""),
                term.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                label(term.label()),
                text(term.definition()),
                text(term.example()),
                text(term.note()),
                term.links().stream()
                        .map(link -> new Link(link.relation(), link.target()))
                        .toList(),
                uses);
    }

    private static Optional<Label> text(Text text) {
        return Optional.of(label(text))
                .filter(label -> label.zh().isPresent() || label.en().isPresent());
    }

    private static Label label(Text text) {
        return new Label(said(text.zh()), said(text.en()));
    }

    private static Optional<String> said(String words) {
        return Optional.of(words).filter(text -> !text.isEmpty());
    }
}
