package org.pairgraph.evidence;

import java.io.IOException;

/** The bytes of a file are not UTF-8. */
final class NotUtf8Exception extends IOException {
    private static final long serialVersionUID = 1L;

    private final long position;

    NotUtf8Exception(long position) {
        super("Not UTF-8 at byte " + position);
        this.position = position;
    }

    /** The offset of the first byte that cannot be read. */
    long position() {
        return position;
    }
}
