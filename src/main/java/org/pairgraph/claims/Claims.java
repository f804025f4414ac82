package org.pairgraph.claims;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.store.Statements;
import org.pairgraph.vocab.PG;

/**
 * What one graph says, asked within the read transaction of the caller. Ids are those of {@link ThingId}; lists are in
 * the order of the ids.
 *
 * <p>Not for several threads: make one for each transaction.
 */
public final class Claims {
    private static final Node TYPE = RDF.type.asNode();

    private final Statements statements;
    private final Graph graph;
    private final Classes classes;
    private final Names names;
    private final ClaimReader reader;

    /**
     * @param classes of the same graph
     * @param known things of the same graph; it gains those that are named now
     */
    public Claims(Statements statements, Classes classes, KnownThings known) {
        this.statements = statements;
        this.graph = statements.graph();
        this.classes = classes;
        this.names = new Names(statements, classes, known);
        this.reader = new ClaimReader(statements, names);
    }

    /** Whether the graph says what kind of thing this is. */
    public boolean isDescribed(String id) {
        return graph.contains(ThingId.node(id), TYPE, Node.ANY);
    }

    /** What class the thing is of, by its name in the ontology. */
    public Optional<String> findClass(String id) {
        return names.type(ThingId.node(id));
    }

    /** The page of a party; none when there is no such party. */
    public Optional<Party> findParty(String id) {
        var described = names.describe(ThingId.node(id));
        return classes.isParty(described.values(TYPE))
                ? Optional.of(new PartyReader(names, reader).party(described))
                : Optional.empty();
    }

    /** Everything that is said of a thing of whatever class; none when nothing is. */
    public Optional<ThingPage> findThing(String id) {
        var described = names.describe(ThingId.node(id));
        return described.isEmpty() ? Optional.empty() : Optional.of(new ThingReader(graph, names).page(described));
    }

    /** A thing of whatever class by its name; the label is empty where nothing is said that could name it. */
    public Thing named(String id) {
        return names.thing(ThingId.node(id));
    }

    /** A party as a list shows it. */
    public PartySummary partySummary(String id) {
        var node = ThingId.node(id);
        var thing = names.thing(node);
        return new PartySummary(
                thing.id(),
                thing.iri(),
                thing.type(),
                thing.label(),
                thing.count(),
                names.text(node, PG.adminCode),
                names.objects(node, PG.within).stream().findFirst().map(names::thing));
    }

    /** The ids of the parties that a filter lets through. */
    public List<String> parties(PartyFilter filter) {
        return new Selection(statements, classes).parties(filter);
    }

    /** The page of a pairing; none when there is no such pairing. */
    public Optional<Pairing> findPairing(String id) {
        return find(id, PG.Pairing).map(reader::pairing);
    }

    /** A pairing as a list shows it. */
    public PairingSummary pairingSummary(String id) {
        return reader.pairingSummary(ThingId.node(id));
    }

    /** The ids of the pairings that a filter lets through. */
    public List<String> pairings(PairingFilter filter) {
        return new Selection(statements, classes).pairings(filter);
    }

    /** The ids of the observations that a filter lets through. */
    public List<String> observations(ObservationFilter filter) {
        return new Selection(statements, classes).observations(filter);
    }

    /** An observation as a list shows it. */
    public Observation observation(String id) {
        return reader.observation(ThingId.node(id));
    }

    /** The page of an observation; none when there is no such observation. */
    public Optional<ObservationPage> findObservation(String id) {
        return find(id, PG.Observation).map(reader::observationPage);
    }

    /** Every indicator of the code list, by code. */
    public List<Indicator> indicators() {
        return new IndicatorReader(graph, names).indicators(classes.codes("indicators"));
    }

    /**
     * A passage and what it is evidence of; none when there is no such passage.
     *
     * @param texts where the operator has the documents
     */
    public Optional<Evidence> findEvidence(String id, PassageTexts texts) {
        return find(id, PG.Evidence).map(node -> reader.evidence(node, texts.passage(graph, node)));
    }

    /** Pairs of claims of which the later says that it disagrees with the earlier, in order. */
    public List<ClaimPair> disagreements() {
        return new DisagreementReader(graph, names, reader).stated();
    }

    /** Pairs of figures that differ and of which nobody says that they disagree, in order; the first of very many. */
    public List<ClaimPair> apparentDisagreements() {
        return new DisagreementReader(graph, names, reader).apparent();
    }

    /** Both claims of a pair, and why they differ as far as the graph says. */
    public Disagreement disagreement(ClaimPair pair) {
        return new DisagreementReader(graph, names, reader).disagreement(pair);
    }

    /** How many things of each class have what they should have. */
    public List<Coverage> coverage() {
        return new CoverageReader(graph, classes, names).coverage();
    }

    private Optional<Node> find(String id, Node type) {
        return Optional.of(ThingId.node(id)).filter(node -> graph.contains(node, TYPE, type));
    }
}
