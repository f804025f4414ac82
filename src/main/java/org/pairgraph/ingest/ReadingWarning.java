package org.pairgraph.ingest;

/**
 * Something in a file that does not stop it and deserves a look.
 *
 * @param line from 1; 0 where it is not known
 */
public record ReadingWarning(long line, String message) {}
