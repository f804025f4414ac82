package org.pairgraph.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.pairgraph.store.StoreException;

/**
 * {@code tokens.json} in the store's folder. It is read anew each time, so that a token that a command revokes is
 * refused by the running server at once; changes by several processes take turns.
 */
final class TokenFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private record Content(List<Token> tokens) {}

    private final Path file;

    TokenFile(Path store) {
        this.file = store.resolve("tokens.json");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** All tokens, the oldest first; none when there is no file yet. */
    List<Token> tokens() {
        try {
            return List.copyOf(
                    JSON.readValue(Files.readAllBytes(file), Content.class).tokens());
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (JsonProcessingException | NullPointerException e) {
            throw new StoreException(
                    file + " cannot be understood: remove it and make the tokens anew with \"token create\"", e);
        } catch (IOException e) {
            throw new StoreException("Cannot read %s (%s): check its permissions".formatted(file, e.getMessage()), e);
        }
    }

    synchronized void change(UnaryOperator<List<Token>> change) {
        try (var channel = PrivateFile.open(
                        file.resolveSibling("tokens.lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                var lock = channel.lock()) {
            if (lock.isValid()) {
                PrivateFile.replace(file, JSON.writeValueAsBytes(new Content(change.apply(tokens()))));
            }
        } catch (IOException e) {
            throw Access.cannotWrite(file, e);
        }
    }
}
