package org.pairgraph.bench;

import java.util.List;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;

/** What {@code tdb2.tdbloader --loader=parallel} does: a file into the default graph of an empty folder. */
public final class TdbLoad {
    private TdbLoad() {}

    public static void main(String[] args) {
        var dataset = DatabaseMgr.connectDatasetGraph(Location.create(args[0]));
        var loader = LoaderFactory.parallelLoader(dataset, (format, values) -> {});
        loader.startBulk();
        loader.load(List.of(args[1]));
        loader.finishBulk();
    }
}
