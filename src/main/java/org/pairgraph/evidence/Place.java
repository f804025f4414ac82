package org.pairgraph.evidence;

/**
 * Where a run of text stands in a document.
 *
 * @param start the offset of its first code point
 * @param end the offset after its last code point
 * @param startLine the line of its first code point, from 1
 * @param endLine the line of its last code point
 * @param digest SHA-256 of its UTF-8, in hexadecimal
 */
public record Place(int start, int end, int startLine, int endLine, String digest) {
    /** How many code points a passage may have. */
    public static final int LONGEST = 400;

    /** How many code points it has. */
    public int length() {
        return end - start;
    }
}
