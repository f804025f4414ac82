package org.pairgraph.sparql;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header {@code Accept} (RFC 9110 §12.5.1): the range that names a media type most closely decides how much it is
 * liked, so that {@code text/turtle;q=0, *}{@code /*} is anything but Turtle. A range that is not well-formed is none.
 */
public record AcceptedRanges(List<Range> ranges) {
    private static final Pattern WEIGHT = Pattern.compile("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)");
    private static final Pattern MEDIA_RANGE =
            Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+|\\*/\\*|[a-z0-9!#$&^_.+-]+/\\*");

    /** @param quality from 0, never, to 1 */
    record Range(String mediaType, double quality) {
        boolean includes(String other) {
            return mediaType.equals("*/*")
                    || mediaType.equals(other)
                    || (mediaType.endsWith("/*") && other.startsWith(mediaType.substring(0, mediaType.length() - 1)));
        }

        int closeness() {
            return mediaType.equals("*/*") ? 0 : mediaType.endsWith("/*") ? 1 : 2;
        }
    }

    /** @param header all of them, with commas between, where there are several */
    public static AcceptedRanges of(String header) {
        return new AcceptedRanges(Arrays.stream(header.split(","))
                .map(AcceptedRanges::range)
                .flatMap(Optional::stream)
                .toList());
    }

    /** Whether nothing is said: there is no header, or nothing in it is well-formed. */
    public boolean sayNothing() {
        return ranges.isEmpty();
    }

    /** How much a media type is liked; 0 when it is not accepted. */
    public double quality(String mediaType) {
        return ranges.stream()
                .filter(range -> range.includes(mediaType))
                .max(Comparator.comparingInt(Range::closeness))
                .map(Range::quality)
                .orElse(0.0);
    }

    private static Optional<Range> range(String text) {
        var parts = text.toLowerCase(Locale.ROOT).split(";", -1);
        var mediaType = parts[0].strip();
        if (!MEDIA_RANGE.matcher(mediaType).matches()) {
            return Optional.empty();
        }
        var weight = Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .map(WEIGHT::matcher)
                .filter(matcher -> matcher.matches())
                .findFirst()
                .map(matcher -> Double.parseDouble(matcher.group(1)));
        return Optional.of(new Range(mediaType, weight.orElse(1.0)));
    }
}
