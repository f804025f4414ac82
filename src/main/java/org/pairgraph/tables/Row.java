package org.pairgraph.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One row of a table. What is wrong with a cell goes to the problems; the reader goes on. */
final class Row {
    private final int number;
    private final Map<Column, Cell> cells;
    private final Problems problems;

    /** A column's header and place, and what stands there. */
    record Cell(String header, int index, String text) {

        /** The letter of the column, as spreadsheets have it. */
        String letter() {
            var letters = new StringBuilder();
            for (int left = index + 1; left > 0; left = (left - 1) / 26) {
                letters.append((char) ('A' + (left - 1) % 26));
            }
            return letters.reverse().toString();
        }
    }

    /** What makes sense of a text. */
    interface Parser<T> {
        T parse(String text) throws UnreadableCell;
    }

    Row(int number, Map<Column, Cell> cells, Problems problems) {
        this.number = number;
        this.cells = cells;
        this.problems = problems;
    }

    int number() {
        return number;
    }

    /** What a cell says, without white space around it; nothing when it is empty or there is no such column. */
    Optional<String> text(Column column) {
        return Optional.ofNullable(cells.get(column)).map(Cell::text).filter(text -> !text.isEmpty());
    }

    boolean has(Column column) {
        return text(column).isPresent();
    }

    /** What a cell says, made sense of; nothing when it is empty or makes none. */
    <T> Optional<T> read(Column column, Parser<T> parser) {
        return text(column).flatMap(text -> read(column, text, parser));
    }

    /** As {@link #read(Column, Parser)}, for a cell that says several things. */
    <T> List<T> readAll(Column column, Parser<T> parser) {
        return parts(column)
                .flatMap(part -> read(column, part, parser).stream())
                .distinct()
                .toList();
    }

    /** The things that a cell lists, divided by 、 or a semicolon or a line break. */
    Stream<String> parts(Column column) {
        return text(column).stream()
                .flatMap(text -> Stream.of(text.split("[、;；\\n]")))
                .map(SheetReader::trimmed)
                .filter(part -> !part.isEmpty());
    }

    <T> Optional<T> read(Column column, String text, Parser<T> parser) {
        try {
            return Optional.of(parser.parse(text));
        } catch (UnreadableCell e) {
            refuse(column, text, e.reason());
            return Optional.empty();
        }
    }

    /** Says what is wrong with a cell. */
    void refuse(Column column, String en, String zh, Object... things) {
        refuse(column, text(column).orElse(""), Message.of(en, zh, things));
    }

    /** Says what is wrong with the row. */
    void refuse(String en, String zh, Object... things) {
        problems.add(new TableProblem(number, "", "", "", Message.of(en, zh, things)));
    }

    /** A problem of this row that need not be mended. */
    TableProblem remark(String en, String zh, Object... things) {
        return new TableProblem(number, "", "", "", Message.of(en, zh, things));
    }

    boolean isRefused() {
        return problems.in(number);
    }

    /** Refuses a row in which one of the needs is not met. */
    void require(List<List<Column>> needs) {
        for (var need : needs) {
            if (need.stream().noneMatch(this::has)) {
                var there = new ArrayList<>(need);
                there.retainAll(cells.keySet());
                refuse(
                        there.getFirst(),
                        need.size() == 1
                                ? "the cell is empty: fill it (of merged cells only the first has a value)"
                                : "one of %s is needed: fill it",
                        need.size() == 1 ? "单元格是空的：请填写（合并的单元格只有第一格有值）" : "%s须填其一",
                        TableTemplate.either(need));
            }
        }
    }

    private void refuse(Column column, String value, Message message) {
        var cell = cells.get(column);
        problems.add(
                cell == null
                        ? new TableProblem(number, "", "", value, message)
                        : new TableProblem(number, cell.letter(), cell.header(), value, message));
    }
}
