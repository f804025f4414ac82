package org.pairgraph.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pairgraph.server.TrustedProxies.Block;
import org.pairgraph.sparql.QueryLimits;

/**
 * The operator's settings: a file of lines {@code key = value} in UTF-8 ({@link Properties}); docs/operating.md lists
 * the keys. What the file does not say stays as it suits the machine.
 */
public final class Settings {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})\\s*(ms|s|min)");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})\\s*(KiB|MiB|GiB)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** Every key, in the order of the documentation. */
    static final List<String> KEYS = List.of(
            "query.deadline",
            "query.places",
            "query.waiting",
            "query.patience",
            "query.memory",
            "query.shared-memory",
            "query.rows",
            "query.bytes",
            "query.length",
            "query.text",
            "query.services",
            "proxy.addresses",
            "proxy.header");

    private final Path file;
    private final Properties properties;

    private Settings(Path file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    /**
     * Reads a file.
     *
     * @throws StartException if it cannot be read, or has a key or a value that cannot be
     */
    public static Settings of(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new StartException(
                    "There is no file %s: name the one with the settings by --config".formatted(file), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException("Cannot read the settings in %s: %s".formatted(file, e.getMessage()), e);
        }
        var settings = new Settings(file, properties);
        properties.stringPropertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw settings.bad("There is no key \"%s\": do you mean \"%s\"?".formatted(key, nearest(key)));
                });
        return settings;
    }

    /** The limits of queries. */
    public QueryLimits limits() {
        var usual = QueryLimits.ofThisMachine();
        try {
            return new QueryLimits(
                    value("query.deadline", Settings::duration, usual.deadline()),
                    value("query.places", Settings::number, usual.places()),
                    value("query.waiting", Settings::number, usual.waiting()),
                    value("query.patience", Settings::duration, usual.patience()),
                    value("query.memory", Settings::size, usual.memory()),
                    value("query.shared-memory", Settings::size, usual.sharedMemory()),
                    value("query.rows", Settings::number, usual.rows()),
                    value("query.bytes", Settings::size, usual.bytes()),
                    value("query.length", Settings::number, usual.queryLength()),
                    value("query.text", Settings::number, usual.textLength()),
                    value("query.services", Settings::iris, usual.services()));
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
    }

    /** The proxies whose word counts. */
    public TrustedProxies proxies() {
        return new TrustedProxies(
                value("proxy.addresses", Settings::blocks, TrustedProxies.NONE.blocks()),
                value("proxy.header", TrustedProxies.Header::of, TrustedProxies.NONE.header()));
    }

    private <T> T value(String key, Function<String, Optional<T>> reading, T usual) {
        var text = properties.getProperty(key);
        return text == null ? usual : reading.apply(text.strip()).orElseThrow(() -> bad(key, text));
    }

    private static Optional<Integer> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<Duration> duration(String text) {
        var parts = DURATION.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    default -> Duration.ofMinutes(count);
                });
    }

    private static Optional<Long> size(String text) {
        var parts = SIZE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "KiB" -> count << 10;
                    case "MiB" -> count << 20;
                    default -> count << 30;
                });
    }

    private static Optional<Set<String>> iris(String text) {
        var iris = Arrays.stream(text.split("[,\\s]+"))
                .filter(iri -> !iri.isEmpty())
                .collect(Collectors.toSet());
        return iris.stream().allMatch(iri -> iri.matches("https?://[^<>\"{}|^`]+"))
                ? Optional.of(iris)
                : Optional.empty();
    }

    private static Optional<List<Block>> blocks(String text) {
        var blocks = Arrays.stream(text.split("[,\\s]+"))
                .filter(block -> !block.isEmpty())
                .map(Block::of)
                .toList();
        return blocks.stream().allMatch(Optional::isPresent)
                ? Optional.of(blocks.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    private StartException bad(String key, String value) {
        return bad("%s cannot be \"%s\": %s"
                .formatted(
                        key,
                        value,
                        switch (key) {
                            case "query.deadline", "query.patience" -> "it is a time like 60 s, 500 ms or 2 min";
                            case "query.memory", "query.shared-memory", "query.bytes" ->
                                "it is a size like 64 MiB, 1 GiB or 512 KiB";
                            case "query.services" -> "it is IRIs of endpoints with commas between";
                            case "proxy.addresses" ->
                                "it is addresses like 127.0.0.1 or 10.0.0.0/8 with commas between, and no names";
                            case "proxy.header" -> "it is X-Forwarded-For or Forwarded";
                            default -> "it is a whole number";
                        }));
    }

    private StartException bad(String why) {
        return new StartException("%s: %s".formatted(file, why), null);
    }

    private static String nearest(String key) {
        var asked = key.toLowerCase(Locale.ROOT);
        return KEYS.stream()
                .min(Comparator.comparingInt(known -> distance(asked, known)))
                .orElseThrow();
    }

    /** How many letters have to change (Levenshtein). */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
