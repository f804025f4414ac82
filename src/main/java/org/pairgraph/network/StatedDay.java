package org.pairgraph.network;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day as a claim has it.
 *
 * @param day the first day of what is stated; the last one for an end
 * @param precision how much of it is stated: {@code day}, {@code month} or {@code year}
 */
public record StatedDay(LocalDate day, Optional<String> precision) {}
