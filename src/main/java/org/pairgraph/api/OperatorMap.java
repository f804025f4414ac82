package org.pairgraph.api;

import java.util.Optional;

/**
 * The map that the operator gives to be drawn under points and arcs; the program has none of its own.
 *
 * @param geoJson as it is handed out; its member {@code approval} says under which approval it is shown
 */
public record OperatorMap(Optional<byte[]> geoJson) {
    /** The operator gives no map. */
    public static final OperatorMap NONE = new OperatorMap(Optional.empty());
}
