package org.pairgraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pairgraph.sparql.QueryLimits;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void whatTheFileSaysCountsAndTheRestIsAsUsual() throws IOException {
        var limits = Settings.of(file("""
                        # heavier queries
                        query.deadline = 2 min
                        query.memory = 64 MiB
                        query.rows = 10
                        query.services = https://query.example.org/sparql, https://other.example.org/
                        """)).limits();

        assertThat(limits.deadline()).isEqualTo(Duration.ofMinutes(2));
        assertThat(limits.memory()).isEqualTo(64 << 20);
        assertThat(limits.rows()).isEqualTo(10);
        assertThat(limits.services()).containsOnly("https://query.example.org/sparql", "https://other.example.org/");
        assertThat(limits.places()).isEqualTo(QueryLimits.ofThisMachine().places());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            query.deadlin = 1 s      | There is no key "query.deadlin": do you mean "query.deadline"?
            Query.Memory = 1 MiB     | There is no key "Query.Memory": do you mean "query.memory"?
            query.deadline = 1       | query.deadline cannot be "1": it is a time like 60 s, 500 ms or 2 min
            query.memory = 64 MB     | query.memory cannot be "64 MB": it is a size like 64 MiB, 1 GiB or 512 KiB
            query.places = many      | query.places cannot be "many": it is a whole number
            query.places = 0         | places is at least 1, not 0
            query.services = file:/x | query.services cannot be "file:/x": it is IRIs of endpoints with commas between
            proxy.header = Via       | proxy.header cannot be "Via": it is X-Forwarded-For or Forwarded
            proxy.addresses = proxy  | proxy.addresses cannot be "proxy": it is addresses like 127.0.0.1
            query.rows = \\uXYZ      | Malformed
            """)
    void whatCannotBeIsRefusedWithWhatCan(String line, String why) throws IOException {
        var file = file(line);

        assertThatThrownBy(() -> {
                    Settings.of(file).limits();
                    Settings.of(file).proxies();
                })
                .isInstanceOf(StartException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(why);
    }

    @Test
    void everyKeyIsDocumentedAndNoOtherIs() throws IOException {
        var documented = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\|")
                .matcher(Files.readString(Path.of("docs/operating.md")))
                .results()
                .map(key -> key.group(1));

        assertThat(documented).containsExactlyElementsOf(Settings.KEYS);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("settings"), text);
    }
}
