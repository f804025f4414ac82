package org.pairgraph.network;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which pairings and co-buildings count; an empty set lets all through. Of claims that disagree the first that passes
 * speaks for them: one that no other disagrees with, else the one with the later date, else the first by IRI.
 *
 * @param classes local names of classes, out of {@link #CLASSES}: only things of these are met. A general one, such as
 *     {@code Area}, has the things of its special ones
 * @param kinds codes such as {@code school}, and {@code co-building}
 * @param programmes IRIs
 * @param statuses codes such as {@code actual}
 * @param bases codes such as {@code stated}
 * @param at only what holds on this day: the first day of its start, else of its as-of, is not later, and its end, where
 *     there is one, not earlier
 */
public record NetworkFilter(
        Set<String> classes,
        Set<String> kinds,
        Set<String> programmes,
        Set<String> statuses,
        Set<String> bases,
        Optional<LocalDate> at) {
    /** The classes of parties and sites. */
    public static final Set<String> CLASSES = ThingClass.names();

    /** Lets everything through. */
    public static final NetworkFilter ALL =
            new NetworkFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty());

    public NetworkFilter {
        classes = Set.copyOf(classes);
        kinds = Set.copyOf(kinds);
        programmes = Set.copyOf(programmes);
        statuses = Set.copyOf(statuses);
        bases = Set.copyOf(bases);
    }
}
