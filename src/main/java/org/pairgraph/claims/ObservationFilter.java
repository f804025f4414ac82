package org.pairgraph.claims;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which observations to list. Indicator, status and basis are codes; the things are ids.
 *
 * @param type a class of {@link Classes#names} that the thing it is about is of, those below it included
 * @param programme a programme that it belongs to or is about
 * @param within a place that it is about, or that something it is about lies in, or that it goes from or to
 * @param at a day on which it holds
 */
public record ObservationFilter(
        Optional<String> about,
        Optional<String> type,
        Optional<String> indicator,
        Optional<String> programme,
        Optional<String> within,
        Optional<String> status,
        Optional<String> basis,
        Optional<LocalDate> at) {}
