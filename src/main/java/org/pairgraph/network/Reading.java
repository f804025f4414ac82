package org.pairgraph.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.pairgraph.store.Delta;
import org.pairgraph.store.Statements;
import org.pairgraph.store.Statements.Pattern;
import org.pairgraph.vocab.PG;

/** Reads a default graph into tables: all of it property by property, or what a change touches subject by subject. */
final class Reading {
    private static final Node TYPE = RDF.type.asNode();

    private static final Map<Node, Saying<ClaimDraft>> OF_A_CLAIM = Map.ofEntries(
            Map.entry(PG.supporter, ClaimDraft::supporter),
            Map.entry(PG.supported, ClaimDraft::supported),
            Map.entry(PG.pairingKind, ClaimDraft::kind),
            Map.entry(PG.programme, ClaimDraft::programme),
            Map.entry(PG.status, ClaimDraft::status),
            Map.entry(PG.basis, ClaimDraft::basis),
            Map.entry(PG.startDate, ClaimDraft::start),
            Map.entry(PG.asOf, ClaimDraft::asOf),
            Map.entry(PG.endDate, ClaimDraft::end),
            Map.entry(PG.startPrecision, ClaimDraft::startPrecision),
            Map.entry(PG.asOfPrecision, ClaimDraft::asOfPrecision),
            Map.entry(PG.endPrecision, ClaimDraft::endPrecision),
            Map.entry(PG.partOf, ClaimDraft::partOf),
            Map.entry(PG.disagreesWith, ClaimDraft::disagreesWith));

    private static final Map<Node, Saying<ThingDraft>> OF_A_THING = Map.of(
            RDFS.label.asNode(),
            ThingDraft::label,
            PG.memberCount,
            ThingDraft::memberCount,
            PG.memberKind,
            ThingDraft::memberKind,
            PG.countQualifier,
            ThingDraft::countQualifier);

    private final Draft draft;
    private final Graph graph;

    private Reading(Draft draft, Graph graph) {
        this.draft = draft;
        this.graph = graph;
    }

    /** All tables of a graph. */
    static Tables all(Statements statements) {
        var reading = new Reading(new Draft(), statements.graph());
        reading.readAll(statements);
        return reading.draft.finish();
    }

    /**
     * The tables after a change.
     *
     * @param base before the change
     * @param graph after it
     */
    static Tables following(Tables base, Delta delta, Graph graph) {
        var reading = new Reading(new Draft(base), graph);
        reading.readAgain(reading.touched(delta), delta);
        return reading.draft.finish();
    }

    private void readAll(Statements statements) {
        var patterns = new ArrayList<Pattern>();
        for (var type : ThingClass.all()) {
            patterns.add(new Pattern(TYPE, type, (subject, object) -> draft.type(subject, type)));
        }
        patterns.add(new Pattern(TYPE, PG.Pairing, draft::type));
        patterns.add(new Pattern(TYPE, PG.CoBuilding, draft::type));
        OF_A_CLAIM.forEach((property, saying) -> patterns.add(new Pattern(property, Node.ANY, ofClaim(saying))));
        patterns.add(new Pattern(PG.within, Node.ANY, draft.things::within));
        patterns.add(new Pattern(PG.namedMember, Node.ANY, draft.things::namedMember));
        statements.read(patterns);
        readProgrammes();
        statements.read(OF_A_THING.entrySet().stream()
                .map(entry -> new Pattern(entry.getKey(), Node.ANY, ofThing(entry.getValue())))
                .toList());
    }

    private void readProgrammes() {
        find(PG.supporterArea, Node.ANY, triple -> draft.supporterArea(triple.getSubject(), triple.getObject()));
        find(PG.supportedArea, Node.ANY, triple -> draft.supportedArea(triple.getSubject(), triple.getObject()));
        for (int programme = 1; programme < draft.claims.programmeCodes.size(); programme++) {
            var node = NodeFactory.createURI(draft.claims.programmeCodes.name(programme));
            graph.find(node, PG.partOf, Node.ANY).forEach(triple -> draft.programmePartOf(node, triple.getObject()));
        }
    }

