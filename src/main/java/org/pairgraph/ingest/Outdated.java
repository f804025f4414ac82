package org.pairgraph.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.store.History;
import org.pairgraph.store.History.Version;
import org.pairgraph.store.PairStore.Update;
import org.pairgraph.store.SourceName;

/** Finds the sources that come with the program and are not in the store as they come, and reads them. */
final class Outdated {
    private final History history;

    Outdated(History history) {
        this.history = history;
    }

    /**
     * What brings the store up to a bundle; nothing for a source that somebody else has replaced.
     *
     * @throws UnreadableSource if a file is not valid
     */
    List<Update> updates(Bundle bundle) {
        var updates = new ArrayList<Update>();
        for (var source : bundle.sources()) {
            if (isOurs(source.name()) && differs(source)) {
                updates.add(read(source));
            }
        }
        return updates;
    }

    /** Whether nobody else has replaced or emptied a source. */
    private boolean isOurs(SourceName source) {
        return history.versions(source).isEmpty()
                || history.findCurrent(source).map(current -> isOurs(current)).orElse(false);
    }

    private boolean isOurs(Version version) {
        return history.broughtBy(version).actor().equals(Importer.RELEASE);
    }

    private boolean differs(Bundle.Source source) {
        var digests = source.files().stream().map(Outdated::digest).sorted().toList();
        return history.versions(source.name()).reversed().stream()
                .filter(version -> isOurs(version))
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
