package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The connections that requests come by. */
final class Connections {
    private Connections() {}

    /** Closes the connection of a request, whatever is on its way. For any thread. */
    static void hangUp(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
