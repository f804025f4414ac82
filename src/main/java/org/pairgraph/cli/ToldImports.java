package org.pairgraph.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pairgraph.ingest.Consent;
import org.pairgraph.ingest.ImportPlan;
import org.pairgraph.store.SourceName;

/** The store, for a command at whose terminal somebody waits. */
final class ToldImports implements ImportAccess {
    private final ImportAccess access;
    private final Progress progress;

    ToldImports(ImportAccess access, Progress progress) {
        this.access = access;
        this.progress = progress;
    }

    @Override
    public ImportPlan plan(SourceName source, List<LocalFile> files) throws IOException {
        return progress.during("Planning \"%s\"".formatted(source), () -> access.plan(source, files));
    }

    @Override
    public ApplyAnswer apply(ImportPlan plan, Consent consent) throws IOException {
        return progress.during("Importing \"%s\"".formatted(plan.source()), () -> access.apply(plan, consent));
    }

    @Override
    public UndoAnswer undo(String source, Optional<Integer> version, boolean acceptDangling) throws IOException {
        return progress.during(
                "Taking back \"%s\"".formatted(source), () -> access.undo(source, version, acceptDangling));
    }

    @Override
    public List<RevisionEntry> history() throws IOException {
        return access.history();
    }

    @Override
    public List<String> verify() throws IOException {
        return progress.during("Verifying", access::verify);
    }

    @Override
    public void close() {
        access.close();
    }
}
