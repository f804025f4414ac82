package org.pairgraph.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OA;
import org.pairgraph.vocab.PG;

/** The passages that a row names as its evidence: by id, or by document and position or lines. */
final class Passages {
    private static final Message DOCUMENT = new Message("document", "文件");

    private final Known known;
    private final Map<Node, List<Node>> ofDocument = new HashMap<>();

    Passages(Known known) {
        this.known = known;
    }

    /** The passages; empty when the row had to be refused. */
    List<Node> of(Row row) {
        var document = row.read(Column.DOCUMENT, text -> known.one(Set.of(PG.Document), text, DOCUMENT));
        if (row.has(Column.EVIDENCE)) {
            var passages = row.readAll(Column.EVIDENCE, this::passage);
            document.ifPresent(named -> passages.stream()
                    .filter(passage -> !known.says(passage, PG.document, named))
                    .forEach(passage -> row.refuse(
                            Column.DOCUMENT,
                            "the passage %s is of another document: correct one of the two",
                            "段落%s出自另一份文件：请改正其中之一",
                            known.shortId(passage))));
            return passages;
        }
        return document.flatMap(named -> in(named, row)).map(List::of).orElse(List.of());
    }

    private Node passage(String text) throws UnreadableCell {
        return known.byId(text.replaceAll("^<|>$", ""))
                .filter(thing -> known.isOne(thing, Set.of(PG.Evidence)))
                .orElseThrow(() -> new UnreadableCell(unknown()));
    }

    private Optional<Node> in(Node document, Row row) {
        var start = row.read(Column.START, Passages::number);
        var end = row.read(Column.END, Passages::number);
        var startLine = row.read(Column.START_LINE, Passages::number);
        var endLine = row.read(Column.END_LINE, Passages::number).or(() -> startLine);
        if (row.isRefused()) {
            return Optional.empty();
        }
        if ((start.isEmpty() || end.isEmpty()) && startLine.isEmpty()) {
            row.refuse(
                    Column.DOCUMENT,
                    "the passage is not said: give its id in the column evidence, or start and end offset, or the lines; pairgraph evidence locate prints them",
                    "没有说明是哪一段：请在“证据”列填段落标识，或填起止位置，或填行号；用 pairgraph evidence locate 可得");
            return Optional.empty();
        }
        var found = ofDocument
                .computeIfAbsent(document, of -> known.subjects(PG.document, of).toList())
                .stream()
                .filter(passage -> is(passage, OA.start.asNode(), start) && is(passage, OA.end.asNode(), end))
                .filter(passage -> is(passage, PG.startLine, startLine) && is(passage, PG.endLine, endLine))
                .toList();
        if (found.size() > 1) {
            row.refuse(
                    Column.DOCUMENT,
                    "there are several such passages: give the id of one in the column evidence (%s)",
                    "有几个这样的段落：请在“证据”列填其中一个的标识（%s）",
                    String.join(
                            "; ", found.stream().map(known::shortId).sorted().toList()));
            return Optional.empty();
        }
        if (found.isEmpty()) {
            row.refuse(Column.DOCUMENT, unknown().en(), unknown().zh());
        }
        return found.stream().findFirst();
    }

    private boolean is(Node passage, Node property, Optional<Integer> number) {
        var described = property.getNameSpace().equals(OA.NS)
                ? known.object(passage, OA.hasSelector.asNode()).orElse(passage)
                : passage;
        return number.isEmpty()
                || known.objects(described, property)
                        .anyMatch(value -> value.getLiteralLexicalForm().equals(String.valueOf(number.get())));
    }

    private static Integer number(String text) throws UnreadableCell {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new UnreadableCell("this is no whole number: correct it", "这不是整数：请改正");
        }
    }

    private static Message unknown() {
        return Message.of(
                "no such passage is known: find it with pairgraph evidence locate, keep what that prints in a file, and name the file with --with",
                "没有这个段落：请用 pairgraph evidence locate 找到它，把打印的内容存成文件，再用 --with 指明");
    }
}
