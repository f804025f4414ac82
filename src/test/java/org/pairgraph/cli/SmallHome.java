package org.pairgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home folder with a small ontology and one source. */
final class SmallHome {
    private SmallHome() {}

    static Path in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("ontology/shapes"));
        Files.createDirectories(folder.resolve("queries"));
        Files.createDirectories(folder.resolve("data/one"));
        Files.writeString(folder.resolve("ontology/terms.ttl"), """
                @prefix pg: <https://w3id.org/pairgraph/ontology#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                pg:County rdfs:subClassOf pg:Area .
                """);
        Files.writeString(source(folder), """
                @prefix pg: <https://w3id.org/pairgraph/ontology#> .
                <area/1> a pg:County .
                """);
        return folder;
    }

    static Path source(Path home) {
        return home.resolve("data/one/one.ttl");
    }
}
