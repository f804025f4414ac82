package org.pairgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pairgraph.tables.Conversion;
import org.pairgraph.tables.TableProblem;

/**
 * What came of a table.
 *
 * @param with the files that describe what the table refers to
 */
record ConversionReport(Path table, Path output, List<Path> with, Conversion conversion) {

    String text() {
        return switch (conversion) {
            case Conversion.Converted converted ->
                lines(converted.remarks())
                        + "%s: %s from %s; next: pairgraph validate %s"
                                .formatted(
                                        output,
                                        count(converted.graph().size(), "triple"),
                                        count(converted.rows(), "row"),
                                        Stream.concat(with.stream(), Stream.of(output))
                                                .map(Path::toString)
                                                .collect(Collectors.joining(" ")));
            case Conversion.Refused refused ->
                lines(refused.problems())
                        + "%s: %s; nothing was written%s"
                                .formatted(
                                        table,
                                        count(refused.problems().size() + refused.more(), "problem"),
                                        refused.more() > 0 ? " (%d are not shown)".formatted(refused.more()) : "");
        };
    }

    private static String count(int number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    String json() throws JsonProcessingException {
        var report = new LinkedHashMap<String, Object>();
        report.put("converted", conversion instanceof Conversion.Converted);
        switch (conversion) {
            case Conversion.Converted converted -> {
                report.put("rows", converted.rows());
                report.put("triples", converted.graph().size());
                report.put("remarks", converted.remarks());
            }
            case Conversion.Refused refused -> {
                report.put("problems", refused.problems());
                report.put("more", refused.more());
            }
        }
        return new ObjectMapper().writeValueAsString(report);
    }

    private String lines(List<TableProblem> problems) {
        return problems.stream()
                .map(problem -> line(problem) + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private String line(TableProblem problem) {
        return "%s%s%s%s%s%n    %s%n    %s"
                .formatted(
                        table,
                        problem.row() > 0 ? ": row " + problem.row() : "",
                        problem.letter().isEmpty() ? "" : ", column " + problem.letter(),
                        problem.column().isEmpty() ? "" : " " + problem.column(),
                        problem.value().isEmpty() ? "" : ": \"" + problem.value() + "\"",
                        problem.message().en(),
                        problem.message().zh());
    }
}
