package org.pairgraph.api;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pairgraph.claims.ThingId;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/**
 * The parameters of one request: only those that the route knows, each once, each of its type. Whatever else is asked is
 * a {@link ProblemException} that names the parameter and shows its value.
 */
final class Parameters {
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final String REVISION = "revision";

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;
    private static final int LONGEST_VALUE = 2_000;
    private static final int MOST_VALUES = 100;
    private static final int SHOWN = 100;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern NOT_IN_IRIS = Pattern.compile("[\\x00-\\x20<>\"{}|\\\\^`\\x7F\\uFFFD]");

    private final SortedMap<String, List<String>> values;

    private Parameters(SortedMap<String, List<String>> values) {
        this.values = values;
    }

    /** The parameters of a request to a route that knows these names. */
    static Parameters of(Context ctx, Set<String> known) {
        return of(ctx, known, Set.of());
    }

    /**
     * The parameters of a request to a route that knows these names.
     *
     * @param repeatable those of them that may be given several times
     */
    static Parameters of(Context ctx, Set<String> known, Set<String> repeatable) {
        var values = new TreeMap<String, List<String>>();
        asked(ctx).forEach((name, given) -> {
            if (!known.contains(name)) {
                throw unknown(name, known);
            }
            int most = repeatable.contains(name) ? MOST_VALUES : 1;
            if (given.size() > most) {
                throw bad(
                        name,
                        "is given %d times: give it %s"
                                .formatted(given.size(), most == 1 ? "once" : "at most " + most + " times"));
            }
            if (given.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
                throw bad(name, "is longer than %d characters: shorten it".formatted(LONGEST_VALUE));
            }
            values.put(name, List.copyOf(given));
        });
        return new Parameters(values);
    }

    Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    /** The value of a parameter that must be there. */
    String require(String name, String what) {
        return find(name).orElseThrow(() -> missing(name, what));
    }

    private List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** A code out of the known ones, given by its name or its whole IRI. */
    Optional<String> code(String name, Set<String> known) {
        return find(name).map(value -> code(name, value, known));
    }

    /** Codes out of the known ones, of a parameter that may be given several times. */
    Set<String> codes(String name, Set<String> known) {
        return all(name).stream().map(value -> code(name, value, known)).collect(Collectors.toUnmodifiableSet());
    }

