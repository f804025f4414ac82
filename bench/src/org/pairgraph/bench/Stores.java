package org.pairgraph.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The stores that are measured, made when they are not there yet. */
record Stores(Setup setup) {

    /** The program's store of the network and the ontology. */
    Path ours() {
        return made("ours", this::load);
    }

    /** Plain TDB2 of the network alone. */
    Path plain() {
        return made("plain", this::loadPlain);
    }

    /** A copy of the TDB2 folder of our store. */
    Path copyOfOurs() {
        var ours = ours();
        return made("copy", folder -> {
            copy(ours.resolve("tdb2"), folder);
            return new Child.Cost(0, 0, 0);
        });
    }

    /** A copy of a folder to be changed by one run. */
    Path scratch(String name, Path original) {
        var folder = setup.folder().resolve(name);
        delete(folder);
        copy(original, folder);
        settle();
        return folder;
    }

    /** Fills a store of ours, as it is first started on the network. */
    Child.Cost load(Path folder) {
        delete(folder);
        return run("load-ours", home(), firstStart(folder));
    }

    /** Imports the network into a store of ours that holds the ontology alone; making that is not counted. */
    Child.Cost importInto(Path folder) {
        delete(folder);
        run("import-ontology", emptyHome(), firstStart(folder));
        return run(
                "import-network",
                emptyHome(),
                setup.pairgraph(
                        "import", setup.network().toString(), "--source", "synthetic", "--store", folder.toString()));
    }

    /** Fills a plain TDB2 folder with the parallel loader. */
    Child.Cost loadPlain(Path folder) {
        delete(folder);
        return run(
                "load-plain",
                home(),
                setup.peer(TdbLoad.class, folder.toString(), setup.network().toString()));
    }

    private List<String> firstStart(Path folder) {
        return setup.pairgraph("serve", "--check", "--port", "0", "--store", folder.toString());
    }

    /** Has all that was written go to the disk: what is measured next would wait for it. */
    private void settle() {
        try (var sync = Child.start(setup, "sync", home(), List.of("sync"))) {
            sync.end();
        }
    }

    private Child.Cost run(String name, Path home, List<String> command) {
        settle();
        try (var child = Child.start(setup, name, home, command)) {
            return child.end();
        }
    }

    /** A home folder with our ontology whose only data is the network. */
    Path home() {
        var home = emptyHome("home");
        var data = home.resolve("data/synthetic");
        try {
            if (!Files.exists(data)) {
                Files.createDirectories(data);
                Files.createLink(data.resolve("synthetic.ttl"), setup.network());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    private Path emptyHome() {
        return emptyHome("empty-home");
    }

    private Path emptyHome(String name) {
        var home = setup.folder().resolve(name);
        try {
            if (!Files.exists(home)) {
                Files.createDirectories(home.resolve("data"));
                Files.createSymbolicLink(home.resolve("ontology"), setup.home().resolve("ontology"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Maker {
        Child.Cost make(Path folder);
    }

    private Path made(String name, Maker maker) {
        var folder = setup.folder().resolve(name);
        var done = setup.folder().resolve(name + ".done");
        if (!Files.exists(done)) {
            Progress.say("making the store \"" + name + "\" …");
            delete(folder);
            maker.make(folder);
            try {
                Files.createFile(done);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.toList()) {
                if (!file.getFileName().toString().equals("tdb.lock")) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
