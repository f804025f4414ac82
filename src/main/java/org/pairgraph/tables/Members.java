package org.pairgraph.tables;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/** The counted groups that named parties are members of. */
final class Members {
    private static final Message GROUP = new Message("counted group", "计数组");

    private final Cells cells;
    private final Set<Node> counted = new HashSet<>();

    Members(Cells cells) {
        this.cells = cells;
    }

    /** The group that a side names, if it is one of such parties. */
    Optional<Node> group(Row row, Side side, PartyKind kind) {
        return row.read(side.group, text -> {
            var group = cells.known.one(Set.of(PG.PartyGroup), text, GROUP);
            if (!cells.known.says(group, PG.memberKind, Codes.code(kind.code()))) {
                throw new UnreadableCell(
                        "the members of this group are not of this kind: correct the group or the kind",
                        "该组的成员不属于这一种类：请改正组或种类");
            }
            return group;
        });
    }

    /** The counted pairing of the groups; none when the row names its whole itself. */
    List<Node> wholes(Row row, Optional<Node> supporters, Optional<Node> supported) {
        if (row.has(Column.PART_OF) || supporters.isEmpty() && supported.isEmpty()) {
            return List.of();
        }
        var wholes = cells.known
                .instances(Set.of(PG.Pairing))
                .filter(pairing -> supporters.isEmpty() || cells.known.says(pairing, PG.supporter, supporters.get()))
                .filter(pairing -> supported.isEmpty() || cells.known.says(pairing, PG.supported, supported.get()))
                .toList();
        if (wholes.isEmpty() && supporters.isPresent() && supported.isPresent()) {
            row.refuse("no counted pairing has these two groups: correct one of them", "没有以这两组为双方的计数结对：请改正其中之一");
        }
        if (wholes.size() > 1) {
            row.refuse(
                    "the group stands in several pairings: name the whole in the column part of",
                    "该组出现在几个结对中：请在“属于”列指明整体");
        }
        return wholes;
    }

    /** Names members of a group; when all rows are read, there may not be more than it counts. */
    void add(Row row, Node group, List<Node> parties, Side side) {
        parties.forEach(party -> cells.draft.add(group, PG.namedMember, party));
        if (counted.add(group)) {
            cells.draft.afterwards(() -> requireRoom(row, group, side));
        }
    }

    private void requireRoom(Row row, Node group, Side side) {
        int named = cells.draft.objects(group, PG.namedMember).size();
        var count = cells.known.object(group, PG.memberCount).map(Node::getLiteralLexicalForm);
        if (count.filter(of -> named > Integer.parseInt(of)).isPresent()) {
            row.refuse(
                    side.group,
                    "the group counts %s members, and with this table %d are named: remove those that are not of the group",
                    "该组共%s个成员，连同本表已有%d个具名：请删去不属于该组的",
                    count.get(),
                    named);
        }
    }
}
