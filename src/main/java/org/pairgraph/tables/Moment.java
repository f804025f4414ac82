package org.pairgraph.tables;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year, a month or a day.
 *
 * @param first its first day
 * @param last its last day
 * @param precision day, month or year
 */
record Moment(LocalDate first, LocalDate last, String precision) {
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})月?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年?");
    private static final Pattern END_OF = Pattern.compile("(.+?)[底末]");
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0?0:00(:00)?$");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;

    /** Reads 2023, 2023-08, 2023/8/31, 2023年8月31日, 2023年8月底. */
    static Moment parse(String text) throws UnreadableCell {
        var plain = MIDNIGHT.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).strip())
                .replaceFirst("");
        var compact = plain.replaceAll("\\s", "");
        var end = END_OF.matcher(compact);
        try {
            return end.matches() ? day(whole(end.group(1)).last()) : whole(compact);
        } catch (DateTimeException e) {
            throw new UnreadableCell("there is no such day: correct it", "没有这一天：请改正");
        }
    }

    /** As a key has it: 2023, 2023-08 or 2023-08-31. */
    String key() {
        return switch (precision) {
            case "year" -> "%04d".formatted(first.getYear());
            case "month" -> YearMonth.from(first).toString();
            default -> first.toString();
        };
    }

    private static Moment whole(String text) throws UnreadableCell {
        var day = DAY.matcher(text);
        if (day.matches()) {
            return day(LocalDate.of(year(day), number(day, 2), number(day, 3)));
        }
        var month = MONTH.matcher(text);
        if (month.matches()) {
            var of = YearMonth.of(year(month), number(month, 2));
            return new Moment(of.atDay(1), of.atEndOfMonth(), "month");
        }
        var year = YEAR.matcher(text);
        if (year.matches()) {
            int of = year(year);
            return new Moment(LocalDate.of(of, 1, 1), LocalDate.of(of, 12, 31), "year");
        }
        throw new UnreadableCell(
                SERIAL.matcher(text).matches()
                        ? Message.of(
                                "this is how the spreadsheet counts days: format the column as text and write 2023-08-31",
                                "这是电子表格内部的日期数：请把该列设为文本格式，再写2023-08-31")
                        : Message.of(
                                "this is not a date: write 2023, 2023-08, 2023-08-31 or 2023年8月31日",
                                "这不是日期：请写成2023、2023-08、2023-08-31或2023年8月31日"));
    }

    private static Moment day(LocalDate day) {
        return new Moment(day, day, "day");
    }

    private static int year(Matcher matcher) throws UnreadableCell {
        int year = number(matcher, 1);
        if (year < EARLIEST || year > LATEST) {
            throw new UnreadableCell(
                    "the year must lie between %d and %d: correct it", "年份应在%d和%d之间：请改正", EARLIEST, LATEST);
        }
        return year;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
