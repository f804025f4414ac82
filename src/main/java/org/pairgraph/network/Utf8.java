package org.pairgraph.network;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Text in UTF-8, put together in one array that grows, with what JSON asks of texts and numbers. */
final class Utf8 {
    static final byte[] EMPTY_STRING = of("\"\"");

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 11;

    private byte[] bytes;
    private int size;

    Utf8(int expected) {
        bytes = new byte[expected];
    }

    /** The bytes of a text that needs no escapes. */
    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether these bytes stand in a JSON string as they are. */
    static boolean isPlain(byte[] text, int from, int to) {
        for (int index = from; index < to; index++) {
            if (!isPlain(text[index])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(byte letter) {
        return (letter >= 0x20 || letter < 0) && letter != '"' && letter != '\\';
    }

    int size() {
        return size;
    }

    Utf8 raw(byte[] text) {
        return raw(text, 0, text.length);
    }

    Utf8 raw(byte[] text, int from, int length) {
        ensureRoom(length);
        System.arraycopy(text, from, bytes, size, length);
        size += length;
        return this;
    }

    Utf8 raw(char letter) {
        ensureRoom(1);
        bytes[size++] = (byte) letter;
        return this;
    }

    /** The text of a JSON string, without the quotes around it. */
    Utf8 escaped(byte[] text, int from, int length) {
        if (isPlain(text, from, from + length)) {
            return raw(text, from, length);
        }
        for (int index = from; index < from + length; index++) {
            if (isPlain(text[index])) {
                raw(text, index, 1);
            } else {
                escape(text[index]);
            }
        }
        return this;
    }

    Utf8 escaped(String text) {
        byte[] encoded = of(text);
        return escaped(encoded, 0, encoded.length);
    }

    private void escape(byte letter) {
        ensureRoom(6);
        bytes[size++] = '\\';
        if (letter == '"' || letter == '\\') {
            bytes[size++] = letter;
        } else {
            bytes[size++] = 'u';
            bytes[size++] = '0';
            bytes[size++] = '0';
            bytes[size++] = HEX[letter >> 4];
            bytes[size++] = HEX[letter & 15];
        }
    }

    Utf8 number(int number) {
        ensureRoom(DIGITS);
        if (number < 0) {
            return raw(of(Integer.toString(number)));
        }
        int end = size + 1;
        for (int rest = number; rest > 9; rest /= 10) {
            end++;
        }
        int place = end;
        int rest = number;
        do {
            bytes[--place] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        size = end;
        return this;
    }

    /** A date as XSD writes it. */
    Utf8 day(LocalDate day) {
        if (day.getYear() < 1000 || day.getYear() > 9999) {
            return raw(of(day.toString()));
        }
        ensureRoom(DIGITS);
        number(day.getYear());
        return raw('-').twoDigits(day.getMonthValue()).raw('-').twoDigits(day.getDayOfMonth());
    }

    private Utf8 twoDigits(int number) {
        return raw((char) ('0' + number / 10)).raw((char) ('0' + number % 10));
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Passes on what is there, and begins anew. */
    void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    void ensureRoom(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(size, Math.max(more, bytes.length)));
        }
    }
}
