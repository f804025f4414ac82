package org.pairgraph.network;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where an area is, in degrees of WGS 84.
 *
 * @param source the record that says so
 */
public record AreaPoint(BigDecimal lat, BigDecimal longitude, Optional<String> source) {
    private static final int MOST_DIGITS = 30;

    public AreaPoint {
        if (!isAngle(lat, 90) || !isAngle(longitude, 180)) {
            throw new IllegalArgumentException("No place on earth: " + lat + ", " + longitude);
        }
    }

    /** Whether a number is an angle of at most so many degrees, of a length that can be written. */
    public static boolean isAngle(BigDecimal degrees, int most) {
        return Math.abs((long) degrees.scale()) <= MOST_DIGITS
                && degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
