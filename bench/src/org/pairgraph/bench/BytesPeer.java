package org.pairgraph.bench;

import io.javalin.Javalin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The same server as ours without anything in it: answers with as many bytes as the path says. */
public final class BytesPeer {
    private BytesPeer() {}

    public static void main(String[] args) {
        Map<Integer, byte[]> answers = new ConcurrentHashMap<>();
        var server = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.jetty.host = "127.0.0.1";
            javalin.jetty.port = 0;
            javalin.jetty.threadPool = new QueuedThreadPool(100, 8);
            javalin.jetty.modifyHttpConfiguration(http -> http.setOutputBufferSize(32 * 1024));
            javalin.routes.get(
                    "/bytes/{count}",
                    ctx -> ctx.contentType("application/json")
                            .result(answers.computeIfAbsent(Integer.valueOf(ctx.pathParam("count")), byte[]::new)));
        });
        server.start();
        System.out.println("Bytes: serves http://127.0.0.1:" + server.port());
    }
}
