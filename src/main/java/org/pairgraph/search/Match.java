package org.pairgraph.search;

/**
 * Why a party was found.
 *
 * @param name the one of its names that was met, as the data has it
 * @param language the name's language tag, empty where it has none
 * @param isAlternative whether it is a short, former, traditional or misprinted name and not the label
 */
public record Match(String name, String language, boolean isAlternative, Extent extent, Reading reading) {

    /** How much of the name the query is, the best first. */
    public enum Extent {
        /** The whole name. */
        EXACT,
        /** Its beginning. */
        PREFIX,
        /** A part of it; in Latin script and pinyin one that begins with a word or a character. */
        CONTAINS,
        /** Each word of the query is somewhere in the names, or its characters are in one name with others between them. */
        WORDS,
        /** One letter is wrong, missing or too many, or two have changed places. */
        SIMILAR
    }

    /** What of the name was compared. */
    public enum Reading {
        /** The name as it is written, whether in simplified or traditional characters. */
        NAME,
        /** Its pinyin. */
        PINYIN,
        /** Its pinyin with a reading of some character that is not the usual one in such a name. */
        OTHER_PINYIN,
        /** The first letters of its pinyin. */
        INITIALS
    }
}
