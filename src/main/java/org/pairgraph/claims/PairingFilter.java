package org.pairgraph.claims;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which pairings to list. Kind, status and basis are codes; the things are ids.
 *
 * @param within a place that one of the parties is or lies in, at any level
 * @param at a day on which the pairing holds
 */
public record PairingFilter(
        Optional<String> kind,
        Optional<String> status,
        Optional<String> basis,
        Optional<String> programme,
        Optional<String> supporter,
        Optional<String> supported,
        Optional<String> within,
        Optional<LocalDate> at) {}
