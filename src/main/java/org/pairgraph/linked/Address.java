package org.pairgraph.linked;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.pairgraph.vocab.Namespaces;

/**
 * Where an IRI of ours answers on this server: under its own path. An IRI may have characters that a path may not, and
 * the other way round: this turns one into the other, and neither into anything else.
 */
public final class Address {
    /** What every IRI of ours begins with. */
    public static final String BASE = Namespaces.ID.substring(0, Namespaces.ID.length() - "id/".length());

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String ALLOWED_IN_PATHS = UNRESERVED + "!$&'()*+,;=:@/%";

    private Address() {}

    /** Whether an IRI answers here. */
    public static boolean isOurs(String iri) {
        return iri.startsWith(BASE);
    }

    /**
     * The IRI that a path stands for (RFC 3987 §3.2): escapes of letters, digits, and of what is not ASCII, are undone;
     * all others stay, so that {@code %2F} is no slash.
     *
     * @param path as it was sent, with its escapes
     */
    public static String iri(String path) {
        var iri = new StringBuilder(BASE);
        int at = path.startsWith("/") ? 1 : 0;
        while (at < path.length()) {
            int end = at;
            while (end + 2 < path.length() && path.charAt(end) == '%' && isHex(path, end)) {
                end += 3;
            }
            if (end == at) {
                iri.append(path.charAt(at++));
            } else {
                iri.append(
                        undone(HexFormat.of().parseHex(path.substring(at, end).replace("%", ""))));
                at = end;
            }
        }
        return iri.toString();
    }

    /** The path of an IRI of ours, with its fragment if it has one. */
    public static String path(String iri) {
        var fragment = iri.indexOf('#') < 0 ? "" : iri.substring(iri.indexOf('#'));
        var path = iri.substring(BASE.length() - 1, iri.length() - fragment.length());
        return escaped(path, "") + escaped(fragment, "#?");
    }

    private static String escaped(String text, String more) {
        var escaped = new StringBuilder();
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xFF);
            if (unit >= 0 && (ALLOWED_IN_PATHS + more).indexOf(character) >= 0) {
                escaped.append(character);
            } else {
                escaped.append(escape(unit));
            }
        }
        return escaped.toString();
    }

    private static boolean isHex(String path, int at) {
        return HexFormat.isHexDigit(path.charAt(at + 1)) && HexFormat.isHexDigit(path.charAt(at + 2));
    }

    /** What a run of escapes stands for, with those that must stay. */
    private static String undone(byte[] units) {
        var text = new StringBuilder();
        var beyondAscii = new ByteArrayOutputStream();
        for (byte unit : units) {
            if (unit < 0) {
                beyondAscii.write(unit);
                continue;
            }
            text.append(decoded(beyondAscii));
            text.append(UNRESERVED.indexOf(unit) >= 0 ? String.valueOf((char) unit) : escape(unit));
        }
        return text.append(decoded(beyondAscii)).toString();
    }

    private static String decoded(ByteArrayOutputStream units) {
        var bytes = units.toByteArray();
        units.reset();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            var kept = new StringBuilder();
            for (byte unit : bytes) {
                kept.append(escape(unit));
            }
            return kept.toString();
        }
    }

    private static String escape(byte unit) {
        return String.format(Locale.ROOT, "%%%02X", unit & 0xFF);
    }
}
