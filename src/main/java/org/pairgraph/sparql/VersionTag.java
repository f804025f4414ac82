package org.pairgraph.sparql;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.pairgraph.store.GraphName;

/**
 * The entity tag of a version of a source, as reads of its graph give it: strong, since versions never change, and the
 * same whatever becomes of other sources. A write can ask with it that the source is still what its client has read (RFC
 * 9110 §13.1.1).
 */
public final class VersionTag {
    private static final String BETWEEN = ".";
    private static final int CHARACTERS = 24;

    private final String version;

    private VersionTag(String version) {
        this.version = version;
    }

    public static VersionTag of(UUID store, GraphName graph) {
        return new VersionTag(digest(store + "\0" + graph.iri()));
    }

    /** The tag of one representation. */
    String in(String mediaType, boolean compressed) {
        return "\"" + version + BETWEEN + digest(mediaType) + (compressed ? "-gzip" : "") + "\"";
    }

    /**
     * Whether a write may go on that is made on conditions.
     *
     * @param current the tag of what is there; none when nothing is
     * @param ifMatch what the client has read, in whatever representation
     * @param ifNoneMatch what it does not want to write over
     */
    public static boolean allows(Optional<VersionTag> current, Optional<String> ifMatch, Optional<String> ifNoneMatch) {
        boolean isWanted = ifMatch.isEmpty() || names(ifMatch.get(), current);
        boolean isUnwanted = ifNoneMatch.isPresent() && names(ifNoneMatch.get(), current);
        return isWanted && !isUnwanted;
    }

    private static boolean names(String tags, Optional<VersionTag> current) {
        return current.isPresent()
                && Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.startsWith("\"" + current.get().version + BETWEEN));
    }

    private static String digest(String text) {
        return Tags.digest(text).substring(0, CHARACTERS);
    }
}
