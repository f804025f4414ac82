package org.pairgraph.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine writes an answer: passed on as it comes, compressed when that is wanted and worth it, and a copy of
 * it kept as long as it is not too large.
 */
final class AnswerOutput extends ServletOutputStream {
    private final HttpServletResponse response;
    private final boolean mayCompress;
    private final int mostKept;
    private ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private boolean tooLarge;
    private @Nullable OutputStream out;

    /** @param mostKept bytes of the copy */
    AnswerOutput(HttpServletResponse response, boolean mayCompress, int mostKept) {
        this.response = response;
        this.mayCompress = mayCompress;
        this.mostKept = mostKept;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (out != null) {
            out.write(bytes, offset, length);
        }
        if (!tooLarge) {
            copy.write(bytes, offset, length);
            begin();
        }
    }

    /** Once an answer is long enough to be compressed, it is passed on; what was held back goes first. */
    private void begin() throws IOException {
        if (out == null && copy.size() >= Compression.LEAST_BYTES) {
            out = opened();
            copy.writeTo(out);
        }
        if (copy.size() > mostKept) {
            tooLarge = true;
            copy = new ByteArrayOutputStream();
        }
    }

    private OutputStream opened() throws IOException {
        if (!mayCompress) {
            return response.getOutputStream();
        }
        response.setHeader("Content-Encoding", "gzip");
        return Compression.stream(response.getOutputStream());
    }

    /** A short answer is held back until it is known to be short. */
    @Override
    public void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    /** The engine has more than one way to close; the answer ends with {@link #finish}. */
    @Override
    public void close() {}

    void finish() throws IOException {
        if (out == null) {
            response.setContentLength(copy.size());
            copy.writeTo(response.getOutputStream());
        } else {
            out.close();
        }
    }

    /** All that was written; null when it is too large to keep. */
    byte @Nullable [] copy() {
        return tooLarge ? null : copy.toByteArray();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("The engine writes and waits");
    }
}
