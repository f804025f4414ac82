package org.pairgraph.tables;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Rows that pair schools, hospitals, firms, villages by name; they may be members of counted groups. */
final class OrganizationPairings implements Rows {
    private final Cells cells;
    private final Members members;
    private final NamedParties parties;
    private final PairingWriter writer;
    private final Optional<PartyKind> kind;
    private final Codes kinds;

    private OrganizationPairings(Cells cells, Optional<PartyKind> kind) {
        this.cells = cells;
        this.members = new Members(cells);
        this.parties = new NamedParties(cells);
        this.writer = new PairingWriter(cells);
        this.kind = kind;
        this.kinds = cells.codes("party-kinds");
    }

    /** Both sides are of one kind. */
    static OrganizationPairings of(PartyKind kind, Cells cells) {
        return new OrganizationPairings(cells, Optional.of(kind));
    }

    /** The table says the kind of each side. */
    static OrganizationPairings ofAnyKind(Cells cells) {
        return new OrganizationPairings(cells, Optional.empty());
    }

    @Override
    public void read(Row row) {
        var evidence = cells.passages.of(row);
        var supporters = party(row, Side.SUPPORTER, evidence);
        var supported = party(row, Side.SUPPORTED, evidence);
        var wholes = members.wholes(row, supporters.group(), supported.group());
        writer.write(row, supported.kind(), supporters.nodes(), supported.nodes(), wholes, evidence);
        if (!row.isRefused()) {
            add(row, supporters);
            add(row, supported);
        }
    }

    /** One side as the row has it. */
    private record Read(Side side, String kind, List<NamedParties.Named> parties, Optional<Node> group) {
        List<Node> nodes() {
            return parties.stream().map(NamedParties.Named::node).toList();
        }
    }

    private Read party(Row row, Side side, List<Node> evidence) {
        return kind(row, side)
                .map(of ->
                        new Read(side, of.code(), parties.read(row, side, of, evidence), members.group(row, side, of)))
                .orElseGet(() -> new Read(side, "", List.of(), Optional.empty()));
    }

    private void add(Row row, Read read) {
        read.parties().forEach(party -> party.describe(row, cells.draft));
        read.group().ifPresent(group -> members.add(row, group, read.nodes(), read.side()));
    }

    private Optional<PartyKind> kind(Row row, Side side) {
        return kind.or(() -> row.read(side.kind, text -> PartyKind.of(kinds.find(text))));
    }
}
