package org.pairgraph.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pairgraph.ingest.Applying;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.ingest.Consent;
import org.pairgraph.ingest.Importer;
import org.pairgraph.ingest.RdfFormat;
import org.pairgraph.ingest.SourceFile;
import org.pairgraph.server.Release;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.SourceName;

/** Imports two files in turn as one source, until it is killed, and prints each revision once it is made. */
final class ImportLoop {
    private ImportLoop() {}

    public static void main(String[] args) throws Exception {
        var home = Path.of(args[0]);
        try (var store = PairStore.open(Path.of(args[1]))) {
            Release.into(store, home, true, line -> {});
            var importer = new Importer(store, new Bundle(home));
            int begin = store.history().head();
            for (int i = begin; i < begin + 10_000; i++) {
                try (var bytes = Files.newInputStream(Path.of(args[2 + i % 2]))) {
                    var file = new SourceFile("file", RdfFormat.TURTLE, bytes);
                    var plan = importer.plan(new SourceName("loop"), List.of(file));
                    if (importer.apply(plan.id(), Consent.REPLACE, "loop") instanceof Applying.Applied applied) {
                        System.out.println("revision " + applied.revision().number());
                    }
                }
            }
        }
    }
}
