package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OntologyPageTest {

    @Test
    void theCommandPrintsThePageAndNothingElse() throws IOException {
        var out = new StringWriter();
        var err = new StringWriter();

        int code = Main.run(new PrintWriter(out), new PrintWriter(err), "ontology-page");

        assertThat(code).isEqualTo(Main.DONE);
        assertThat(out).hasToString(Files.readString(Path.of("docs/ontology.md")));
        assertThat(err.toString()).isEmpty();
    }
}
