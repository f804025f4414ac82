package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of a passage, where the operator has the document. */
class PassageTest {
    private static final String TEXT = "甲县\n乙县帮扶𠮷镇。\n";
    private static final String PASSAGE = "帮扶𠮷镇";
    private static final String PATH = "/api/v1/evidence/evidence/d/5-9";

    @TempDir
    private Path folder;

    @Test
    void theWordsAreShownOnlyWhereTheDocumentIs() throws Exception {
        var home = ServedHome.home(folder, turtle());
        var documents = Files.createDirectories(folder.resolve("documents"));
        var store = folder.resolve("store");
        String tag;
        try (var without = ServedHome.of(home, store)) {
            assertThat(without.json(PATH).has("passage")).isFalse();
            tag = without.get(PATH).headers().firstValue("ETag").orElseThrow();
        }
        Files.writeString(documents.resolve("any-name.txt"), TEXT);

        try (var with = ServedHome.of(home, store, Optional.of(documents))) {
            assertThat(with.json(PATH).at("/passage").asText()).isEqualTo(PASSAGE);
            assertThat(with.get(PATH, "If-None-Match", tag).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aDocumentThatHasChangedHasNoWords() throws Exception {
        var home = ServedHome.home(folder, turtle());
        var documents = Files.createDirectories(folder.resolve("documents"));
        Files.writeString(documents.resolve("d.txt"), TEXT + "更正");

        try (var server = ServedHome.of(home, folder.resolve("store"), Optional.of(documents))) {
            assertThat(server.json(PATH).has("passage")).isFalse();
        }
    }

    @Test
    void aFolderThatIsNotThereIsOneClearLine() throws Exception {
        var home = ServedHome.home(folder, turtle());

        assertThatThrownBy(() -> ServedHome.of(home, folder.resolve("store"), Optional.of(folder.resolve("nowhere"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere");
    }

    private static String turtle() throws Exception {
        return """
                <document/d> a pg:Document ; pg:textDigest "%s" .
                <evidence/d/5-9> a pg:Evidence ; pg:document <document/d> ; pg:startLine 2 ; pg:endLine 2 ; pg:passageDigest "%s" ;
                  <http://www.w3.org/ns/oa#hasSelector> <evidence/d/5-9#selector> .
                <evidence/d/5-9#selector> <http://www.w3.org/ns/oa#start> 5 ; <http://www.w3.org/ns/oa#end> 9 .
                """.formatted(sha256(TEXT), sha256(PASSAGE));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
