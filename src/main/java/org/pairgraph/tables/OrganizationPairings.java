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
        var supporterKind = kind(row, Side.SUPPORTER);
        var supportedKind = kind(row, Side.SUPPORTED);
        if (supporterKind.isEmpty() || supportedKind.isEmpty()) {
            return;
        }
        var evidence = cells.passages.of(row);
        var supporters = parties.read(row, Side.SUPPORTER, supporterKind.get(), evidence);
        var supported = parties.read(row, Side.SUPPORTED, supportedKind.get(), evidence);
        var supporterGroup = members.group(row, Side.SUPPORTER, supporterKind.get());
        var supportedGroup = members.group(row, Side.SUPPORTED, supportedKind.get());
        var wholes = members.wholes(row, supporterGroup, supportedGroup);

        writer.write(row, supportedKind.get().code(), nodes(supporters), nodes(supported), wholes, evidence);
        if (!row.isRefused()) {
            supporters.forEach(party -> party.describe(row, cells.draft));
            supported.forEach(party -> party.describe(row, cells.draft));
            supporterGroup.ifPresent(group -> members.add(row, group, nodes(supporters), Side.SUPPORTER));
            supportedGroup.ifPresent(group -> members.add(row, group, nodes(supported), Side.SUPPORTED));
        }
    }

    private Optional<PartyKind> kind(Row row, Side side) {
        return kind.or(() -> row.read(side.kind, text -> PartyKind.of(kinds.find(text))));
    }

    private static List<Node> nodes(List<NamedParties.Named> parties) {
        return parties.stream().map(NamedParties.Named::node).toList();
    }
}
