package org.pairgraph.tables;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/** Writes one pairing of a row whose sides are read. */
final class PairingWriter {
    private final Cells cells;

    PairingWriter(Cells cells) {
        this.cells = cells;
    }

    /**
     * Writes the pairing, if nothing of the row had to be refused.
     *
     * @param kind the code of the kind of the supported side
     * @param wholes the counted pairings that it is a part of
     */
    void write(
            Row row, String kind, List<Node> supporters, List<Node> supported, List<Node> wholes, List<Node> evidence) {
        if (supporters.stream().anyMatch(supported::contains)) {
            row.refuse("the same party stands on both sides: correct one of them", "同一方出现在两边：请改正其中一边");
        }
        var programme = cells.programme(row);
        var pairing = new Description(
                cells.draft.iri(row, "pairing/%s/%s-%s".formatted(kind, keys(supporters), keys(supported))),
                PG.Pairing);
        pairing.add(PG.pairingKind, Codes.code(kind))
                .add(PG.supporter, supporters)
                .add(PG.supported, supported)
                .add(PG.partOf, wholes);
        programme.ifPresent(node -> pairing.add(PG.programme, node));
        Cells.dates(row, pairing);
        if (!row.has(Column.START_DATE) && !row.has(Column.AS_OF) && !evidence.isEmpty()) {
            cells.asOfDocuments(row, pairing, evidence);
        }
        cells.claim(row, pairing, evidence);
        wholes.forEach(whole -> requireSameStatus(row, pairing, whole));
        if (!row.isRefused()) {
            cells.draft.describe(pairing, row);
        }
    }

    private void requireSameStatus(Row row, Description pairing, Node whole) {
        Set<Node> mine = pairing.triples().stream()
                .filter(triple -> triple.getPredicate().equals(PG.status))
                .map(triple -> triple.getObject())
                .collect(Collectors.toSet());
        if (!mine.isEmpty() && cells.known.objects(whole, PG.status).noneMatch(mine::contains)) {
            row.refuse(
                    Column.STATUS,
                    "the counted pairing %s has another status: planned and actual never mix; correct the status or leave out the group",
                    "计数结对%s的状态不同：计划与实际不可混合；请改正状态或不填所属组",
                    cells.known.shortId(whole));
        }
    }

    private String keys(List<Node> parties) {
        return parties.stream().map(cells.known::key).sorted().collect(Collectors.joining("_"));
    }
}