    private static String code(String name, String value, Set<String> known) {
        var code = value.startsWith(PGC.NAMESPACE)
                ? value.substring(PGC.NAMESPACE.length())
                : value.startsWith(PG.NAMESPACE) ? value.substring(PG.NAMESPACE.length()) : value;
        if (!known.contains(code)) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_CODE,
                    name,
                    "The parameter \"%s\" cannot be \"%s\"; it is one of: %s"
                            .formatted(name, shown(value), String.join(", ", known)));
        }
        return code;
    }

    /** The id of a thing, given as such or as a whole IRI. */
    Optional<String> thing(String name) {
        return things(name).stream().findFirst();
    }

    /** The ids of things, of a parameter that may be given several times. */
    List<String> things(String name) {
        return all(name).stream().map(value -> thing(name, value)).toList();
    }

    private static String thing(String name, String value) {
        if (value.isEmpty() || NOT_IN_IRIS.matcher(value).find()) {
            throw bad(name, "takes an id like area/450225 or a whole IRI, not \"%s\"".formatted(shown(value)));
        }
        return ThingId.of(ThingId.iri(value));
    }

    Optional<LocalDate> day(String name) {
        return find(name).map(value -> {
            try {
                if (DAY.matcher(value).matches()) {
                    return LocalDate.parse(value);
                }
            } catch (DateTimeException e) {
                // A day that no calendar has, like 31 June: refused below, as any other text.
            }
            throw bad(name, "takes a day like 2023-08-31, not \"%s\"".formatted(shown(value)));
        });
    }

    Optional<Integer> number(String name, int least, int greatest) {
        return find(name).map(value -> {
            int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : Integer.MIN_VALUE;
            if (number < least || number > greatest) {
                throw bad(
                        name,
                        "takes a whole number from %d to %d, not \"%s\"".formatted(least, greatest, shown(value)));
            }
            return number;
        });
    }

    /** The revision that is asked for; none when it is the current one. */
    Optional<Integer> revision() {
        return find(REVISION).map(value -> {
            if (!NUMBER.matcher(value).matches()) {
                throw bad(REVISION, "takes the number of a revision, not \"%s\"".formatted(shown(value)));
            }
            return Integer.valueOf(value);
        });
    }

    int limit() {
        return number(LIMIT, 1, LARGEST_LIMIT).orElse(DEFAULT_LIMIT);
    }

    /** A digest of what the answer depends on. */
    String digest(String... more) {
        return digest(values, more);
    }

    /** A digest of one text, hex. */
    static String digestOf(String text) {
        return digest(new TreeMap<>(), text);
    }

    /** A digest of what a list depends on, whichever page of it is asked for. */
    String filterDigest(String path) {
        var filters = new TreeMap<>(values);
        Set.of(LIMIT, CURSOR, REVISION).forEach(filters::remove);
        return digest(filters, path);
    }

    static ProblemException missing(String name, String what) {
        return bad(name, "is missing: give " + what);
    }

    static ProblemException bad(String name, String why) {
        return ProblemException.of(
                ProblemType.BAD_PARAMETER, name, "The parameter \"%s\" %s".formatted(shown(name), why));
    }

    /** A value as a message shows it: what is long is cut, what is no character is left out. */
    static String shown(String value) {
        return shown(value, SHOWN);
    }

    static String shown(String text, int longest) {
        var clean = text.codePoints()
                .limit(longest)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePointCount(0, text.length()) > longest ? clean + "…" : clean;
    }

    /** What the query string says; nothing between two {@code &} says nothing, and Javalin leaves out what it cannot decode. */
    private static Map<String, List<String>> asked(Context ctx) {
        var text = ctx.queryString();
        if (text != null && BROKEN_ESCAPE.matcher(text).find()) {
            throw ProblemException.of(
                    ProblemType.BAD_REQUEST, "The query string is not well-formed: encode % as %25, & as %26");
        }
        if (text != null && !isUtf8(text)) {
            throw ProblemException.of(
                    ProblemType.BAD_REQUEST,
                    "The query string is not in UTF-8: encode 县 as %E5%8E%BF, not as the bytes of another encoding");
        }
        var asked = new LinkedHashMap<>(ctx.queryParamMap());
        if (text != null && Stream.of(text.split("&")).noneMatch(part -> part.startsWith("="))) {
            asked.remove("");
        }
        return asked;
    }

    /** What is sent unescaped Jetty reads as UTF-8, with U+FFFD for what is not. */
    private static boolean isUtf8(String escaped) {
        if (escaped.indexOf('\uFFFD') >= 0) {
            return false;
        }
        var bytes = new ByteArrayOutputStream();
        for (int at = 0; at < escaped.length(); at++) {
            if (escaped.charAt(at) == '%') {
                bytes.write(HexFormat.fromHexDigits(escaped, at + 1, at + 3));
                at += 2;
            } else {
                bytes.write('-'); // whatever it is, it ends what was escaped before it
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static ProblemException unknown(String name, Set<String> known) {
        return ProblemException.of(
                ProblemType.UNKNOWN_PARAMETER,
                shown(name),
                "There is no parameter \"%s\" here; it takes: %s"
                        .formatted(shown(name), known.isEmpty() ? "none" : String.join(", ", known)));
    }

    /** So that no value can pretend to be two. */
    private static String withLength(String text) {
        return text.length() + ":" + text;
    }

    private static String digest(SortedMap<String, List<String>> values, String... more) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : more) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            values.forEach((name, given) -> given.forEach(
                    value -> digest.update((withLength(name) + withLength(value)).getBytes(StandardCharsets.UTF_8))));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
