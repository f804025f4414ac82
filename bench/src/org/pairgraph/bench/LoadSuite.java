package org.pairgraph.bench;

/**
 * The first load of the network, beside TDB2's parallel loader: with the program's own data at first start, and as an
 * import with every check.
 */
public final class LoadSuite {
    private LoadSuite() {}

    public static void main(String[] args) {
        var setup = Setup.ofProperties();
        var stores = new Stores(setup);
        var ours = new Costs();
        var imported = new Costs();
        var plain = new Costs();
        for (int round = 1; round <= setup.rounds(); round++) {
            Progress.say("load, round " + round);
            ours.add(stores.load(setup.folder().resolve("round-ours")));
            imported.add(stores.importInto(setup.folder().resolve("round-import")));
            plain.add(stores.loadPlain(setup.folder().resolve("round-plain")));
        }
        Stores.delete(setup.folder().resolve("round-ours"));
        Stores.delete(setup.folder().resolve("round-import"));
        Stores.delete(setup.folder().resolve("round-plain"));

        Report.title(setup, "First load");
        Report.head(
                "", "first start", "import", "tdbloader, parallel", "ratio, first start", "ratio, import", "target");
        row("wall, s", ours.wall, imported.wall, plain.wall, "≤ 2.5");
        row("processor, s", ours.cpu, imported.cpu, plain.cpu, "");
        row("memory without mapped files, MB", ours.memory, imported.memory, plain.memory, "≤ 4,096 MB");
        Report.note("First start: `serve --check` on an empty store whose only data is the network, start and ontology"
                + " included, without shapes. Import: `pairgraph import` into a store of the ontology, with every check."
                + " Both also keep the version as a graph of its own, the default graph and the derived triples.");
    }

    private static final class Costs {
        private final Samples wall = new Samples();
        private final Samples cpu = new Samples();
        private final Samples memory = new Samples();

        private void add(Child.Cost cost) {
            wall.add(cost.wallSeconds());
            cpu.add(cost.cpuSeconds());
            memory.add(cost.peakMegabytes());
        }
    }

    private static void row(String what, Samples ours, Samples imported, Samples plain, String target) {
        Report.row(
                what,
                ours.median(),
                imported.median(),
                plain.median(),
                ours.median() / plain.median(),
                imported.median() / plain.median(),
                target);
    }
}
