package org.pairgraph.tables;

/** One sentence for the person who made the table, in English and in Chinese. */
public record Message(String en, String zh) {

    /** Both sentences with the same things filled in; where there are none, a percent sign is one. */
    static Message of(String en, String zh, Object... things) {
        return things.length == 0 ? new Message(en, zh) : new Message(en.formatted(things), zh.formatted(things));
    }

    /** This and what follows it, as one sentence. */
    Message and(Message more) {
        return new Message(en + more.en(), zh + more.zh());
    }
}
