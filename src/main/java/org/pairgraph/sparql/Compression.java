package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Compression with gzip: who wants it, and the doing. */
final class Compression {
    /** Below this an answer is one packet as it is. */
    static final int LEAST_BYTES = 1024;

    /** Half the time of the usual 6, for a few percent more bytes. */
    private static final int LEVEL = 4;

    private Compression() {}

    /** Whether a request takes gzip (RFC 9110 §12.5.3). */
    static boolean isWanted(HttpServletRequest request) {
        var accepted = request.getHeader("Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(Compression::namesGzip);
    }

    static byte[] compressed(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 4 + 100);
        try (var out = stream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static OutputStream stream(OutputStream to) throws IOException {
        return new GZIPOutputStream(to, 8 * 1024) {
            {
                def.setLevel(LEVEL);
            }
        };
    }

    private static boolean namesGzip(String coding) {
        return coding.matches("(gzip|x-gzip)(\\s*;\\s*q=(1(\\.0*)?|0?\\.[0-9]*[1-9][0-9]*))?");
    }
}
