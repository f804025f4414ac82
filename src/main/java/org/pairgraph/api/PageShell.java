package org.pairgraph.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with words of the server inside: that of the web application, which search engines and readers without scripts
 * see and the application replaces, or a plain one for what the application does not show.
 */
final class PageShell {
    private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");
    private static final Pattern NOSCRIPT = Pattern.compile("<noscript>.*?</noscript>\\s*", Pattern.DOTALL);
    private static final String ROOM = "<div id=\"app\"></div>";

    private static final String STYLE =
            "body{font:1rem/1.6 system-ui,\"Noto Sans CJK SC\",\"PingFang SC\",\"Microsoft YaHei\",sans-serif;"
                    + "max-width:52rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere;color-scheme:light dark}"
                    + "pre{white-space:pre-wrap;padding:.75rem;border:1px solid color-mix(in srgb,currentcolor 25%,transparent)}"
                    + "dt{font-weight:600;margin-top:.5rem}dd{margin-left:1.25rem}";

    private static final String PLAIN = """
            <!doctype html>
            <html lang="zh-Hans">
              <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>pairgraph</title>
                <style>%s</style>
              </head>
              <body>
                <div id="app"></div>
              </body>
            </html>
            """.formatted(STYLE);

    private static final String NOTHING_FROM_ELSEWHERE = String.join(
            "; ",
            "default-src 'self'",
            "img-src 'self' data: blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'");

    private final String shell;
    private final String policy;

    private PageShell(String shell, String policy) {
        this.shell = NOSCRIPT.matcher(shell).replaceAll("");
        this.policy = policy;
    }

    /** The application's page; the plain one if the program was built without it. */
    static PageShell ofTheApplication() {
        try (var in = PageShell.class.getResourceAsStream("/web/index.html")) {
            var page = in == null ? PLAIN : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return page.contains(ROOM) && !page.equals(PLAIN) ? new PageShell(page, NOTHING_FROM_ELSEWHERE) : plain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page that runs nothing. */
    static PageShell plain() {
        return new PageShell(PLAIN, "script-src 'none'; style-src '" + digest(STYLE) + "'; " + NOTHING_FROM_ELSEWHERE);
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

    /** Keeps whatever might get into the page from doing anything. */
    void protect(Context ctx) {
        ctx.header("Content-Security-Policy", policy);
        ctx.header("Referrer-Policy", "same-origin");
    }

    private static String digest(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
