package org.pairgraph.ingest;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Set;

/** The bytes of one file before any format is looked at: their digest, and whether they are text in UTF-8. */
final class FileBytes {
    private static final int BUFFER = 1 << 16;
    private static final int ZEROS_AMONG = 100;
    private static final int HEAD = 4096;
    private static final char REPLACEMENT = '\uFFFD';
    /** How files of bzip2, xz, zstd, 7-Zip and RAR begin. */
    private static final Set<String> COMPRESSED = Set.of("425a6839", "fd377a58", "28b52ffd", "377abcaf", "52617221");

    private final Path file;
    private final Findings findings;
    private long line = 1;
    private long column = 1;
    private int before;
    private int expected;
    private int low = 0x80;
    private int high = 0xBF;
    private long sequences;
    private long wrong;
    private long wrongLine;
    private long zeros;
    private boolean text = true;

    FileBytes(Path file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Reads the file once; what is wrong is told to the findings. Returns its SHA-256, hex. */
    String check(ReadLimits limits) throws IOException {
        if (Files.size(file) > limits.bytes()) {
            refuse("The file has %,d bytes; at most %,d are allowed: split it"
                    .formatted(Files.size(file), limits.bytes()));
            return "";
        }
        var bad = new Findings(limits.errors());
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            var buffer = new byte[BUFFER];
            int count = in.readNBytes(buffer, 0, BUFFER);
            if (isForeign(buffer, count)) {
                return "";
            }
            while (count > 0) {
                scan(buffer, count, bad);
                count = in.readNBytes(buffer, 0, BUFFER);
            }
        }
        if (expected > 0) {
            wrong(bad);
        }
        if (isBinary(Files.size(file))) {
            refuse("The file is not text: export it as text");
            return "";
        }
        report(bad);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The text; zero bytes and those that are not UTF-8 come as U+FFFD, a byte order mark is left out. */
    Reader text() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        in.mark(3);
        if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
            in.reset();
        }
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        return zeros == 0 ? reader : new WithoutZeros(reader);
    }

    /** What has been told of zeros is not found again in what they stand in. */
    private static final class WithoutZeros extends FilterReader {
        WithoutZeros(Reader reader) {
            super(reader);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            return c == 0 ? REPLACEMENT : c;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            for (int i = offset; i < offset + count; i++) {
                into[i] = into[i] == 0 ? REPLACEMENT : into[i];
            }
            return count;
        }
    }

    private boolean isForeign(byte[] bytes, int count) {
        var head = HexFormat.of().formatHex(bytes, 0, Math.min(count, 4));
        if (head.equals("fffe0000") || head.equals("0000feff")) {
            refuse("The file is encoded as UTF-32: save it as UTF-8");
        } else if (head.startsWith("fffe") || head.startsWith("feff") || isUtf16(bytes, Math.min(count, HEAD))) {
            refuse("The file is encoded as UTF-16: save it as UTF-8");
        } else if (head.equals("504b0304")) {
            refuse("This is a zip archive or an Office document (xlsx, docx): save its table or text as RDF first");
        } else if (head.equals("25504446")) {
            refuse("This is a PDF document, not RDF");
        } else if (head.equals("d0cf11e0")) {
            refuse("This is an Office document (xls, doc): save its table or text as RDF first");
        } else if (head.startsWith("1f8b") || COMPRESSED.contains(head)) {
            refuse("The file is compressed: unpack it first");
        }
        return !text;
    }

    /** Whether every other byte is often zero and those between never: letters of UTF-16 without a mark. */
    private static boolean isUtf16(byte[] bytes, int count) {
        int[] zeros = {0, 0};
        for (int i = 0; i < count; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        return Math.max(zeros[0], zeros[1]) > count / 4 && Math.min(zeros[0], zeros[1]) == 0;
    }

    private void scan(byte[] bytes, int count, Findings bad) {
        for (int i = 0; i < count; i++) {
            int b = bytes[i] & 0xFF;
            if (before == '\r' && b != '\n') {
                line++;
                column = 1;
            }
            if (b == 0) {
                zero(bad);
            }
            if (expected > 0 && (b < low || b > high)) {
                wrong(bad);
            }
            if (expected > 0) {
                low = 0x80;
                high = 0xBF;
                expected--;
                sequences += expected == 0 ? 1 : 0;
                column += expected == 0 ? 1 : 0;
            } else if (b < 0x80) {
                line += b == '\n' ? 1 : 0;
                column = b == '\n' ? 1 : column + 1;
            } else {
                begin(b, bad);
            }
            before = b;
        }
    }

    private void zero(Findings bad) {
        zeros++;
        if (line != wrongLine) {
            wrongLine = line;
            bad.error(line, column, "There is a zero byte here, which cannot be seen: delete it", "");
        }
    }

    /** A text may have a zero byte by mistake, but not one in a hundred, nor beside bytes that are mostly no text. */
    private boolean isBinary(long size) {
        return zeros > 0 && (zeros > size / ZEROS_AMONG || wrong > sequences);
    }

    /** The first byte of a sequence (RFC 3629 §4). */
    private void begin(int b, Findings bad) {
        expected = b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : 0;
        low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        if (expected == 0) {
            wrong(bad);
        }
    }

    private void wrong(Findings bad) {
        wrong++;
        expected = 0;
        if (line != wrongLine) {
            wrongLine = line;
            bad.error(
                    line,
                    column,
                    "The bytes here are not UTF-8: type the character again, or save the file as UTF-8",
                    "");
        }
        column++;
    }

    /** Where most of it is not UTF-8, the encoding of the whole file is the one mistake. */
    private void report(Findings bad) throws IOException {
        if (bad.isClean()) {
            return;
        }
        if (wrong > sequences) {
            var first = bad.errors().getFirst();
            findings.error(first.line(), first.column(), "The file is not UTF-8%s".formatted(guess()), "");
            text = false;
            return;
        }
        bad.errors().forEach(error -> findings.error(error.line(), error.column(), error.message(), ""));
    }

    private String guess() throws IOException {
        return decodesAs("GB18030")
                ? "; it reads as GB18030 (GBK, GB2312): open it with that encoding and save it as UTF-8"
                : ": save it as UTF-8";
    }

    private boolean decodesAs(String charset) throws IOException {
        var decoder = Charset.forName(charset).newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (InputStream in = Files.newInputStream(file);
                var reader = new InputStreamReader(in, decoder.onUnmappableCharacter(CodingErrorAction.REPORT))) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether it can be read as text, if with single wrong bytes. */
    boolean isText() {
        return text;
    }

    private void refuse(String message) {
        text = false;
        findings.error(0, 0, message, "");
    }
}
