package org.pairgraph.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.store.History;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.History.Version;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.PairStore.Update;
import org.pairgraph.store.SourceName;

/** Brings files into the store. Safe for use by many threads; changes take turns. */
public final class Importer {
    /** The actor of changes that come with the program. */
    public static final String RELEASE = "release";

    private final PairStore store;

    public Importer(PairStore store) {
        this.store = store;
    }

    /**
     * Brings the store up to the sources that come with the program: all of them into an empty store, later those whose
     * files have changed. A source that somebody else has replaced is left alone.
     *
     * @return the revision that it made; none when nothing has changed
     * @throws UnreadableSource if a file is not valid; the store is as it was
     */
    public Optional<Revision> release(Bundle bundle) {
        var history = store.history();
        var updates = new ArrayList<Update>();
        for (var source : bundle.sources()) {
            if (isOurs(source.name(), history) && differs(source, history)) {
                updates.add(read(source));
            }
        }
        return store.commit(Action.RELEASE, RELEASE, updates);
    }

    /** Whether nobody else has replaced or emptied a source. */
    private static boolean isOurs(SourceName source, History history) {
        return history.versions(source).isEmpty()
                || history.findCurrent(source)
                        .map(current -> isOurs(current, history))
                        .orElse(false);
    }

    private static boolean isOurs(Version version, History history) {
        return history.broughtBy(version).actor().equals(RELEASE);
    }

    private static boolean differs(Bundle.Source source, History history) {
        var digests = source.files().stream().map(Importer::digest).sorted().toList();
        return history.versions(source.name()).reversed().stream()
                .filter(version -> isOurs(version, history))
                .findFirst()
                .map(ours -> !ours.fileDigests().equals(digests))
                .orElse(true);
    }

    private static Update read(Bundle.Source source) {
        var content = GraphFactory.createGraphMem();
        var digests = new ArrayList<String>();
        for (var file : source.files()) {
            var read = read(file);
            GraphUtil.addInto(content, read.content());
            digests.add(read.digest());
        }
        return new Update(source.name(), digests, content);
    }

    private static String digest(Path file) {
        try {
            return Sha256.hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UnreadableSource(file, e);
        }
    }

    private static Reading.Read read(Path file) {
        try {
            return switch (SourceReader.read(file)) {
                case Reading.Read read -> read;
                case Reading.Unreadable unreadable -> throw new UnreadableSource(file, unreadable.errors());
            };
        } catch (IOException e) {
            throw new UnreadableSource(file, e);
        }
    }
}
