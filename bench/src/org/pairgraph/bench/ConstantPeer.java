package org.pairgraph.bench;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server that has one answer, in memory, with the output buffer of 32 KiB that ours has. */
public final class ConstantPeer {
    private ConstantPeer() {}

    public static void main(String[] args) throws IOException {
        var answer = Files.readAllBytes(Path.of(args[0]));
        var server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.modifyHttpConfiguration(http -> http.setOutputBufferSize(32 * 1024));
                    config.routes.get(
                            "/",
                            ctx -> ctx.contentType("application/sparql-results+json")
                                    .result(answer));
                })
                .start(0);
        System.out.println("Constant serves http://127.0.0.1:" + server.port());
    }
}
