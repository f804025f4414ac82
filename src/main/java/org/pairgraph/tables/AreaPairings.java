package org.pairgraph.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.vocab.PG;

/** Rows that pair areas: provinces, cities, counties, townships, villages. */
final class AreaPairings implements Rows {
    private static final Map<Node, String> KINDS = Map.of(
            PG.Province, "province",
            PG.City, "city",
            PG.Prefecture, "city",
            PG.County, "county",
            PG.Township, "township",
            PG.Village, "village");

    private final Cells cells;
    private final PairingWriter writer;

    AreaPairings(Cells cells) {
        this.cells = cells;
        this.writer = new PairingWriter(cells);
    }

    @Override
    public void read(Row row) {
        var supporters = areas(row, Side.SUPPORTER);
        var supported = areas(row, Side.SUPPORTED);
        var kinds = supported.stream().map(this::kind).collect(Collectors.toSet());
        if (kinds.size() > 1) {
            row.refuse(
                    Side.SUPPORTED.name,
                    "the supported areas are of different levels: give each level a row",
                    "受援地区级别不同：请分行填写");
        }
        var kind = kinds.stream().findFirst().orElse("county");
        writer.write(row, kind, supporters, supported, List.of(), cells.passages.of(row));
    }

    private List<Node> areas(Row row, Side side) {
        var coded = row.text(side.code).stream()
                .flatMap(text -> Arrays.stream(text.split("[、;；,，\\s]+")))
                .flatMap(code -> row.read(side.code, code, cells.areas::coded).stream())
                .distinct()
                .toList();
        var named = row.readAll(side.name, cells.areas::find);
        boolean both = row.has(side.code) && row.has(side.name) && !row.isRefused();
        if (both && !Set.copyOf(coded).equals(Set.copyOf(named))) {
            row.refuse(
                    side.code,
                    "the codes are those of %s, but the names say %s: correct one of the two",
                    "代码是%s的，名称却是%s：请改正其中之一",
                    called(coded),
                    called(named));
        }
        return coded.isEmpty() ? named : coded;
    }

    private String called(List<Node> areas) {
        return areas.stream().map(cells.known::called).collect(Collectors.joining("、"));
    }

    private String kind(Node area) {
        return cells.known
                .objects(area, RDF.type.asNode())
                .filter(KINDS::containsKey)
                .map(KINDS::get)
                .findFirst()
                .orElseThrow();
    }
}
