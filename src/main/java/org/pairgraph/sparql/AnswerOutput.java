package org.pairgraph.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine writes an answer. It is held back as long as it is not too large to keep, so that until then it can
 * still become a problem, and say in its header that it was cut; then it is passed on as it comes, and says so in its
 * trailer. It is compressed when that is wanted and worth it.
 */
final class AnswerOutput extends ServletOutputStream {
    /** How ARQ's writer ends an object. */
    private static final int END_OF_OBJECT = "\n}\n".length();

    private final HttpServletResponse response;
    private final boolean mayCompress;
    private final boolean mayTrail;
    private final int mostKept;
    private ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private long written;
    private Optional<Cut> cut = Optional.empty();
    private @Nullable HeldBack out;
    private volatile boolean sending;

    /**
     * @param mayTrail whether the client's HTTP knows trailers
     * @param mostKept bytes that are held back
     */
    AnswerOutput(HttpServletResponse response, boolean mayCompress, boolean mayTrail, int mostKept) {
        this.response = response;
        this.mayCompress = mayCompress;
        this.mayTrail = mayTrail;
        this.mostKept = mostKept;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        written += length;
        if (out != null) {
            send(out, bytes, offset, length);
            return;
        }
        copy.write(bytes, offset, length);
        if (copy.size() > mostKept) {
            passOn();
        }
    }

    /** Whether it waits for the client to read, or could. For any thread. */
    boolean isSending() {
        return sending;
    }

    private void send(OutputStream to, byte[] bytes, int offset, int length) throws IOException {
        sending = true;
        try {
            to.write(bytes, offset, length);
        } finally {
            sending = false;
        }
    }

    /** How long the answer is so far. */
    long written() {
        return written;
    }

    /** Whether something of it is gone already. */
    boolean isPassedOn() {
        return out != null;
    }

    /** Takes back what was written, when nothing of it is gone. */
    void discard() {
        copy.reset();
        written = 0;
    }

    /** Has the answer say that it was cut. */
    void cut(Cut bound) {
        cut = Optional.of(bound);
    }

    /** The engine flushes before it has ended. */
    @Override
    public void flush() {}

    /** The engine has more than one way to close; the answer ends with {@link #finish}. */
    @Override
    public void close() {}

    void finish() throws IOException {
        if (out != null) {
            out.end(cut, mediaType());
        } else {
            finishShort();
        }
    }

    /** All that was written; null when it is too large to keep. */
    byte @Nullable [] copy() {
        return out == null ? copy.toByteArray() : null;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("The engine writes and waits");
    }

    private void passOn() throws IOException {
        if (mayTrail) {
            response.setHeader("Trailer", Cut.HEADER);
            response.setTrailerFields(
                    () -> cut.map(bound -> Map.of(Cut.HEADER, bound.label())).orElse(Map.of()));
        }
        if (mayCompress) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var client = response.getOutputStream();
        out = new HeldBack(mayCompress ? Compression.stream(client) : client);
        send(out, copy.toByteArray(), 0, copy.size());
        copy = new ByteArrayOutputStream(0);
    }

    private void finishShort() throws IOException {
        cut.ifPresent(bound -> response.setHeader(Cut.HEADER, bound.label()));
        var whole = new ByteArrayOutputStream(copy.size());
        var ending = new HeldBack(whole);
        copy.writeTo(ending);
        ending.end(cut, mediaType());

        boolean compress = mayCompress && whole.size() >= Compression.LEAST_BYTES;
        if (compress) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var body = compress ? Compression.compressed(whole.toByteArray()) : whole.toByteArray();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private String mediaType() {
        return String.valueOf(response.getContentType()).replaceFirst("\\s*;.*", "");
    }

    /** Holds the last bytes back, so that an object can have one member more. */
    private static final class HeldBack extends OutputStream {
        private final OutputStream to;
        private final byte[] last = new byte[END_OF_OBJECT];
        private int held;

        HeldBack(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int surplus = held + length - END_OF_OBJECT;
            if (surplus > 0) {
                int ofHeld = Math.min(held, surplus);
                to.write(last, 0, ofHeld);
                System.arraycopy(last, ofHeld, last, 0, held - ofHeld);
                held -= ofHeld;
                to.write(bytes, offset, surplus - ofHeld);
            }
            int kept = Math.min(length, END_OF_OBJECT - held);
            System.arraycopy(bytes, offset + length - kept, last, held, kept);
            held += kept;
        }

        void end(Optional<Cut> cut, String mediaType) throws IOException {
            if (cut.isPresent() && Cut.isObject(mediaType)) {
                to.write(cut.get().lastMember());
            } else {
                to.write(last, 0, held);
                if (cut.isPresent()) {
                    to.write(cut.get().epilogue(mediaType));
                }
            }
            to.close();
        }
    }
}
