package org.pairgraph.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.store.Statements;
import org.pairgraph.store.Statements.Pointing;
import org.pairgraph.vocab.PG;

/** Reads claims and passages of one graph into records. */
final class ClaimReader {
    /** How many of a list within a page are shown. */
    static final int SHOWN = 50;

    private final Statements statements;
    private final Names names;
    private final PassageReader passages;

    ClaimReader(Statements statements, Names names) {
        this.statements = statements;
        this.names = names;
        this.passages = new PassageReader(names);
    }

    PairingSummary pairingSummary(Node node) {
        return pairingSummary(names.describe(node));
    }

    PairingSummary pairingSummary(Description claim) {
        return new PairingSummary(
                named(claim),
                claim.code(PG.pairingKind),
                names.things(claim.values(PG.supporter)),
                names.things(claim.values(PG.supported)),
                thing(claim, PG.programme),
                standing(claim),
                names.disagreeing(claim.subject()).stream()
                        .map(Names::iri)
                        .map(ThingId::of)
                        .toList(),
                evidence(claim));
    }

    Pairing pairing(Node node) {
        var claim = names.describe(node);
        return new Pairing(
                named(claim),
                claim.code(PG.pairingKind),
                names.things(claim.values(PG.supporter)),
                names.things(claim.values(PG.supported)),
                thing(claim, PG.programme),
                standing(claim),
                Languages.note(claim.values(PG.note)),
                names.things(claim.values(PG.partOf)),
                some(subjects(PG.partOf, node), names::thing),
                names.things(names.disagreeing(node)),
                some(subjects(PG.about, node, PG.Observation), this::observation),
                some(subjects(PG.about, node, PG.Event), this::event),
                evidence(claim));
    }

    Observation observation(Node node) {
        var claim = names.describe(node);
        return new Observation(
                named(claim),
                names.things(claim.values(PG.about)),
                claim.value(PG.indicator).map(names::code),
                claim.decimal(PG.value),
                claim.decimal(PG.valueMax),
                claim.value(PG.unit).map(names::code),
                claim.code(PG.valueQualifier),
                claim.text(PG.printedValue),
                claim.decimal(PG.percentOfTarget),
                claim.decimal(PG.percentChange),
                thing(claim, PG.from),
                thing(claim, PG.to),
                thing(claim, PG.programme),
                standing(claim),
                Languages.note(claim.values(PG.note)),
                names.things(claim.values(PG.partOf)),
                names.things(names.disagreeing(node)),
                evidence(claim));
    }

    ObservationPage observationPage(Node node) {
        return new ObservationPage(
                observation(node),
                some(subjects(PG.partOf, node), names::thing),
                some(subjects(PG.about, node, PG.Observation), this::observation));
    }

    Statement statement(Node node) {
        var claim = names.describe(node);
        return new Statement(
                names.thing(claim),
                claim.decimal(PG.value),
                claim.decimal(PG.valueMax),
                claim.value(PG.unit).map(names::code),
                claim.code(PG.valueQualifier),
                claim.text(PG.printedValue),
                standing(claim),
                Languages.note(claim.values(PG.note)),
                evidence(claim));
    }

    Evidence evidence(Node node, Optional<String> passage) {
        var thing = names.thing(node);
        var evidence = names.describe(node);
        var document = evidence.value(PG.document);
        var place = passages.passage(node);
        return new Evidence(
                thing.id(),
                thing.iri(),
                thing.label(),
                document.map(names::thing),
                place.startLine(),
                place.endLine(),
                place.start(),
                place.end(),
                evidence.text(PG.passageDigest),
                document.flatMap(text -> names.text(text, PG.textDigest)),
                passage,
                some(subjects(PG.evidence, node), names::thing));
    }

    CoBuilding coBuilding(Node node) {
        var claim = names.describe(node);
        return new CoBuilding(
                named(claim),
                names.things(claim.values(PG.supporter)),
                names.things(claim.values(PG.supported)),
                thing(claim, PG.builds),
                thing(claim, PG.programme),
                standing(claim),
                Languages.note(claim.values(PG.note)),
                evidence(claim));
    }

    Posting posting(Node node) {
        var claim = names.describe(node);
        return new Posting(
                named(claim),
                thing(claim, PG.person),
                thing(claim, PG.from),
                thing(claim, PG.to),
                Languages.note(claim.values(PG.post)),
                claim.text(PG.duration),
                thing(claim, PG.programme),
                standing(claim),
                Languages.note(claim.values(PG.note)),
                evidence(claim));
    }

    Event event(Node node) {
        var claim = names.describe(node);
        return new Event(
                named(claim),
                claim.code(PG.eventKind),
                names.things(claim.values(PG.participant)),
                names.things(claim.values(PG.about)),
                names.things(claim.values(PG.signed)),
                thing(claim, PG.programme),
                standing(claim),
                Languages.note(claim.values(PG.note)),
                evidence(claim));
    }

    /** The passages that say a thing. */
    List<EvidenceRef> evidence(Description thing) {
        return passages.of(thing);
    }

    /** The subjects of a property and an object, in order. */
    List<Node> subjects(Node property, Node object) {
        return Description.inOrder(statements.subjects(property, object));
    }

    Pointing pointingAt(Node object) {
        var pointing = statements.pointingAt(object);
        return property -> Description.inOrder(pointing.subjects(property));
    }

    /** Those among the subjects that are of a class. */
    List<Node> subjects(Node property, Node object, Node type) {
        return subjects(property, object).stream()
                .filter(subject -> isA(subject, type))
                .toList();
    }

    boolean isA(Node subject, Node type) {
        return statements.graph().contains(subject, RDF.type.asNode(), type);
    }

    <T> Some<T> some(List<Node> nodes, Function<Node, T> reading) {
        return new Some<>(nodes.size(), nodes.stream().limit(SHOWN).map(reading).toList());
    }

    private Named named(Description claim) {
        var thing = names.thing(claim);
        return new Named(thing.id(), thing.iri(), thing.label());
    }

    private static Standing standing(Description claim) {
        var span = claim.span();
        return new Standing(span.start(), span.end(), span.asOf(), claim.code(PG.status), claim.code(PG.basis));
    }

    private Optional<Thing> thing(Description claim, Node property) {
        return claim.value(property).map(names::thing);
    }
}
