package org.pairgraph.tables;

import static org.pairgraph.tables.Column.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;

/** A kind of table that can be converted: its columns, and what is made of a row. */
public final class TableTemplate {
    private static final List<Column> PROVED = List.of(EVIDENCE, DOCUMENT);
    private static final List<Column> DATES = List.of(START_DATE, END_DATE, AS_OF);
    private static final List<Column> CLAIM =
            List.of(BASIS, NOTE, NOTE_ENGLISH, START, END, START_LINE, END_LINE, PART_OF, ID);
    private static final List<Column> PARTIES = List.of(
            SUPPORTER_PLACE,
            SUPPORTER_PINYIN,
            SUPPORTER_ENGLISH,
            SUPPORTER_GROUP,
            SUPPORTED_PLACE,
            SUPPORTED_PINYIN,
            SUPPORTED_ENGLISH,
            SUPPORTED_GROUP);
    private static final List<TableTemplate> ALL = List.of(
            new TableTemplate(
                    "county-pairings",
                    new Message("pairings of areas, from provinces to villages", "地区之间的结对（省、市、县、乡镇、村）"),
                    List.of(
                            List.of(SUPPORTER_CODE, SUPPORTER),
                            List.of(SUPPORTED_CODE, SUPPORTED),
                            List.of(PROGRAMME),
                            List.of(STATUS),
                            PROVED),
                    Stream.of(DATES, CLAIM),
                    AreaPairings::new),
            new TableTemplate(
                    "school-pairings",
                    new Message(
                            "pairings of schools by name, which may be members of counted groups",
                            "具名学校之间的结对，可同时列为计数组的成员"),
                    List.of(List.of(SUPPORTER), List.of(SUPPORTED), List.of(PROGRAMME), List.of(STATUS), PROVED),
                    Stream.of(PARTIES, DATES, CLAIM),
                    cells -> OrganizationPairings.of(PartyKind.SCHOOL, cells)),
            new TableTemplate(
                    "organization-pairings",
                    new Message(
                            "the same for hospitals, enterprises, villages and others: two columns say the kinds",
                            "医院、企业、村等具名单位之间的结对，另有两列说明种类"),
                    List.of(
                            List.of(SUPPORTER),
                            List.of(SUPPORTER_KIND),
                            List.of(SUPPORTED),
                            List.of(SUPPORTED_KIND),
                            List.of(PROGRAMME),
                            List.of(STATUS),
                            PROVED),
                    Stream.of(PARTIES, DATES, CLAIM),
                    OrganizationPairings::ofAnyKind),
            new TableTemplate(
                    "figures",
                    new Message("figures of a year or any other period", "一年或其他时期的数字"),
                    List.of(
                            List.of(ABOUT),
                            List.of(INDICATOR),
                            List.of(VALUE),
                            List.of(PERIOD, START_DATE, AS_OF),
                            List.of(STATUS),
                            PROVED),
                    Stream.of(List.of(UNIT, QUALIFIER, PRINTED, FROM, TO, CHANGE, TARGET, END_DATE, PROGRAMME), CLAIM),
                    Figures::new),
            new TableTemplate(
                    "documents",
                    new Message("the documents that the evidence is from", "作为出处的文件"),
                    List.of(
                            List.of(FILE),
                            List.of(DIGEST),
                            List.of(TITLE),
                            List.of(TITLE_ENGLISH),
                            List.of(DOCUMENT_KIND),
                            List.of(AS_OF)),
                    Stream.of(List.of(BASIS, NOTE, NOTE_ENGLISH, DOCUMENT_NUMBER, ISSUED, ID)),
                    Documents::new),
            new TableTemplate(
                    "places",
                    new Message("counties, cities and provinces that are missing", "尚缺的县、市、省"),
                    List.of(List.of(CODE), List.of(NAME), List.of(NAME_ENGLISH)),
                    Stream.of(List.of(SHORT_NAME)),
                    Places::new));

    private final String name;
    private final Message about;
    private final List<List<Column>> needs;
    private final List<Column> options;
    private final Rows.Maker rows;

    private TableTemplate(
            String name, Message about, List<List<Column>> needs, Stream<List<Column>> options, Rows.Maker rows) {
        this.name = name;
        this.about = about;
        this.needs = needs;
        this.options = options.flatMap(List::stream).toList();
        this.rows = rows;
    }

    /** All that there are. */
    public static List<TableTemplate> all() {
        return ALL;
    }

    /** The one with a name. */
    public static Optional<TableTemplate> find(String name) {
        return ALL.stream().filter(template -> template.name.equals(name)).findFirst();
    }

    /** As the command line has it. */
    public String name() {
        return name;
    }

    /** What its rows say. */
    public Message about() {
        return about;
    }

    /** For each thing that a row must say, the columns that can say it. */
    public List<List<Column>> needs() {
        return needs;
    }

    /** The columns that may be left out. */
    public List<Column> options() {
        return options;
    }

    /**
     * Converts a table: CSV in UTF-8, divided by commas, semicolons or tabs, with a header in Chinese or English.
     *
     * @param table the bytes of the file
     * @param known what is described already, the code lists included; it is not changed
     * @param namespace in which new things get their IRIs
     */
    public Conversion convert(byte[] table, Graph known, String namespace) {
        var problems = new Problems();
        try {
            return convert(TableText.of(table), new Known(known, namespace), namespace, problems);
        } catch (UnreadableCell e) {
            problems.add(e.reason());
            return problems.refusal();
        }
    }

    private Conversion convert(String text, Known known, String namespace, Problems problems) {
        var lines = new SheetReader(this, problems).read(text);
        var draft = new Draft(known, namespace);
        var reader = rows.of(new Cells(known, draft));
        lines.forEach(reader::read);
        draft.finish();
        return problems.none() ? draft.converted(lines.size()) : problems.refusal();
    }

    /** Every column, those needed first. */
    Stream<Column> columns() {
        return Stream.concat(needs.stream().flatMap(List::stream), options.stream());
    }

    /** How a message names columns of which one is enough. */
    static String either(List<Column> columns) {
        return columns.stream().map(TableTemplate::both).collect(Collectors.joining(" / "));
    }

    /** How a message lists columns. */
    static String list(List<Column> columns) {
        return columns.stream().map(TableTemplate::both).collect(Collectors.joining(", "));
    }

    private static String both(Column column) {
        return "%s (%s)".formatted(column.zh(), column.en());
    }
}
