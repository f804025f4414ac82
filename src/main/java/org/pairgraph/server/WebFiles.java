package org.pairgraph.server;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;

/**
 * The web application over HTTP, as it was built into the program: one page for all of its own addresses, and the files
 * that the page loads. Nothing that it hands out may ask another host for anything.
 */
final class WebFiles {
    /** The addresses that are places of the application. */
    private static final List<String> PLACES = List.of("/", "/walk", "/map", "/query", "/data", "/about");

    /** Where a browser, too, gets the answer of a machine when there is nothing. */
    private static final List<String> FOR_MACHINES = List.of("/api/", "/assets/", "/sparql", "/health/");

    /** The addresses of things, whose page asks the API itself and says what is wrong with a value. */
    private static final List<String> THINGS = List.of("/id/", "/code/", "/genid/", "/graph/", "/ontology");

    private static final String REFERENCE = "/docs";

    /** What a browser asks for beside a document that names no icon: a citation, a list of dumps, JSON. */
    private static final String ICON_OF_ANY_DOCUMENT = "/favicon.ico";

    private static final String ICON = "favicon.svg";

    private static final String POLICY = "Content-Security-Policy";

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'");

    private static final Map<String, String> HEADERS_OF_PAGES = Map.of(
            POLICY,
            CONTENT_SECURITY_POLICY,
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    private final BuiltFiles files;

    WebFiles(BuiltFiles files) {
        this.files = files;
    }

    void mount(JavalinConfig javalin) {
        PLACES.forEach(place -> read(javalin, place, this::page));
        read(javalin, REFERENCE, this::reference);
        files.names().forEach(name -> read(javalin, "/" + name, ctx -> file(ctx, name)));
        read(javalin, ICON_OF_ANY_DOCUMENT, ctx -> file(ctx, ICON));
        javalin.routes.error(HttpStatus.NOT_FOUND, "html", this::nothingHere);
        javalin.routes.error(HttpStatus.BAD_REQUEST, "html", this::notAnAddress);
        javalin.jetty.modifyServer(server ->
                server.setErrorHandler(new UnreadableAddress(files, HEADERS_OF_PAGES, server.getErrorHandler())));
    }

    /** Answers with the application's page, which shows what belongs to the address; 404 where it was not built. */
    void page(Context ctx) {
        HEADERS_OF_PAGES.forEach(ctx::header);
        ctx.header(Header.VARY, Header.ACCEPT);
        file(ctx, BuiltFiles.PAGE);
    }

    /** Answers with the page that describes the API; what draws it writes its styles into the page. */
    private void reference(Context ctx) {
        HEADERS_OF_PAGES.forEach(ctx::header);
        ctx.header(POLICY, CONTENT_SECURITY_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
        file(ctx, "docs/" + BuiltFiles.PAGE);
    }

    /** Replaces the problem that nobody reads in a browser by the page, which says the same in words. */
    private void nothingHere(Context ctx) {
        if (files.find(BuiltFiles.PAGE).isPresent() && isForReaders(ctx.path())) {
            page(ctx);
            ctx.status(HttpStatus.NOT_FOUND);
        }
    }

    /** The same for a thing that is asked for with a value that cannot be. */
    private void notAnAddress(Context ctx) {
        if (files.find(BuiltFiles.PAGE).isPresent() && THINGS.stream().anyMatch(ctx.path()::startsWith)) {
            page(ctx);
            ctx.status(HttpStatus.BAD_REQUEST);
        }
    }

    static boolean isForReaders(String path) {
        return FOR_MACHINES.stream().noneMatch(path::startsWith);
    }

    private void file(Context ctx, String name) {
        var found = files.find(name);
        if (found.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND)
                    .contentType("text/plain; charset=utf-8")
                    .result("This program was built without the web application: build it again where there is Node"
                            + " 20.19 or newer. The API answers all the same: /openapi.yaml describes it.");
            return;
        }
        send(ctx, found.get());
    }

    private static void send(Context ctx, BuiltFiles.BuiltFile file) {
        ctx.header(Header.CACHE_CONTROL, file.immutable() ? "public, max-age=31536000, immutable" : "no-cache");
        ctx.header(Header.ETAG, file.etag());
        if (file.etag().equals(ctx.header(Header.IF_NONE_MATCH))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        ctx.contentType(file.type());
        boolean small = file.zipped().isPresent();
        if (small) {
            ctx.res().addHeader(Header.VARY, Header.ACCEPT_ENCODING);
        }
        if (small && accepts(ctx, "gzip")) {
            ctx.header(Header.CONTENT_ENCODING, "gzip").result(file.zipped().get());
        } else {
            ctx.result(file.bytes());
        }
    }

    private static boolean accepts(Context ctx, String encoding) {
        var accepted = ctx.header(Header.ACCEPT_ENCODING);
        return accepted != null && accepted.contains(encoding) && !accepted.contains(encoding + ";q=0");
    }

    private static void read(JavalinConfig javalin, String path, Handler handler) {
        javalin.routes.get(path, handler);
        javalin.routes.head(path, handler);
    }
}
