package org.pairgraph.ingest;

import java.util.List;
import org.pairgraph.ingest.ImportPlan.Dependant;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.History.Version;

/** What came of taking a version back. */
public sealed interface Undoing {
    /** The version is withdrawn. */
    record Undone(Version version, Revision revision) implements Undoing {}

    /** Others refer to things that nobody would describe any more; the store is as it was. */
    record Dangling(Version version, List<Dependant> dependants) implements Undoing {}

    /** There is nothing that could be taken back. */
    record Impossible(String why) implements Undoing {}
}
