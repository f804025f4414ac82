package org.pairgraph.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 for a printer of characters, counted. Closing it leaves the printer open. For one thread. */
final class PrintedBytes extends OutputStream {
    private static final int CAPACITY = 8 * 1024;

    private final PrintWriter printer;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer pending = ByteBuffer.allocate(CAPACITY);
    private final CharBuffer characters = CharBuffer.allocate(CAPACITY);
    private long count;

    PrintedBytes(PrintWriter printer) {
        this.printer = printer;
    }

    /** How many bytes were written. */
    long count() {
        return count;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        count += length;
        int from = offset;
        int end = offset + length;
        while (from < end) {
            int part = Math.min(end - from, pending.remaining());
            pending.put(bytes, from, part);
            from += part;
            print();
        }
    }

    @Override
    public void flush() {
        printer.flush();
    }

    @Override
    public void close() {
        printer.flush();
    }

    /** A character that is not yet whole stays. */
    private void print() {
        pending.flip();
        decoder.decode(pending, characters, false);
        pending.compact();
        printer.append(characters.flip());
        characters.clear();
    }
}
