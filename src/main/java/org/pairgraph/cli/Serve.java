package org.pairgraph.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.pairgraph.server.Config;
import org.pairgraph.server.PairServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Serve the graph until stopped.", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "The address to listen on (${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--port", defaultValue = "7070", description = "The port to listen on (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--documents", paramLabel = "DIR", description = "The folder of the source documents.")
    private Optional<Path> documents;

    @Option(names = "--keep-data", description = "Leave the bundled sources as an earlier version wrote them.")
    private boolean keepData;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var config = new Config(Home.folder(), store.folder(), host, port, documents, keepData);
        var server = PairServer.start(config, out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        out.println("pairgraph serves " + server.url() + "  (SPARQL: " + server.url() + "/sparql)");
        new CountDownLatch(1).await();
        return Main.DONE;
    }
}