    private void find(Node property, Node object, Consumer<Triple> reader) {
        graph.find(Node.ANY, property, object).forEach(reader);
    }

    private BiConsumer<Node, Node> ofClaim(Saying<ClaimDraft> saying) {
        return (subject, object) -> {
            int claim = draft.claims.find(subject);
            if (claim >= 0) {
                saying.take(draft.claims, claim, object);
            }
        };
    }

    private BiConsumer<Node, Node> ofThing(Saying<ThingDraft> saying) {
        return (subject, object) -> {
            int thing = draft.things.find(subject);
            if (thing >= 0) {
                saying.take(draft.things, thing, object);
            }
        };
    }

    private Set<Node> touched(Delta delta) {
        return delta.subjects(
                triple -> makesKnown(triple) || delta.mayHaveMet(triple.getSubject()) && isOfSomethingKnown(triple));
    }

    private static boolean makesKnown(Triple triple) {
        var property = triple.getPredicate();
        return property.equals(PG.within)
                || property.equals(PG.namedMember)
                || property.equals(TYPE) && isOurs(triple.getObject());
    }

    private static boolean isOurs(Node type) {
        return ThingClass.number(type) != ThingClass.NONE || type.equals(PG.Pairing) || type.equals(PG.CoBuilding);
    }

    private boolean isOfSomethingKnown(Triple triple) {
        return OF_A_CLAIM.containsKey(triple.getPredicate()) && draft.claims.find(triple.getSubject()) >= 0
                || OF_A_THING.containsKey(triple.getPredicate()) && draft.things.find(triple.getSubject()) >= 0;
    }

    /** Reads what was touched, the programmes, and whatever became known by either. */
    private void readAgain(Set<Node> touched, Delta delta) {
        var things = new BitSet();
        var claims = new BitSet();
        for (var subject : touched) {
            if (!delta.mayHaveMet(subject)) {
                continue;
            }
            int thing = draft.things.find(subject);
            if (thing >= 0) {
                things.set(thing);
            }
            int claim = draft.claims.find(subject);
            if (claim >= 0) {
                claims.set(claim);
            }
        }
        draft.forget(things, claims);

        int known = draft.things.size();
        var statements = new LinkedHashMap<Node, List<Triple>>();
        touched.forEach(subject -> readBones(subject, statements));
        readProgrammes();
        for (int thing = known; thing < draft.things.size(); thing++) {
            var subject = NodeFactory.createURI(draft.things.term(thing));
            if (!statements.containsKey(subject)) {
                readBones(subject, statements);
            }
        }
        statements.forEach(this::readFlesh);
    }

    /** What a subject is, and whatever makes things known by pointing at them. */
    private void readBones(Node subject, Map<Node, List<Triple>> statements) {
        var triples = new ArrayList<Triple>();
        graph.find(subject, Node.ANY, Node.ANY).forEach(triples::add);
        statements.put(subject, triples);
        triples.stream()
                .filter(triple -> triple.predicateMatches(TYPE))
                .forEach(triple -> draft.type(subject, triple.getObject()));
        int claim = draft.claims.find(subject);
        for (var triple : triples) {
            if (triple.predicateMatches(PG.within)) {
                draft.things.within(subject, triple.getObject());
            } else if (triple.predicateMatches(PG.namedMember)) {
                draft.things.namedMember(subject, triple.getObject());
            } else if (claim >= 0) {
                read(OF_A_CLAIM, draft.claims, claim, triple);
            }
        }
    }

    private void readFlesh(Node subject, List<Triple> triples) {
        int thing = draft.things.find(subject);
        if (thing >= 0) {
            triples.forEach(triple -> read(OF_A_THING, draft.things, thing, triple));
        }
    }

    private static <D> void read(Map<Node, Saying<D>> sayings, D draft, int subject, Triple triple) {
        var saying = sayings.get(triple.getPredicate());
        if (saying != null) {
            saying.take(draft, subject, triple.getObject());
        }
    }

    /** One property of something that has a number. */
    private interface Saying<D> {
        void take(D draft, int subject, Node object);
    }
}
