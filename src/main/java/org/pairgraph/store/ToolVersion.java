package org.pairgraph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as the build wrote it. */
public final class ToolVersion {
    private static final String TEXT = read();

    private ToolVersion() {}

    /** For example {@code 1.0.0}. */
    public static String text() {
        return TEXT;
    }

    private static String read() {
        try (var in = ToolVersion.class.getResourceAsStream("/pairgraph.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
