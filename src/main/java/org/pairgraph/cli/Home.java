package org.pairgraph.cli;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The folder of {@code ontology/}, {@code data/} and {@code queries/}: what the property {@code pairgraph.home} says, else
 * where the launcher is, else where we stand.
 */
final class Home {
    private Home() {}

    static Path folder() {
        var launched = Objects.requireNonNullElse(System.getenv("PAIRGRAPH_HOME"), "");
        return Path.of(System.getProperty("pairgraph.home", launched));
    }
}
