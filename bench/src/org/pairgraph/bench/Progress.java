package org.pairgraph.bench;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** What goes on, on standard error: standard output is the report. */
final class Progress {
    private Progress() {}

    static void say(String what) {
        System.err.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + what);
    }
}
