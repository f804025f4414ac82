package org.pairgraph.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/** The parties that a cell names: known ones by name and place, new ones by what the row says of them. */
final class NamedParties {
    private final Cells cells;

    NamedParties(Cells cells) {
        this.cells = cells;
    }

    /** A party, and what is to be said of it when it is new. */
    record Named(Node node, Optional<Description> description) {
        void describe(Row row, Draft draft) {
            description.ifPresent(added -> draft.describe(added, row));
        }
    }

    /** Those that could be read; the row is refused for the others. */
    List<Named> read(Row row, Side side, PartyKind kind, List<Node> evidence) {
        var names = row.parts(side.name).toList();
        var places = row.parts(side.place).toList();
        if (places.size() > 1 && places.size() != names.size()) {
            row.refuse(
                    side.place,
                    "there are %d names and %d places: give one place for all, or one for each",
                    "有%d个名称、%d个所在地：请只填一个，或逐一对应",
                    names.size(),
                    places.size());
            return List.of();
        }
        var parties = new ArrayList<Named>();
        for (int index = 0; index < names.size(); index++) {
            var place = places.isEmpty()
                    ? Optional.<Node>empty()
                    : row.read(side.place, places.get(places.size() == 1 ? 0 : index), cells.areas::find);
            if (places.isEmpty() || place.isPresent()) {
                party(row, side, kind, names.get(index), place, index, evidence).ifPresent(parties::add);
            }
        }
        return parties;
    }

    private Optional<Named> party(
            Row row, Side side, PartyKind kind, String name, Optional<Node> place, int index, List<Node> evidence) {
        var byId = cells.known.byId(name).filter(thing -> cells.known.isOne(thing, Set.of(kind.type())));
        var found = byId.map(List::of).orElseGet(() -> called(kind, name, place));
        if (found.size() == 1) {
            return Optional.of(new Named(found.getFirst(), Optional.empty()));
        }
        if (found.size() > 1) {
            return row.read(side.name, name, text -> cells.known.only(found, text, kind.called(), Set.of(kind.type())))
                    .map(one -> new Named(one, Optional.empty()));
        }
        return added(row, side, kind, name, place, index, evidence);
    }

    private List<Node> called(PartyKind kind, String name, Optional<Node> place) {
        return Stream.concat(
                        cells.known.named(Set.of(kind.type()), name).stream(),
                        cells.draft.labelled(kind.type(), name).stream())
                .distinct()
                .filter(party -> place.isEmpty() || liesIn(party, place.get()))
                .toList();
    }

    private boolean liesIn(Node party, Node place) {
        return cells.known
                .object(party, PG.within)
                .or(() -> cells.draft.object(party, PG.within))
                .filter(at -> cells.areas.isWithin(at, place))
                .isPresent();
    }

    private Optional<Named> added(
            Row row, Side side, PartyKind kind, String name, Optional<Node> place, int index, List<Node> evidence) {
        var pinyin = nth(row, side.pinyin, index);
        var english = nth(row, side.english, index);
        if (place.isEmpty() || pinyin.isEmpty() || english.isEmpty()) {
            var names = cells.known.namesOf(Set.of(kind.type()));
            var hint = Nearest.hint(name, names);
            row.refuse(
                    side.name,
                    "no %1$s is called \"%3$s\"%5$s: correct the name, or, if it is a new one, fill its place, pinyin and English name (%4$s)",
                    "没有叫“%3$s”的%2$s%6$s：请改正名称；新单位请填所在地、拼音和英文名（%4$s）",
                    kind.called().en(),
                    kind.called().zh(),
                    name,
                    TableTemplate.list(List.of(side.place, side.pinyin, side.english)),
                    hint.en(),
                    hint.zh());
            return Optional.empty();
        }
        return row.read(side.pinyin, pinyin.get(), Slug::parse)
                .map(slug -> cells.draft.iri("%s/%s-%s".formatted(kind.folder(), cells.known.key(place.get()), slug)))
                .filter(node -> isFree(row, side, node, name))
                .map(node -> new Named(
                        node, Optional.of(description(node, kind, name, english.get(), place.get(), evidence))));
    }

    private static Description description(
            Node node, PartyKind kind, String name, String english, Node place, List<Node> evidence) {
        var description = new Description(node, kind.type())
                .labels(name, english)
                .add(PG.within, place)
                .add(PG.evidence, evidence);
        return kind == PartyKind.VILLAGE
                ? description.add(PG.villageType, Codes.code(name.endsWith("社区") ? "community" : "village"))
                : description;
    }

    private boolean isFree(Row row, Side side, Node node, String name) {
        if (!cells.draft.describes(node)) {
            return true;
        }
        row.refuse(
                side.pinyin,
                "\"%s\" would get the id of another, %s: add a word to its pinyin",
                "“%s”的标识会与另一个（%s）相同：请在拼音中加一个词",
                name,
                cells.known.shortId(node));
        return false;
    }

    private static Optional<String> nth(Row row, Column column, int index) {
        return row.parts(column).skip(index).findFirst();
    }
}
