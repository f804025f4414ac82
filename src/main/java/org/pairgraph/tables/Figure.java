package org.pairgraph.tables;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a document prints it: 2.47亿元, 2,100多人, 约3.5万, 3000-5000, 27.37%.
 *
 * @param value with 万 and 亿 resolved
 * @param max the upper end of a range
 * @param qualifier a code of the qualifiers; empty when no word says one
 * @param unit what stands behind the number; may be empty
 */
record Figure(BigDecimal value, Optional<BigDecimal> max, Optional<String> qualifier, String unit) {
    private static final Map<String, List<String>> WORDS = Map.of(
            "about", List.of("大约", "约为", "约", "左右", "about"),
            "nearly", List.of("将近", "接近", "近", "nearly", "almost"),
            "more-than", List.of("超过", "多于", "突破", "超", "逾", "多", "余", "more than", "over"),
            "at-least", List.of("不少于", "不低于", "至少", "以上", "at least"),
            "at-most", List.of("不超过", "不多于", "至多", "最多", "不足", "以下", "以内", "at most", "up to"));
    private static final String BEFORE = "大约|约为|约|将近|接近|近|超过|多于|突破|超|逾|不少于|不低于|至少|不超过|不多于|至多|最多|不足"
            + "|about|nearly|almost|more than|over|at least|at most|up to";
    private static final String NUMBER = "-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
    private static final String SCALE = "万亿|亿|万|千(?!米|克|瓦)";
    private static final Pattern PRINTED =
            Pattern.compile(("(?i)(?<before>%1$s)?\\s*(?<low>%2$s)\\s*(?<lowMore>[多余])?\\s*(?<lowScale>%3$s)?"
                            + "(?:\\s*(?:-|~|—+|–|至|到)\\s*(?<high>%2$s)\\s*(?<highScale>%3$s)?)?"
                            + "\\s*(?<more>[多余])?\\s*(?<unit>[^\\d]*?)\\s*(?<after>以上|以下|以内|左右|多)?")
                    .formatted(BEFORE, NUMBER, SCALE));
    private static final Pattern SCIENTIFIC = Pattern.compile("(?i)-?\\d+(\\.\\d+)?e[+-]?\\d+.*");
    private static final Map<String, Integer> ZEROS = Map.of("千", 3, "万", 4, "亿", 8, "万亿", 12);

    /** Reads what a cell says; says why it cannot. */
    static Figure parse(String text) throws UnreadableCell {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        var matcher = PRINTED.matcher(plain);
        if (!matcher.matches()) {
            throw new UnreadableCell(reason(plain));
        }
        var high = Optional.ofNullable(matcher.group("high"));
        var highScale = zeros(matcher, "highScale");
        var max = high.map(number -> scaled(number, highScale));
        var figure = new Figure(
                low(matcher, max, highScale), max, qualifier(matcher, high.isPresent()), matcher.group("unit"));
        if (max.isPresent() && figure.value.compareTo(max.get()) > 0) {
            throw new UnreadableCell(
                    "the range begins above its end: write the lower number first", "范围的起点大于终点：请把较小的数写在前面");
        }
        return figure;
    }

    /** In 3000-5000万 the 万 is said of both ends, in 500-1万 of the upper only. */
    private static BigDecimal low(Matcher matcher, Optional<BigDecimal> max, int highScale) {
        int scale = zeros(matcher, "lowScale");
        var low = scaled(matcher.group("low"), scale);
        if (max.isEmpty() || scale > 0) {
            return low;
        }
        var shared = scaled(matcher.group("low"), highScale);
        return shared.compareTo(max.get()) <= 0 ? shared : low;
    }

    private static Optional<String> qualifier(Matcher matcher, boolean range) throws UnreadableCell {
        Set<String> said = new HashSet<>();
        for (var group : List.of("before", "lowMore", "more", "after")) {
            WORDS.forEach((code, words) -> {
                var word = matcher.group(group);
                if (word != null && words.contains(word.toLowerCase(Locale.ROOT))) {
                    said.add(code);
                }
            });
        }
        if (range) {
            said.add("range");
        }
        if (said.size() > 1) {
            throw new UnreadableCell(
                    "the words around the number say different things: keep one of them", "数字前后的限定词互相矛盾：请只留一个");
        }
        return said.stream().findFirst();
    }

    private static int zeros(Matcher matcher, String group) {
        var scale = matcher.group(group);
        return scale == null ? 0 : ZEROS.getOrDefault(scale, 0);
    }

    private static BigDecimal scaled(String number, int zeros) {
        return new BigDecimal(number.replace(",", "")).scaleByPowerOfTen(zeros);
    }

    private static Message reason(String text) {
        if (SCIENTIFIC.matcher(text).matches()) {
            return Message.of(
                    "the spreadsheet has shortened the number: format the column as text and write all digits",
                    "电子表格把数字缩写了：请把该列设为文本格式，写出全部数字");
        }
        if (text.codePoints().noneMatch(Character::isDigit)) {
            return Message.of("there is no number: write digits, such as 1200 or 2.47亿元", "没有数字：请用阿拉伯数字，如1200或2.47亿元");
        }
        return Message.of(
                "this is not one number: write it as printed, such as 2.47亿元, 2,100多人, 3000-5000亩; thousands are marked by commas, decimals by a point",
                "这不是一个数：请照原文填写，如2.47亿元、2,100多人、3000-5000亩；千位用逗号，小数用点");
    }
}
