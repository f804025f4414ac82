package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletResponse;

/** Lets the pages of every origin read (Fetch §3.2), and nothing else: no credentials are involved. */
final class CrossOrigin {
    private static final String EXPOSED = "Pairgraph-Revision, Pairgraph-Cut, ETag, Retry-After, Allow, Link";
    private static final String ACCEPTED =
            "Accept, Accept-Language, Cache-Control, Content-Language, Content-Type, If-None-Match, X-Requested-With";

    private CrossOrigin() {}

    static void allowReading(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    /**
     * Answers a browser that asks before it sends, and everybody who asks for the options.
     *
     * @param methods that read
     * @param allowed what else the address takes, from programs and the server's own pages
     */
    static void preflight(HttpServletResponse response, String methods, String allowed) {
        response.setHeader("Access-Control-Allow-Methods", methods);
        response.setHeader("Access-Control-Allow-Headers", ACCEPTED);
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setHeader("Allow", allowed);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
