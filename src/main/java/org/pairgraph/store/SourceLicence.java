package org.pairgraph.store;

import java.util.Map;
import java.util.Optional;
import org.pairgraph.store.History.Version;

/** Under which licence a version may be used, where that is known. */
public final class SourceLicence {
    /** Creative Commons Attribution 4.0: the ontology, and what comes with the program as a rule. */
    public static final String CC_BY = "https://creativecommons.org/licenses/by/4.0/";

    /** Open Database License 1.0: who builds on it shares alike. */
    public static final String ODBL = "https://opendatacommons.org/licenses/odbl/1-0/";

    /** The actor of sources that come with the program. */
    private static final String RELEASE = "release";

    private static final Map<String, String> OTHERS = Map.of("places-odbl", ODBL);

    private SourceLicence() {}

    /** The licence of a version that came with the program; none of one that somebody brought. */
    public static Optional<String> of(Version version, History history) {
        return history.broughtBy(version).actor().equals(RELEASE)
                ? Optional.of(OTHERS.getOrDefault(version.source().text(), CC_BY))
                : Optional.empty();
    }
}
