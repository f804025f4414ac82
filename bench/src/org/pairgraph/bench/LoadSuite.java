package org.pairgraph.bench;

/** The first load of the network: ours with its ledger, versions and derived triples, beside TDB2's parallel loader. */
public final class LoadSuite {
    private LoadSuite() {}

    public static void main(String[] args) {
        var setup = Setup.ofProperties();
        var stores = new Stores(setup);
        var ours = new Costs();
        var plain = new Costs();
        for (int round = 1; round <= setup.rounds(); round++) {
            Progress.say("load, round " + round);
            ours.add(stores.load(setup.folder().resolve("round-ours")));
            plain.add(stores.loadPlain(setup.folder().resolve("round-plain")));
        }
        Stores.delete(setup.folder().resolve("round-ours"));
        Stores.delete(setup.folder().resolve("round-plain"));

        Report.title(setup, "First load");
        Report.head("", "pairgraph", "tdbloader, parallel", "ratio", "target");
        row("wall, s", ours.wall, plain.wall, "≤ 2.5");
        row("processor, s", ours.cpu, plain.cpu, "");
        row("memory without mapped files, MB", ours.memory, plain.memory, "≤ 4,096 MB");
        Report.note(
                "pairgraph: `serve --check` on an empty store whose only data is the network, start included; it also"
                        + " stores the version as a graph of its own, the default graph, the derived triples and the ontology."
                        + " What comes with the program is not held against the shapes on this way.");
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

    private static void row(String what, Samples ours, Samples plain, String target) {
        Report.row(what, ours.median(), plain.median(), ours.median() / plain.median(), target);
    }
}
