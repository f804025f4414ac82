package org.pairgraph.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of the web application with words of the server inside, which search engines and readers without scripts see
 * and the application replaces; a plain page where the application was not built.
 */
final class PageShell {
    private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");
    private static final Pattern NOSCRIPT = Pattern.compile("<noscript>.*?</noscript>\\s*", Pattern.DOTALL);
    private static final String ROOM = "<div id=\"app\"></div>";

    private static final String PLAIN = """
            <!doctype html>
            <html lang="zh-Hans">
              <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>pairgraph</title>
              </head>
              <body>
                <div id="app"></div>
              </body>
            </html>
            """;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            String.join(
                    "; ",
                    "default-src 'self'",
                    "img-src 'self' data: blob:",
                    "object-src 'none'",
                    "base-uri 'self'",
                    "form-action 'self'",
                    "frame-ancestors 'self'"),
            "Referrer-Policy",
            "same-origin");

    private final String shell;

    private PageShell(String shell) {
        this.shell = NOSCRIPT.matcher(shell).replaceAll("");
    }

    /** The application's page if the program was built with it. */
    static PageShell ofTheApplication() {
        try (var in = PageShell.class.getResourceAsStream("/web/index.html")) {
            var page = in == null ? PLAIN : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new PageShell(page.contains(ROOM) ? page : PLAIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an answer depends on besides its words. */
    String text() {
        return shell;
    }

    /**
     * The page with words.
     *
     * @param head elements for its head
     * @param main what is shown
     */
    byte[] with(String title, String head, String main) {
        var titled = TITLE.matcher(shell)
                .replaceFirst(Matcher.quoteReplacement("<title>" + Markup.escaped(title) + "</title>"));
        return titled.replaceFirst("</head>", Matcher.quoteReplacement(head + "</head>"))
                .replace(ROOM, "<div id=\"app\">" + main + "</div>")
                .getBytes(StandardCharsets.UTF_8);
    }

    static void protect(Context ctx) {
        HEADERS.forEach(ctx::header);
    }
}
