package org.pairgraph.tables;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** From the first day of one moment to the last of another. */
record Period(Moment start, Moment end) {
    private static final Pattern YEARS = Pattern.compile("(\\d{4})年?-(\\d{4})年?");
    private static final Pattern TWO = Pattern.compile("(.+?)(?:至|到|~|～|—+|–|\\.\\.+)(.+)");

    /** Reads 2021, 2021年3月, 2018-2022, 2021年3月至2022年6月. */
    static Period parse(String text) throws UnreadableCell {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        var years = YEARS.matcher(plain);
        if (years.matches()) {
            return of(Moment.parse(years.group(1)), Moment.parse(years.group(2)));
        }
        var two = TWO.matcher(plain);
        if (two.matches()) {
            return of(Moment.parse(two.group(1)), Moment.parse(two.group(2)));
        }
        var one = Moment.parse(plain);
        return new Period(one, one);
    }

    private static Period of(Moment start, Moment end) throws UnreadableCell {
        if (end.last().isBefore(start.first())) {
            throw new UnreadableCell("the period ends before it starts: correct it", "时期的结束早于开始：请改正");
        }
        return new Period(start, end);
    }
}
