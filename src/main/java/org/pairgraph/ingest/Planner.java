package org.pairgraph.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.ingest.ImportPlan.FileError;
import org.pairgraph.ingest.ImportPlan.PlannedFile;
import org.pairgraph.ingest.ImportPlan.TotalsChange;
import org.pairgraph.ingest.ImportPlan.Triples;
import org.pairgraph.ingest.UnknownTerms.UnknownTerm;
import org.pairgraph.store.History;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.PairStore.Foreseen;
import org.pairgraph.store.PairStore.Update;
import org.pairgraph.store.Preview;
import org.pairgraph.store.SourceName;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/** Works out what an import or an undo would do. Safe for use by many threads. */
final class Planner {
    /** A file and what came of reading it. */
    record ReadFile(String name, RdfFormat format, Reading reading) {
        PlannedFile planned() {
            return new PlannedFile(name, format, reading instanceof Reading.Read read ? read.digest() : "");
        }
    }

    /** A plan, and what finding it out has found out besides. */
    record Planned(ImportPlan plan, Optional<Foreseen> foreseen) {}

    private record Counted(int revision, Totals totals) {}

    private final PairStore store;
    private final ShapeCheck shapes;
    private volatile Counted counted = new Counted(0, Totals.NONE);

    Planner(PairStore store, Graph shapes) {
        this.store = store;
        this.shapes = new ShapeCheck(shapes);
    }

    /** The plan for some files to become the next version of a source, together. */
    Planned plan(String id, SourceName source, List<ReadFile> files) {
        var errors = FileErrors.in(files);
        return store.read((dataset, history) -> {
            if (!errors.isEmpty()) {
                var now = totals(dataset.getDefaultGraph(), history);
                return new Planned(unreadable(id, source, files, errors, history, now), Optional.empty());
            }
            var preview = store.preview(update(source, files), history);
            return new Planned(
                    readable(id, source, files, preview, history),
                    Optional.of(new Foreseen(history.head(), preview.derived(), preview.delta())));
        });
    }

    /** The update that some files make, all of them readable. */
    static Update update(SourceName source, List<ReadFile> files) {
        var reads = reads(files);
        var content = reads.size() == 1 ? reads.getFirst().content() : GraphFactory.createGraphMem();
        if (reads.size() > 1) {
            reads.forEach(read -> GraphUtil.addInto(content, read.content()));
        }
        return new Update(source, reads.stream().map(Reading.Read::digest).toList(), content);
    }

    /** Remembers the totals of a revision, so that the next plan need not count everything. */
    void countedAt(int revision, Totals totals) {
        counted = new Counted(revision, totals);
    }

    private ImportPlan unreadable(
            String id, SourceName source, List<ReadFile> files, List<FileError> errors, History history, Totals now) {
        return new ImportPlan(
                id,
                source.text(),
                history.head(),
                Instant.now(),
                false,
                files.stream().map(ReadFile::planned).toList(),
                errors,
                List.of(),
                List.of(),
                new Triples(0, 0, 0),
                List.of(),
                List.of(),
                new TotalsChange(now, now),
                PlanWarnings.ofReading(files));
    }

    private ImportPlan readable(String id, SourceName source, List<ReadFile> files, Preview preview, History history) {
        var ontology = ontology(history);
        var partyClasses = G.subClasses(ontology, PG.Party);
        var changed = subjects(preview.gained());
        changed.addAll(subjects(preview.lost()));

        var places = new StatedPlaces(files);
        var shapeResults = shapeResults(preview, changed, places);
        var unknownTerms = unknownTerms(files, ontology);
        var before = totals(preview.before(), history);
        return new ImportPlan(
                id,
                source.text(),
                history.head(),
                Instant.now(),
                unknownTerms.isEmpty()
                        && shapeResults.stream()
                                .noneMatch(result -> result.severity() == ShapeResult.Severity.VIOLATION),
                files.stream().map(ReadFile::planned).toList(),
                List.of(),
                shapeResults,
                unknownTerms,
                new Triples(preview.added(), preview.removed(), preview.unchanged()),
                new Lookalikes(preview.before(), preview.after(), partyClasses).of(changed),
                Dependants.of(preview),
                new TotalsChange(before, before.with(changed, preview.before(), preview.after(), partyClasses)),
                PlanWarnings.of(preview, files, places));
    }

    /** What the shapes say of what changes, and of what points at it and was better before. */
    private List<ShapeResult> shapeResults(Preview preview, Set<Node> changed, StatedPlaces places) {
        var pointing = new LinkedHashSet<Node>();
        for (var thing : changed) {
            preview.before()
                    .find(Node.ANY, Node.ANY, thing)
                    .mapWith(Triple::getSubject)
                    .filterDrop(changed::contains)
                    .forEach(pointing::add);
        }
        var results = new ArrayList<>(shapes.check(preview.after(), preview.inMemory(), changed, places::of));
        if (!pointing.isEmpty()) {
            var after = shapes.check(preview.after(), preview.inMemory(), pointing, places::of);
            var before = new HashSet<>(shapes.check(preview.before(), preview.inMemory(), pointing, places::of));
            after.stream().filter(result -> !before.contains(result)).forEach(results::add);
        }
        return List.copyOf(results);
    }

    private static List<UnknownTerm> unknownTerms(List<ReadFile> files, Graph ontology) {
        var terms = new UnknownTerms(known(ontology));
        return files.stream()
                .flatMap(file -> reads(List.of(file)).stream()
                        .flatMap(read -> terms.in(read).stream())
                        .map(term -> files.size() > 1 ? term.in(file.name()) : term))
                .toList();
    }

    private Totals totals(Graph union, History history) {
        var known = counted;
        if (known.revision() == history.head()) {
            return known.totals();
        }
        var totals = Totals.of(
                store.countValues(PG.pairingKind),
                store.countValues(RDF.type.asNode()),
                union,
                G.subClasses(ontology(history), PG.Party));
        counted = new Counted(history.head(), totals);
        return totals;
    }

    private Graph ontology(History history) {
        return history.findCurrent(SourceName.ONTOLOGY).map(store::content).orElse(Graph.emptyGraph);
    }

    private static Set<String> known(Graph ontology) {
        return subjects(ontology).stream()
                .map(Node::toString)
                .filter(Planner::isTerm)
                .collect(Collectors.toSet());
    }

    static boolean isTerm(String iri) {
        return iri.startsWith(PG.NAMESPACE) || iri.startsWith(PGC.NAMESPACE);
    }

    /** The subjects of a graph, whose triples come subject by subject for the most part. */
    static Set<Node> subjects(Graph graph) {
        var subjects = new LinkedHashSet<Node>();
        var last = Node.ANY;
        for (var triples = graph.find(); triples.hasNext(); ) {
            var subject = triples.next().getSubject();
            if (!subject.equals(last)) {
                subjects.add(subject);
                last = subject;
            }
        }
        return subjects;
    }

    static List<Reading.Read> reads(List<ReadFile> files) {
        return files.stream()
                .map(ReadFile::reading)
                .filter(Reading.Read.class::isInstance)
                .map(Reading.Read.class::cast)
                .toList();
    }
}
