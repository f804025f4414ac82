package org.pairgraph.ingest;

/** A file name, content type or name that stands for no format of ours. The message lists those that do. */
public final class UnknownFormat extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String value;

    UnknownFormat(String what, String value) {
        super("%s \"%s\" stands for no known format: use one of %s".formatted(what, value, RdfFormat.known()));
        this.value = value;
    }

    /** What was asked for. */
    public String value() {
        return value;
    }
}
