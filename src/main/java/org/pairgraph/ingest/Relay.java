package org.pairgraph.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;

/**
 * Hands the statements of a parser to a collector that works in a thread of its own, portion by portion, so that a large
 * file is parsed and kept side by side; the statements of a small one are collected in the parser's thread. The findings
 * are the collector's alone until it is {@link #collected}.
 */
final class Relay extends AbstractRDFHandler implements AutoCloseable {
    private static final int PORTION = 4_096;
    private static final int MOST_WAITING = 16;

    private record Stated(Statement statement, long line) {}

    private final Findings findings;
    private final Whereabouts parser;
    private final Collector collector;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-collector").factory());
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private CompletableFuture<?> kept = CompletableFuture.completedFuture(true);
    private List<Stated> portion = new ArrayList<>();
    private Place place = Place.UNKNOWN;

    Relay(Findings findings, ReadLimits limits, Whereabouts parser) {
        this.findings = findings;
        this.parser = parser;
        this.collector = new Collector(findings, limits, () -> place);
    }

    /** @throws RuntimeException what the collector threw at an earlier statement */
    @Override
    public void handleStatement(Statement statement) {
        portion.add(new Stated(statement, parser.line()));
        if (portion.size() == PORTION) {
            var full = portion;
            portion = new ArrayList<>(PORTION);
            room.acquireUninterruptibly();
            kept = kept.thenRunAsync(() -> keep(full), thread).whenComplete((nothing, thrown) -> room.release());
            if (kept.isCompletedExceptionally()) {
                await();
            }
        }
    }

    /**
     * The collector, when everything has come to it.
     *
     * @throws RuntimeException what it threw at a statement
     */
    Collector collected() {
        await();
        keep(portion);
        return collector;
    }

    /** Waits until the thread has ended. */
    @Override
    public void close() {
        thread.close();
    }

    private void await() {
        try {
            kept.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                default -> throw e;
            }
        }
    }

    private void keep(List<Stated> some) {
        for (var stated : some) {
            place = new Place(stated.line, 0, "");
            collector.handleStatement(stated.statement);
            if (!findings.isClean()) {
                throw new StraightTurtle.Remarkable("A triple that is refused");
            }
        }
    }
}
