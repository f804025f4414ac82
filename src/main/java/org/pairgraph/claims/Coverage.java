package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How many things of each class have something.
 *
 * @param measure what they should have, for example {@code claims-with-evidence}
 */
public record Coverage(String measure, Label label, List<OfClass> classes) {

    /** The figures of one class; a thing of two classes is in both. */
    public record OfClass(@JsonProperty("class") String type, Label label, int total, int covered) {}
}
