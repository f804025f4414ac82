package org.pairgraph.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of the web application, read once from the class path. {@code files.txt} among them lists their names, so
 * that a request can never name another file. Empty when the program was built without them.
 */
final class BuiltFiles {
    static final String PAGE = "index.html";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, BuiltFile> files = new TreeMap<>();

    /** @param root a folder on the class path, for example {@code /web} */
    BuiltFiles(String root) {
        var names = read(root + "/files.txt").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        names.stream().flatMap(String::lines).forEach(name -> files.put(name, file(root, name)));
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    Optional<BuiltFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static BuiltFile file(String root, String name) {
        var bytes = read(root + "/" + name)
                .orElseThrow(
                        () -> new IllegalStateException(root + "/files.txt lists " + name + ", which is not there"));
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("No media type is known for " + name);
        }
        return new BuiltFile(type, name.startsWith("assets/"), etag(bytes), bytes, read(root + "/" + name + ".gz"));
    }

    private static Optional<byte[]> read(String resource) {
        try (@Nullable InputStream in = BuiltFiles.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String etag(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(digest, 0, 8) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * One file.
     *
     * @param immutable whether its name changes with its content
     * @param zipped the same with gzip, where that is smaller
     */
    record BuiltFile(String type, boolean immutable, String etag, byte[] bytes, Optional<byte[]> zipped) {}
}
