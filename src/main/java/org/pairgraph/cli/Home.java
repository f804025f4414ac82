package org.pairgraph.cli;

import java.nio.file.Path;
import java.util.Objects;

/** The folder of {@code ontology/}, {@code data/} and {@code queries/}: where the launcher is, else where we stand. */
final class Home {
    private Home() {}

    static Path folder() {
        return Path.of(Objects.requireNonNullElse(System.getenv("PAIRGRAPH_HOME"), ""));
    }
}
