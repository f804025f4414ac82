package org.pairgraph.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds header and rows in the text of a table, whether commas, semicolons or tabs divide it. */
final class SheetReader {
    private final TableTemplate template;
    private final Problems problems;

    SheetReader(TableTemplate template, Problems problems) {
        this.template = template;
        this.problems = problems;
    }

    /** The rows that say something. */
    List<Row> read(String text) {
        var records = records(text);
        if (!problems.none()) {
            return List.of();
        }
        int header = 0;
        while (header < records.size() && isBlank(records.get(header))) {
            header++;
        }
        if (header == records.size()) {
            problems.add(Message.of("the table is empty: fill it", "表格是空的：请填写"));
            return List.of();
        }
        var columns = columns(header + 1, records.get(header));
        if (!problems.none()) {
            return List.of();
        }
        var rows = new ArrayList<Row>();
        for (int index = header + 1; index < records.size(); index++) {
            if (!isBlank(records.get(index))) {
                rows.add(row(index + 1, records.get(index), columns));
            }
        }
        if (rows.isEmpty()) {
            problems.add(Message.of("below the header there is no row: fill the table", "表头下面没有数据行：请填写"));
        }
        return rows;
    }

    /** Without white space around it, wide and invisible characters included. */
    static String trimmed(String text) {
        return text.replaceAll("^[\\s\\p{Z}\\u200B\\uFEFF]+|[\\s\\p{Z}\\u200B\\uFEFF]+$", "");
    }

    private List<List<String>> records(String text) {
        var headers = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char separator = Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(candidate -> knownHeaders(headers, candidate)))
                .orElseThrow();
        var records = new ArrayList<List<String>>();
        try (var reader = reader(text, separator)) {
            for (var record : reader) {
                records.add(
                        record.getFields().stream().map(SheetReader::trimmed).toList());
            }
        } catch (CsvParseException | IOException e) {
            report(
                    records.size() + 1,
                    Message.of(
                            "from here on this is not CSV: a quotation mark is not closed or stands inside a cell; double it (\"\") and put the cell in quotation marks",
                            "从这一行起不是CSV：引号没有闭合，或单元格内有单个引号；请写成两个引号并把单元格用引号括起"));
            records.clear();
        }
        return records;
    }

    private static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
    }

    private long knownHeaders(String headers, char separator) {
        return Stream.of(headers.split(Pattern.quote(String.valueOf(separator))))
                .map(header -> header.replace("\"", ""))
                .filter(header -> column(trimmed(header)).isPresent())
                .count();
    }

    private Optional<Column> column(String header) {
        return template.columns().filter(column -> column.isCalled(header)).findFirst();
    }

    private Map<Column, Row.Cell> columns(int number, List<String> headers) {
        var columns = new EnumMap<Column, Row.Cell>(Column.class);
        if (headers.stream().noneMatch(header -> column(header).isPresent())) {
            report(
                    number,
                    Message.of(
                            "no column of the template %s stands in this row: the first row must be the header; delete what stands above it (pairgraph convert --list shows the columns)",
                            "这一行没有模板%s的任何一列：第一行必须是表头，请删去上方的标题行（pairgraph convert --list 列出各列）", template.name()));
            return columns;
        }
        for (int index = 0; index < headers.size(); index++) {
            var cell = new Row.Cell(headers.get(index), index, "");
            if (cell.header().isEmpty()) {
                continue;
            }
            var column = column(cell.header());
            if (column.isEmpty()) {
                problems.add(unknown(number, cell));
            } else if (columns.putIfAbsent(column.get(), cell) != null) {
                problems.add(new TableProblem(
                        number,
                        cell.letter(),
                        cell.header(),
                        "",
                        Message.of("the column is there twice: keep one", "此列有两个：请只留一个")));
            }
        }
        for (var need : template.needs()) {
            if (need.stream().noneMatch(columns::containsKey)) {
                report(
                        number,
                        Message.of(
                                "the column %s is missing: add it to the header",
                                "缺少列%s：请在表头中添加", TableTemplate.either(need)));
            }
        }
        return columns;
    }

    /** A problem of a whole row. */
    private void report(int row, Message message) {
        problems.add(new TableProblem(row, "", "", "", message));
    }

    private TableProblem unknown(int number, Row.Cell cell) {
        var names = template.columns().flatMap(Column::names).toList();
        return new TableProblem(
                number,
                cell.letter(),
                cell.header(),
                cell.header(),
                Message.of(
                                "the template %s has no such column: remove it, or correct its name (pairgraph convert --list shows all)",
                                "模板%s没有这一列：请删去，或改正列名（pairgraph convert --list 列出全部）", template.name())
                        .and(Nearest.hint(cell.header(), names)));
    }

    private Row row(int number, List<String> fields, Map<Column, Row.Cell> columns) {
        var cells = new EnumMap<Column, Row.Cell>(Column.class);
        columns.forEach((column, header) -> cells.put(
                column,
                new Row.Cell(
                        header.header(),
                        header.index(),
                        header.index() < fields.size() ? fields.get(header.index()) : "")));
        var row = new Row(number, cells, problems);
        for (int index = 0; index < fields.size(); index++) {
            int at = index;
            if (!fields.get(index).isEmpty() && columns.values().stream().noneMatch(cell -> cell.index() == at)) {
                problems.add(new TableProblem(
                        number,
                        new Row.Cell("", index, "").letter(),
                        "",
                        fields.get(index),
                        Message.of(
                                "the column has no header: name it or empty it; a comma inside a cell needs quotation marks around the cell",
                                "此列没有表头：请补上表头或清空；单元格里有逗号时须用引号括起")));
            }
        }
        row.require(template.needs());
        return row;
    }

    private static boolean isBlank(List<String> fields) {
        return fields.stream().allMatch(String::isEmpty);
    }
}
