package org.pairgraph.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.rio.ParseErrorListener;

/** Takes down what is said of the values of a JSON-LD document: of each malformed IRI once, where it is first written. */
final class JsonLdErrors implements ParseErrorListener {
    static final String UNRESOLVED = "There is a malformed relative IRI here, a blank in it perhaps: correct it";

    private final Findings findings;
    private final JsonLdIris iris;
    private final Set<String> said = new HashSet<>();

    JsonLdErrors(Findings findings, JsonLdIris iris) {
        this.findings = findings;
        this.iris = iris;
    }

    @Override
    public void warning(String message, long line, long column) {
        findings.warnOnce(Math.max(0, line), message, RioMessages.plain(message));
    }

    @Override
    public void error(String message, long line, long column) {
        if (message.equals(UNRESOLVED)) {
            unresolved();
            return;
        }
        var iri = RioMessages.findIri(message);
        if (iri.isEmpty() || said.add(iri.get())) {
            report(iri.flatMap(iris::find).orElse(Place.UNKNOWN), RioMessages.plain(message));
        }
    }

    private void unresolved() {
        if (!said.add(UNRESOLVED)) {
            return;
        }
        var places = iris.unresolved();
        (places.isEmpty() ? List.of(Place.UNKNOWN) : places).forEach(place -> report(place, UNRESOLVED));
    }

    private void report(Place place, String message) {
        findings.error(place.line(), place.column(), message, place.excerpt());
    }

    @Override
    public void fatalError(String message, long line, long column) {
        // The exception that follows is reported where it is caught.
    }
}
