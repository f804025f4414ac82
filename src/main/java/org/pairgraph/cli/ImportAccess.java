package org.pairgraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pairgraph.ingest.Consent;
import org.pairgraph.ingest.ImportPlan;
import org.pairgraph.server.Announcement;
import org.pairgraph.store.SourceName;

/** The store, for a command that changes it: through the running server when there is one, else opened here. */
interface ImportAccess extends AutoCloseable {

    /**
     * Asks the server that holds the store. Where there is none, opens the store, and fills it first when it is empty.
     * Somebody at a terminal sees for how long each piece of work has gone on.
     *
     * @param home the folder of {@code ontology/} and {@code data/}
     * @param progress told in a line each what takes time
     * @throws org.pairgraph.store.StoreException if the store cannot be opened
     * @throws UnreachableServer if there is a server and it does not answer
     * @throws Refusal if a token was given that does not count
     */
    static ImportAccess open(Path store, Path home, TokenOption token, Consumer<String> progress) {
        var server = Announcement.find(store).flatMap(url -> ServerImports.find(url, token.find(store)));
        var access = server.isPresent() ? server.get() : StoreImports.open(store, home, token, progress);
        return Progress.ofTerminal()
                .<ImportAccess>map(terminal -> new ToldImports(access, terminal))
                .orElse(access);
    }

    /** Works out what files would do as the next version of a source, together. */
    ImportPlan plan(SourceName source, List<LocalFile> files) throws IOException;

    /** Makes the files of a plan the current version of their source. */
    ApplyAnswer apply(ImportPlan plan, Consent consent) throws IOException;

    /** Takes a version back; the current one when none is numbered. */
    UndoAnswer undo(String source, Optional<Integer> version, boolean acceptDangling) throws IOException;

    /** Every revision, the newest first. */
    List<RevisionEntry> history() throws IOException;

    /** What is wrong with the store, a line each. */
    List<String> verify() throws IOException;

    @Override
    void close();
}
