package org.pairgraph.tables;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.pairgraph.vocab.PG;

/** Rows that describe documents whose texts are at hand. */
final class Documents implements Rows {
    private static final Pattern HEXADECIMAL = Pattern.compile("\\d+_([0-9a-f]{16})\\.[a-z]+");

    private static final String EXAMPLE = "document/hezhou-2024-03";

    private final Cells cells;
    private final Codes kinds;
    private final Codes bases;

    Documents(Cells cells) {
        this.cells = cells;
        this.kinds = cells.codes("document-kinds");
        this.bases = cells.codes("claim-bases");
    }

    @Override
    public void read(Row row) {
        var file = row.read(Column.FILE, Documents::fileName);
        var iri = file.map(name -> iri(row, name)).orElseGet(() -> cells.draft.iri(EXAMPLE));
        var document = new Description(iri, PG.Document);
        file.ifPresent(name -> document.text(DCTerms.identifier.asNode(), name));
        row.read(Column.DIGEST, Documents::digest).ifPresent(digest -> document.text(PG.textDigest, digest));
        document.labels(row, Column.TITLE, Column.TITLE_ENGLISH);
        row.read(Column.DOCUMENT_KIND, kinds::find).ifPresent(kind -> document.add(PG.documentKind, kind));
        Cells.words(row, Column.DOCUMENT_NUMBER).ifPresent(number -> document.text(PG.documentNumber, number));
        row.read(Column.ISSUED, Documents::day).ifPresent(day -> document.date(DCTerms.issued.asNode(), day.first()));
        row.read(Column.AS_OF, Moment::parse).ifPresent(moment -> Cells.asOf(document, moment));
        var basis = row.read(Column.BASIS, bases::find);
        basis.ifPresent(code -> document.add(PG.basis, code));
        Cells.notes(row, document, basis.orElse(Codes.code("stated")));
        if (!row.isRefused()) {
            cells.draft.describe(document, row);
        }
    }

    private Node iri(Row row, String file) {
        var hexadecimal = HEXADECIMAL.matcher(file);
        if (hexadecimal.matches()) {
            return cells.draft.iri(row, "document/" + hexadecimal.group(1));
        }
        try {
            return cells.draft.iri(row, "document/" + Slug.parse(file.replaceFirst("\\.[^.]*$", "")));
        } catch (UnreadableCell notAscii) {
            if (!row.has(Column.ID)) {
                row.refuse(
                        Column.FILE,
                        "no id can be made of this file name: give the row one in the column id, such as %s",
                        "无法由此文件名得出标识：请在“标识”列自定，如%s",
                        EXAMPLE);
            }
            return cells.draft.iri(row, EXAMPLE);
        }
    }

    private static String fileName(String text) throws UnreadableCell {
        if (text.contains("/") || text.contains("\\") || text.contains("<")) {
            throw new UnreadableCell("only the name of the file, without its folder: correct it", "只填文件名，不带文件夹：请改正");
        }
        return text;
    }

    private static String digest(String text) throws UnreadableCell {
        var digest = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new UnreadableCell(
                    "a SHA-256 has 64 hexadecimal digits: compute it with sha256sum FILE or certutil -hashfile FILE SHA256",
                    "SHA-256是64位十六进制：请用 sha256sum 文件 或 certutil -hashfile 文件 SHA256 计算");
        }
        return digest;
    }

    private static Moment day(String text) throws UnreadableCell {
        var moment = Moment.parse(text);
        if (!moment.precision().equals("day")) {
            throw new UnreadableCell("a date of issue is a day: write it in full, or leave it out", "印发日期须写到日：请写全，或不填");
        }
        return moment;
    }
}
