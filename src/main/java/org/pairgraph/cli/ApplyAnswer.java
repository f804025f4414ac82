package org.pairgraph.cli;

import org.pairgraph.ingest.ImportPlan;

/** What came of applying a plan, through the server or not. */
sealed interface ApplyAnswer {
    /** The files are the current version of their source. */
    record Done(RevisionEntry revision) implements ApplyAnswer {}

    /** The source says all of this already. */
    record Unchanged(int revision) implements ApplyAnswer {}

    /**
     * The store is as it was.
     *
     * @param why the name of the problem, as the API has it
     * @param plan as it is now
     */
    record Refused(String why, ImportPlan plan) implements ApplyAnswer {}
}
