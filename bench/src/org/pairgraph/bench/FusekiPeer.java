package org.pairgraph.bench;

import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.tdb2.DatabaseMgr;
import org.eclipse.jetty.server.HttpConnectionFactory;

/** Plain Fuseki on a TDB2 folder, with the buffer of 32 KiB that ours has and no log of requests. */
public final class FusekiPeer {
    private FusekiPeer() {}

    public static void main(String[] args) {
        var dataset = DatabaseMgr.connectDatasetGraph(Location.create(args[0]));
        var server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/ds", dataset, true)
                .build();
        for (var connector : server.getJettyServer().getConnectors()) {
            connector
                    .getConnectionFactory(HttpConnectionFactory.class)
                    .getHttpConfiguration()
                    .setOutputBufferSize(32 * 1024);
        }
        server.start();
        System.out.println("Fuseki serves http://127.0.0.1:" + server.getHttpPort() + "/ds");
        server.join();
    }
}
