package org.pairgraph.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** At most so many bytes of a stream, so that one without end does not fill the disk. */
final class FirstBytes extends FilterInputStream {
    private long left;

    FirstBytes(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = left == 0 ? -1 : super.read();
        left -= read == -1 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = left == 0 ? -1 : super.read(into, offset, (int) Math.min(left, length));
        left -= Math.max(0, count);
        return count;
    }
}
