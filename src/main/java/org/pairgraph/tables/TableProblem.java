package org.pairgraph.tables;

/**
 * Something in a table that must be mended, or deserves a look.
 *
 * @param row as the spreadsheet counts, from 1; 0 when the whole table is meant
 * @param letter of the column, as the spreadsheet has it; empty when the whole row is meant
 * @param column the header of the column; empty when the whole row is meant
 * @param value what stands there, on one line and shortened
 */
public record TableProblem(int row, String letter, String column, String value, Message message) {
    private static final int LONGEST = 80;

    public TableProblem {
        value = shown(value);
        column = shown(column);
    }

    private static String shown(String text) {
        var line = text.replaceAll("\\R", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
