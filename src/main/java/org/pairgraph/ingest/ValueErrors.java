package org.pairgraph.ingest;

import java.util.function.Supplier;
import org.eclipse.rdf4j.rio.ParseErrorListener;

/** Takes down what Rio says of values: datatypes, language tags, IRIs. Of one term only the first. */
final class ValueErrors implements ParseErrorListener {
    private final Findings findings;
    private final Supplier<Place> place;
    private Place last = Place.UNKNOWN;

    ValueErrors(Findings findings, Supplier<Place> place) {
        this.findings = findings;
        this.place = place;
    }

    @Override
    public void warning(String message, long line, long column) {
        findings.warn(place.get().line(), RioMessages.plain(message));
    }

    @Override
    public void error(String message, long line, long column) {
        var at = place.get();
        if (at.line() == 0 || !at.equals(last)) {
            last = at;
            findings.error(at.line(), at.column(), RioMessages.plain(message), at.excerpt());
        }
    }

    @Override
    public void fatalError(String message, long line, long column) {
        // The exception that follows is reported where it is caught.
    }
}
