package org.pairgraph.claims;

import java.util.Optional;

/**
 * When a claim holds and how surely.
 *
 * @param status a code: actual, planned, agreed
 * @param basis a code: stated, inferred
 */
public record Standing(
        Optional<Day> start, Optional<Day> end, Optional<Day> asOf, Optional<String> status, Optional<String> basis) {}
