package org.pairgraph.tables;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.vocab.PG;

/** Rows that describe areas of county level and above, which are missing; the area above follows from the code. */
final class Places implements Rows {
    private final Cells cells;

    Places(Cells cells) {
        this.cells = cells;
    }

    @Override
    public void read(Row row) {
        var code = row.read(Column.CODE, Places::code);
        var type = code.flatMap(of -> row.read(Column.NAME, name -> type(of, name)));
        var place = new Description(cells.draft.iri("area/" + code.orElse("")), type.orElse(PG.County))
                .labels(row, Column.NAME, Column.NAME_ENGLISH);
        code.ifPresent(of -> place.text(PG.adminCode, of));
        row.parts(Column.SHORT_NAME).forEach(other -> place.text(SKOS.altLabel.asNode(), other, "zh-Hans"));
        if (type.filter(PG.County::equals).isPresent()) {
            row.read(Column.NAME, Places::countyType).ifPresent(county -> place.add(PG.countyType, county));
        }
        if (type.isPresent() && !type.get().equals(PG.Province)) {
            cells.draft.afterwards(() -> above(row, place, code.orElseThrow()));
        }
        if (!row.isRefused()) {
            cells.draft.describe(place, row);
        }
    }

    private void above(Row row, Description place, String code) {
        var above = codeAbove(code);
        areaCoded(above)
                .ifPresentOrElse(
                        area -> cells.draft.add(place.thing(), PG.within, area),
                        () -> row.refuse(
                                Column.CODE,
                                "the area above (%s) is not described: add a row for it",
                                "上级地区（%s）没有描述：请加一行",
                                above));
    }

    /** Counties of a municipality, and those that a province governs itself (90), have no city above them. */
    private static String codeAbove(String code) {
        boolean ofProvince = code.endsWith("00") || code.startsWith("90", 2) || code.matches("(11|12|31|50).*");
        return ofProvince ? code.substring(0, 2) + "0000" : code.substring(0, 4) + "00";
    }

    private Optional<Node> areaCoded(String code) {
        try {
            return Optional.of(cells.areas.coded(code));
        } catch (UnreadableCell unknown) {
            return Optional.of(cells.draft.iri("area/" + code)).filter(cells.draft::describes);
        }
    }

    private static String code(String written) throws UnreadableCell {
        var text = Areas.plain(written);
        if (!text.matches("[1-9]\\d{5}")) {
            throw new UnreadableCell(
                    "a code has six digits: correct it, and format the column as text", "行政区划代码是六位数字：请改正，并把该列设为文本格式");
        }
        return text;
    }

    private static Node type(String code, String name) throws UnreadableCell {
        if (code.endsWith("0000")) {
            return PG.Province;
        }
        if (!code.endsWith("00")) {
            return PG.County;
        }
        if (name.endsWith("自治州")) {
            return PG.Prefecture;
        }
        if (name.endsWith("市")) {
            return PG.City;
        }
        throw new UnreadableCell(
                "an area with this code is a 市 or a 自治州: correct name or code", "此代码的地区应为市或自治州：请改正名称或代码");
    }

    private static Node countyType(String name) throws UnreadableCell {
        if (name.endsWith("自治县") || name.endsWith("自治旗")) {
            return Codes.code("autonomous-county");
        }
        return Codes.code(
                switch (name.charAt(name.length() - 1)) {
                    case '县', '旗' -> "county";
                    case '市' -> "county-level-city";
                    case '区' -> "district";
                    default ->
                        throw new UnreadableCell(
                                "give the full name, which ends in 县, 自治县, 市 or 区", "请填全称，以县、自治县、市或区结尾");
                });
    }
}
