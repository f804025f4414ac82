package org.pairgraph.ingest;

import org.pairgraph.store.History.Revision;

/** What came of applying a plan. */
public sealed interface Applying {
    /** The files are the current version of their source. */
    record Applied(Revision revision) implements Applying {}

    /** The source says all of this already; there is no new revision. */
    record Unchanged(int revision) implements Applying {}

    /** The store has changed, and the plan says something else now: decide on the new one. */
    record Stale(ImportPlan plan) implements Applying {}

    /** The plan has errors that must be mended first. */
    record NotApplicable(ImportPlan plan) implements Applying {}

    /** The plan removes triples, and nobody agreed to so many. */
    record NeedsConsent(ImportPlan plan) implements Applying {}

    /** There is no such plan, or no longer. */
    record NoSuchPlan(String id) implements Applying {}
}
