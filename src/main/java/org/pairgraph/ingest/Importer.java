package org.pairgraph.ingest;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pairgraph.ingest.Planner.ReadFile;
import org.pairgraph.store.History;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.History.Version;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.PairStore.Foreseen;
import org.pairgraph.store.SourceName;

/**
 * Brings files into the store: first as a plan, which says all that they would do, then, when somebody agrees, as the
 * next version of a source; and takes versions back. Safe for use by many threads; changes take turns.
 */
public final class Importer {
    /** The actor of changes that come with the program. */
    public static final String RELEASE = "release";

    /** What a plan that was just made has read and found out, so that applying it need not do so again. */
    private record Held(String id, List<ReadFile> files, Optional<Foreseen> foreseen) {}

    private final PairStore store;
    private final Bundle bundle;
    private final PlanFolder plans;
    private SoftReference<@Nullable Held> held = new SoftReference<>(null);
    private @Nullable Planner planner;

    public Importer(PairStore store, Bundle bundle) {
        this.store = store;
        this.bundle = bundle;
        this.plans = new PlanFolder(store.path().resolve("plans"), Clock.systemUTC());
    }

    /**
     * Works out what some files would do as the next version of a source, together. Nothing is written to the store; the
     * plan and the files wait for 24 hours.
     *
     * @throws IllegalArgumentException if the source changes only with the program
     * @throws IOException if a file cannot be read as bytes
     * @throws StoreException if the plan cannot be written
     */
    public ImportPlan plan(SourceName source, List<SourceFile> files) throws IOException {
        requireOpen(source);
        var id = plans.begin();
        try {
            var read = new ArrayList<ReadFile>();
            for (var file : files) {
                Files.copy(new FirstBytes(file.bytes(), ReadLimits.DEFAULT.bytes() + 1), plans.file(id, read.size()));
                read.add(read(id, read.size(), file.name(), file.format()));
            }
            return planned(id, source, read);
        } catch (IOException | RuntimeException e) {
            plans.remove(id);
            throw e;
        } finally {
            plans.letGo(id);
        }
    }

    /** The plan of an id; none when there is none, or no longer. */
    public Optional<ImportPlan> findPlan(String id) {
        return plans.find(id);
    }

    /**
     * Makes the files of a plan the current version of their source. If the store has changed in the meantime, plans
     * again first; nothing else can change the store in between.
     *
     * @param actor who asks for it
     * @throws StoreException if the disk is full or cannot be written; the store is as it was
     */
    public Applying apply(String id, Consent consent, String actor) throws IOException {
        plans.hold(id);
        try {
            var plan = plans.find(id);
            var files = plan.isPresent() ? files(plan.get()) : Optional.<List<ReadFile>>empty();
            return files.isPresent()
                    ? store.exclusively(() -> apply(plan.orElseThrow(), files.get(), consent, actor))
                    : new Applying.NoSuchPlan(id);
        } finally {
            plans.letGo(id);
        }
    }

    /**
     * Takes a version back, so that the newest remaining one becomes current.
     *
     * @param number of the version; the current one when none is given
     * @param acceptDangling also when others then refer to things that nobody describes
     * @param actor who asks for it
     * @throws StoreException if the disk is full or cannot be written; the store is as it was
     */
    public Undoing undo(SourceName source, Optional<Integer> number, boolean acceptDangling, String actor) {
        return store.exclusively(() -> {
            var history = store.history();
            var version = number.flatMap(wanted -> history.versions(source).stream()
                            .filter(known -> known.number() == wanted)
                            .findFirst())
                    .or(() -> number.isPresent() ? Optional.empty() : history.findCurrent(source));
            var obstacle = obstacle(source, number, version, history);
            if (obstacle.isPresent()) {
                return new Undoing.Impossible(obstacle.get());
            }
            return undo(version.orElseThrow(), acceptDangling, actor);
        });
    }

    /**
     * Brings the store up to the sources that come with the program: all of them into an empty store, later those whose
     * files have changed. A source that somebody else has replaced is left alone.
     *
     * @return the revision that it made; none when nothing has changed
     * @throws UnreadableSource if a file is not valid; the store is as it was
     */
    public Optional<Revision> release() {
        return store.commit(Action.RELEASE, RELEASE, new Outdated(store.history()).updates(bundle));
    }

