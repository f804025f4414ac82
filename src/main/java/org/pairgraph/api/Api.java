package org.pairgraph.api;

import io.javalin.config.JavalinConfig;
import java.util.Map;
import org.pairgraph.store.PairStore;

/** The routes below {@code /api/v1} and {@code /health}. */
public final class Api {
    private final PairStore store;

    public Api(PairStore store) {
        this.store = store;
    }

    /** Declares the routes. */
    public void mount(JavalinConfig javalin) {
        javalin.routes.get("/health/live", ctx -> ctx.json(Map.of("status", "up")));
        javalin.routes.get(
                "/health/ready",
                ctx -> ctx.json(
                        Map.of("status", "up", "revision", store.history().head())));
    }
}
