package org.pairgraph.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pairgraph.access.Access;
import org.pairgraph.access.AuditEntry;
import org.pairgraph.access.Token;
import org.pairgraph.ingest.Applying;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.ingest.Consent;
import org.pairgraph.ingest.ImportPlan;
import org.pairgraph.ingest.Importer;
import org.pairgraph.ingest.SourceFile;
import org.pairgraph.ingest.Undoing;
import org.pairgraph.server.Release;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.SourceName;

/** A store that this process holds. Whoever may write its folder may change it; a token only tells the ledger who. */
final class StoreImports implements ImportAccess {
    private final PairStore store;
    private final Importer importer;
    private final Access access;
    private final String actor;

    private StoreImports(PairStore store, Importer importer, Access access, String actor) {
        this.store = store;
        this.importer = importer;
        this.access = access;
        this.actor = actor;
    }

    static ImportAccess open(Path folder, Path home, TokenOption token, Consumer<String> progress) {
        var store = PairStore.open(folder);
        try {
            var access = new Access(folder);
            var actor = actor(access, folder, token);
            Release.into(store, home, true, progress);
            return new StoreImports(store, new Importer(store, new Bundle(home)), access, actor);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public ImportPlan plan(SourceName source, List<LocalFile> files) throws IOException {
        var streams = new ArrayList<InputStream>();
        try {
            var sent = new ArrayList<SourceFile>();
            for (var file : files) {
                var stream = new BufferedInputStream(Files.newInputStream(file.path()));
                streams.add(stream);
                sent.add(new SourceFile(file.name(), file.format(), stream));
            }
            var plan = importer.plan(source, sent);
            audit("plan", plan.source(), Optional.of(plan.id()), plan.applicable() ? "planned" : "planned-with-errors");
            return plan;
        } catch (IllegalArgumentException e) {
            audit("plan", source.text(), Optional.empty(), "bad-parameter");
            throw new Refusal(String.valueOf(e.getMessage()));
        } finally {
            for (var stream : streams) {
                stream.close();
            }
        }
    }

    @Override
    public ApplyAnswer apply(ImportPlan plan, Consent consent) throws IOException {
        var answer = switch (importer.apply(plan.id(), consent, actor)) {
            case Applying.Applied applied -> new ApplyAnswer.Done(RevisionEntry.of(applied.revision()));
            case Applying.Unchanged unchanged -> new ApplyAnswer.Unchanged(unchanged.revision());
            case Applying.Stale stale -> new ApplyAnswer.Refused("stale-plan", stale.plan());
            case Applying.NotApplicable errors -> new ApplyAnswer.Refused("plan-not-applicable", errors.plan());
            case Applying.NeedsConsent needs -> new ApplyAnswer.Refused("consent-needed", needs.plan());
            case Applying.NoSuchPlan gone -> new ApplyAnswer.Refused("unknown-plan", plan);
        };
        audit("apply", plan.source(), Optional.of(plan.id()), outcome(answer));
        return answer;
    }

    @Override
    public UndoAnswer undo(String source, Optional<Integer> version, boolean acceptDangling) {
        var answer = switch (importer.undo(name(source), version, acceptDangling, actor)) {
            case Undoing.Undone undone -> new UndoAnswer.Done(RevisionEntry.of(undone.revision()));
            case Undoing.Dangling dangling -> new UndoAnswer.Dangling(dangling.dependants());
            case Undoing.Impossible impossible -> new UndoAnswer.Impossible(impossible.why());
        };
        audit(
                "undo",
                source,
                Optional.empty(),
                switch (answer) {
                    case UndoAnswer.Done done -> "undone";
                    case UndoAnswer.Dangling dangling -> "dangling";
                    case UndoAnswer.Impossible impossible -> "nothing-to-undo";
                });
        return answer;
    }

    @Override
    public List<RevisionEntry> history() {
        return store.history().revisions().reversed().stream()
                .map(RevisionEntry::of)
                .toList();
    }

    @Override
    public List<String> verify() {
        return store.verify();
    }

    @Override
    public void close() {
        store.close();
    }

    private static String actor(Access access, Path folder, TokenOption token) {
        var given = token.given();
        if (given.isPresent() && access.holder(given.get()).isEmpty()) {
            throw new Refusal("The token is not one of this store's, or it was revoked: leave it out, or make another");
        }
        return token.find(folder).flatMap(access::holder).map(Token::name).orElse(Token.LOCAL);
    }

    private static SourceName name(String source) {
        try {
            return new SourceName(source);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private static String outcome(ApplyAnswer answer) {
        return switch (answer) {
            case ApplyAnswer.Done done -> "applied";
            case ApplyAnswer.Unchanged unchanged -> "unchanged";
            case ApplyAnswer.Refused refused -> refused.why();
        };
    }

    private void audit(String action, String source, Optional<String> plan, String outcome) {
        access.audit(new AuditEntry(Optional.of(actor), action, Optional.of(source), plan, outcome, "local"));
    }
}