    private Applying apply(ImportPlan plan, List<ReadFile> files, Consent consent, String actor) {
        if (!plans.has(plan.id())) { // somebody else has applied it in the meantime
            return new Applying.NoSuchPlan(plan.id());
        }
        var source = new SourceName(plan.source());
        var now = plan.baseRevision() == store.history().head() ? plan : planned(plan.id(), source, files);
        if (!now.saysTheSameAs(plan)) {
            return new Applying.Stale(now);
        }
        if (!now.applicable()) {
            return new Applying.NotApplicable(now);
        }
        if (!consent.covers(now.triples().removed())) {
            return new Applying.NeedsConsent(now);
        }
        var revision = store.commit(Action.IMPORT, actor, Planner.update(source, files), foreseen(plan.id()));
        plans.remove(plan.id());
        revision.ifPresent(
                made -> planner().countedAt(made.number(), now.totals().after()));
        return revision.<Applying>map(Applying.Applied::new)
                .orElseGet(() -> new Applying.Unchanged(store.history().head()));
    }

    private Undoing undo(Version version, boolean acceptDangling, String actor) {
        var dependants = store.read((dataset, history) -> Dependants.of(store.previewWithdrawal(version, history)));
        return dependants.isEmpty() || acceptDangling
                ? new Undoing.Undone(version, store.withdraw(actor, version))
                : new Undoing.Dangling(version, dependants);
    }

    private static Optional<String> obstacle(
            SourceName source, Optional<Integer> number, Optional<Version> version, History history) {
        if (source.equals(SourceName.ONTOLOGY)) {
            return Optional.of("The ontology changes only with the program");
        }
        if (!history.sources().contains(source)) {
            return Optional.of("There is no source \"%s\": there are %s"
                    .formatted(
                            source,
                            history.sources().stream().map(SourceName::text).collect(Collectors.joining(", "))));
        }
        if (version.isEmpty()) {
            return Optional.of(number.map(wanted -> "There is no version %d of \"%s\": it has 1 to %d"
                            .formatted(wanted, source, history.versions(source).size()))
                    .orElse("Every version of \"%s\" is withdrawn already".formatted(source)));
        }
        return version.filter(history.withdrawn()::contains)
                .map(withdrawn -> "Version %d of \"%s\" is withdrawn already".formatted(withdrawn.number(), source));
    }

    private static void requireOpen(SourceName source) {
        if (source.equals(SourceName.ONTOLOGY)) {
            throw new IllegalArgumentException(
                    "The ontology changes only with the program: choose another name for the source");
        }
    }

    private ImportPlan planned(String id, SourceName source, List<ReadFile> files) {
        var planned = planner().plan(id, source, files);
        plans.write(planned.plan());
        hold(new Held(id, files, planned.foreseen()));
        return planned.plan();
    }

    private Optional<Foreseen> foreseen(String id) {
        var known = held();
        return known != null && known.id().equals(id) ? known.foreseen() : Optional.empty();
    }

    /** The files of a plan; none when they are no longer there, or no longer what was planned. */
    private Optional<List<ReadFile>> files(ImportPlan plan) throws IOException {
        var known = held();
        if (known != null && known.id().equals(plan.id())) {
            return Optional.of(known.files());
        }
        var files = new ArrayList<ReadFile>();
        try {
            for (var file : plan.files()) {
                files.add(read(plan.id(), files.size(), file.name(), file.format()));
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        var read = files.stream().map(ReadFile::planned).toList();
        return Optional.<List<ReadFile>>of(files).filter(same -> read.equals(plan.files()));
    }

    private ReadFile read(String id, int number, String name, RdfFormat format) throws IOException {
        return new ReadFile(name, format, SourceReader.read(plans.file(id, number), format, ReadLimits.DEFAULT));
    }

    private synchronized void hold(Held files) {
        held = new SoftReference<>(files);
    }

    private synchronized @Nullable Held held() {
        return held.get();
    }

    private synchronized Planner planner() {
        var known = planner;
        if (known == null) {
            known = new Planner(store, bundle.shapesGraph());
            planner = known;
        }
        return known;
    }
}
