package org.pairgraph.ingest;

/**
 * Why a file cannot be read, at one place.
 *
 * @param line from 1; 0 where it is not known
 * @param column from 1, in code points; 0 where it is not known
 * @param excerpt the text of that line around the place, control characters escaped; empty where it is not known
 */
public record SyntaxError(long line, long column, String message, String excerpt) {}
