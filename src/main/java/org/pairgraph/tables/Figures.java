package org.pairgraph.tables;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/** Rows that give figures: of what, which measure, how much, of which period. */
final class Figures implements Rows {
    private static final Set<Node> PARTIES = union(Known.AREAS, Known.ORGANIZATIONS);
    private static final Set<Node> THINGS = union(
            PARTIES, Set.of(PG.Programme, PG.Site, PG.IndustrialPark, PG.Workshop, PG.Base, PG.Initiative, PG.Product));
    private static final Set<Node> NOTHING_MEASURED = Set.of(PG.Evidence, PG.Person);

    private final Cells cells;
    private final Codes indicators;
    private final Codes units;
    private final Codes qualifiers;

    Figures(Cells cells) {
        this.cells = cells;
        this.indicators = cells.codes("indicators");
        this.units = cells.codes("units");
        this.qualifiers = cells.codes("qualifiers");
    }

    @Override
    public void read(Row row) {
        var about = row.read(Column.ABOUT, text -> thing(text, THINGS));
        var indicator = row.read(Column.INDICATOR, indicators::find);
        var from = row.read(Column.FROM, text -> thing(text, PARTIES));
        var to = row.read(Column.TO, text -> thing(text, PARTIES));
        var figure = row.read(Column.VALUE, Figure::parse);
        var time = time(row);
        var evidence = cells.passages.of(row);
        var id = Stream.of(
                        indicator.map(code -> code.getURI().substring(PGC.NAMESPACE.length())),
                        from.map(cells.known::key),
                        to.map(cells.known::key),
                        time)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(
                        "-", "observation/" + about.map(cells.known::key).orElse("") + "/", ""));
        var observation = new Description(cells.draft.iri(row, id), PG.Observation);
        about.ifPresent(thing -> observation.add(PG.about, thing));
        indicator.ifPresent(code -> observation.add(PG.indicator, code));
        from.ifPresent(party -> observation.add(PG.from, party));
        to.ifPresent(party -> observation.add(PG.to, party));
        figure.ifPresent(number -> value(row, observation, number));
        percents(row, observation);
        dates(row, observation);
        cells.programme(row).ifPresent(programme -> observation.add(PG.programme, programme));
        cells.claim(row, observation, evidence);
        if (!row.isRefused()) {
            cells.draft.describe(observation, row);
        }
    }

    private Node thing(String text, Set<Node> classes) throws UnreadableCell {
        var byId = cells.known.byId(text);
        if (byId.isPresent() && !cells.known.isOne(byId.get(), NOTHING_MEASURED)) {
            return byId.get();
        }
        var named = cells.known.named(classes, text);
        if (named.isEmpty()
                && (text.matches("\\d+") || !cells.areas.byPath(text).isEmpty())) {
            return cells.areas.find(text);
        }
        return cells.known.only(named, text, new Message("party or thing", "参与方或事物"), classes);
    }

    private void value(Row row, Description observation, Figure figure) {
        observation.decimal(PG.value, figure.value());
        figure.max().ifPresent(max -> observation.decimal(PG.valueMax, max));
        var unit = unit(row, figure);
        unit.ifPresent(code -> observation.add(PG.unit, code));
        observation.add(PG.valueQualifier, qualifier(row, figure));
        observation.text(
                PG.printedValue,
                row.text(Column.PRINTED)
                        .orElseGet(() -> row.text(Column.VALUE).orElse("")
                                + (figure.unit().isEmpty()
                                        ? row.text(Column.UNIT).orElse("")
                                        : "")));
    }

    private static void percents(Row row, Description observation) {
        row.read(Column.CHANGE, Figures::percent).ifPresent(change -> observation.decimal(PG.percentChange, change));
        row.read(Column.TARGET, Figures::percent).ifPresent(share -> observation.decimal(PG.percentOfTarget, share));
    }

    private Optional<Node> unit(Row row, Figure figure) {
        var printed = figure.unit().isEmpty()
                ? Optional.<Node>empty()
                : row.has(Column.UNIT) ? silently(figure.unit()) : row.read(Column.VALUE, figure.unit(), this::unit);
        var column = row.read(Column.UNIT, this::unit);
        if (printed.isPresent() && column.isPresent() && !printed.equals(column)) {
            row.refuse(
                    Column.UNIT,
                    "the value has another unit, %s: correct one of the two",
                    "数值里写的是另一个单位（%s）：请改正其中之一",
                    figure.unit());
        }
        if (figure.unit().isEmpty() && !row.has(Column.UNIT)) {
            row.refuse(
                    Column.VALUE,
                    "there is no unit: write it behind the number or in the column unit",
                    "没有单位：请写在数字后面，或填“单位”列");
        }
        return column.or(() -> printed);
    }

    private Node unit(String text) throws UnreadableCell {
        return units.find(text.equals("%") ? "percent" : text);
    }

    /** 个 or 家 behind a number may be any of several units, which the column then decides. */
    private Optional<Node> silently(String text) {
        try {
            return Optional.of(unit(text));
        } catch (UnreadableCell ambiguous) {
            return Optional.empty();
        }
    }

    private Node qualifier(Row row, Figure figure) {
        var said = figure.qualifier().map(Codes::code);
        var column = row.read(Column.QUALIFIER, qualifiers::find);
        if (said.isPresent() && column.isPresent() && !said.equals(column)) {
            row.refuse(
                    Column.QUALIFIER,
                    "the words in the value say something else: correct one of the two",
                    "与数值里的词不一致：请改正其中之一");
        }
        if (figure.max().isEmpty() && column.filter(Codes.code("range")::equals).isPresent()) {
            row.refuse(
                    Column.QUALIFIER,
                    "a range has two numbers: write the value as 3000-5000",
                    "范围须有两个数：数值请写成3000-5000");
        }
        return said.or(() -> column).orElse(Codes.code("exact"));
    }

    /** The period as a key has it. */
    private static Optional<String> time(Row row) {
        var period = row.read(Column.PERIOD, Period::parse);
        if (row.has(Column.PERIOD) && (row.has(Column.START_DATE) || row.has(Column.END_DATE))) {
            row.refuse(Column.PERIOD, "give the period, or start and end, not both", "时期与开始、结束日期只填一种");
        }
        var first = period.map(Period::start).or(() -> row.read(Column.START_DATE, Moment::parse));
        var last = period.map(Period::end)
                .or(() -> row.read(Column.END_DATE, Moment::parse))
                .or(() -> row.read(Column.AS_OF, Moment::parse));
        return Stream.of(first, last)
                .flatMap(Optional::stream)
                .map(Moment::key)
                .distinct()
                .reduce((one, other) -> one + "-" + other);
    }

    private static void dates(Row row, Description observation) {
        row.read(Column.PERIOD, Period::parse).ifPresent(period -> {
            Cells.start(observation, period.start());
            Cells.end(observation, period.end());
        });
        Cells.dates(row, observation);
    }

    private static BigDecimal percent(String text) throws UnreadableCell {
        var figure = Figure.parse(text.replaceFirst("^(同比)?(增长|上升|增加)", "").replaceFirst("^(同比)?(下降|减少)", "-"));
        if (!figure.unit().isEmpty() && !figure.unit().equals("%")) {
            throw new UnreadableCell("this is no percentage: write 27.37 or 27.37%", "这不是百分比：请写成27.37或27.37%");
        }
        return figure.value();
    }

    private static Set<Node> union(Set<Node> one, Set<Node> other) {
        return Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
