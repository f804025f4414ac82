package org.pairgraph.tables;

/** A cell does not say what its column asks for. */
final class UnreadableCell extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    UnreadableCell(Message reason) {
        super(reason.en());
        this.reason = reason;
    }

    UnreadableCell(String en, String zh, Object... things) {
        this(Message.of(en, zh, things));
    }

    Message reason() {
        return reason;
    }
}
