package org.pairgraph.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/** What every template needs to make sense of cells, with what is known at hand. */
final class Cells {
    private static final Message PROGRAMME = new Message("programme", "协作");

    final Known known;
    final Areas areas;
    final Passages passages;
    final Draft draft;
    private final Codes statuses;
    private final Codes bases;

    Cells(Known known, Draft draft) {
        this.known = known;
        this.draft = draft;
        this.areas = new Areas(known);
        this.passages = new Passages(known);
        this.statuses = Codes.in(known, "statuses");
        this.bases = Codes.in(known, "claim-bases");
    }

    Codes codes(String scheme) {
        return Codes.in(known, scheme);
    }

    Optional<Node> programme(Row row) {
        return row.read(Column.PROGRAMME, text -> known.one(Set.of(PG.Programme), text, PROGRAMME));
    }

    /** A text that may stand in a label or a note. */
    static Optional<String> words(Row row, Column column) {
        return row.read(column, text -> {
            if (text.contains("<") || text.codePoints().anyMatch(Character::isISOControl)) {
                throw new UnreadableCell("a text has no \"<\" and no line breaks: remove them", "文字不能有“<”和换行：请删去");
            }
            return text;
        });
    }

    /** Status, basis, notes, programme, whole and evidence, which every claim has. */
    void claim(Row row, Description claim, List<Node> evidence) {
        claim.add(PG.evidence, evidence);
        row.read(Column.STATUS, statuses::find).ifPresent(status -> claim.add(PG.status, status));
        var basis = row.read(Column.BASIS, bases::find).orElse(Codes.code("stated"));
        claim.add(PG.basis, basis);
        notes(row, claim, basis);
        partOf(row, claim);
    }

    /** Notes in both languages; what is inferred needs one. */
    static void notes(Row row, Description description, Node basis) {
        words(row, Column.NOTE).ifPresent(note -> description.text(PG.note, note, "zh-Hans"));
        words(row, Column.NOTE_ENGLISH).ifPresent(note -> description.text(PG.note, note, "en"));
        if (basis.equals(Codes.code("inferred")) && !row.has(Column.NOTE) && !row.has(Column.NOTE_ENGLISH)) {
            row.refuse(Column.BASIS, "what is inferred needs a note that says how: add one", "推断须说明如何推断：请填附注");
        }
    }

    /** The dates of a claim. */
    static void dates(Row row, Description claim) {
        var start = row.read(Column.START_DATE, Moment::parse);
        var end = row.read(Column.END_DATE, Moment::parse);
        start.ifPresent(moment -> start(claim, moment));
        end.ifPresent(moment -> end(claim, moment));
        row.read(Column.AS_OF, Moment::parse).ifPresent(moment -> asOf(claim, moment));
        if (start.isPresent()
                && end.isPresent()
                && end.get().last().isBefore(start.get().first())) {
            row.refuse(Column.END_DATE, "the end lies before the start: correct one of them", "结束早于开始：请改正其中之一");
        }
    }

    static void start(Description claim, Moment moment) {
        claim.date(PG.startDate, moment.first(), PG.startPrecision, moment);
    }

    static void end(Description claim, Moment moment) {
        claim.date(PG.endDate, moment.last(), PG.endPrecision, moment);
    }

    static void asOf(Description claim, Moment moment) {
        claim.date(PG.asOf, moment.first(), PG.asOfPrecision, moment);
    }

    /** For a claim without a date: the earliest as-of of the documents that say it. */
    void asOfDocuments(Row row, Description claim, List<Node> evidence) {
        var earliest = evidence.stream()
                .flatMap(passage -> known.objects(passage, PG.document))
                .filter(document -> known.object(document, PG.asOf).isPresent())
                .min(Comparator.comparing(document ->
                        known.object(document, PG.asOf).orElseThrow().getLiteralLexicalForm()));
        if (earliest.isEmpty()) {
            row.refuse(
                    "there is no date, and the document has none: give a start or an as-of", "没有日期，文件也没有：请填开始日期或截至日期");
            return;
        }
        known.object(earliest.get(), PG.asOf).ifPresent(day -> claim.add(PG.asOf, day));
        known.object(earliest.get(), PG.asOfPrecision).ifPresent(code -> claim.add(PG.asOfPrecision, code));
    }

    private void partOf(Row row, Description claim) {
        row.text(Column.PART_OF).ifPresent(text -> {
            var whole = known.byId(text);
            if (whole.isPresent()) {
                claim.add(PG.partOf, whole.get());
                return;
            }
            var inTable = text.startsWith("http") ? Node.ANY : draft.iri(text);
            if (inTable.isConcrete()) {
                claim.add(PG.partOf, inTable);
            }
            draft.afterwards(() -> {
                if (!draft.describes(inTable)) {
                    row.refuse(
                            Column.PART_OF,
                            "no claim has this id: correct it, or add the row of the whole",
                            "没有这个标识的陈述：请改正，或补上整体的那一行");
                }
            });
        });
    }
}
