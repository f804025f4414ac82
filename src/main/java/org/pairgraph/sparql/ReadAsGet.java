package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A HEAD as the GET whose headers it asks for; the server leaves the body out. */
final class ReadAsGet extends HttpServletRequestWrapper {
    ReadAsGet(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getMethod() {
        return "GET";
    }
}
