package org.pairgraph.cli;

import java.util.List;
import org.pairgraph.ingest.ImportPlan.Dependant;

/** What came of taking a version back, through the server or not. */
sealed interface UndoAnswer {
    /** It is withdrawn. */
    record Done(RevisionEntry revision) implements UndoAnswer {}

    /** Others would refer to things that nobody describes; the store is as it was. */
    record Dangling(List<Dependant> dependants) implements UndoAnswer {}

    /** There is nothing that could be taken back. */
    record Impossible(String why) implements UndoAnswer {}
}
