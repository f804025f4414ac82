package org.pairgraph.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180) for a spreadsheet: with a byte order mark, by which Excel knows UTF-8, and with an apostrophe
 * before a cell that it would take for a formula. Plain numbers are left alone.
 */
final class SpreadsheetCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern TO_QUOTE = Pattern.compile("[\",\r\n]");

    private SpreadsheetCsv() {}

    static byte[] bytes(RowSet rows) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        var variables = rows.getResultVars();
        text.append(line(variables.stream().map(Var::getVarName).toList()));
        rows.forEachRemaining(row -> text.append(
                line(variables.stream().map(variable -> text(row.get(variable))).toList())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SpreadsheetCsv::cell).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String text(@Nullable Node term) {
        if (term == null) {
            return "";
        }
        return term.isLiteral()
                ? term.getLiteralLexicalForm()
                : term.isBlank() ? "_:" + term.getBlankNodeLabel() : term.toString();
    }

    private static String cell(String value) {
        var safe = isTakenForFormula(value) ? "'" + value : value;
        return TO_QUOTE.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isTakenForFormula(String value) {
        return !value.isEmpty()
                && FORMULA_BEGINNINGS.indexOf(value.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches();
    }
}
