package org.pairgraph.ingest;

/**
 * Why a file cannot be read.
 *
 * @param line from 1; 0 where it is not known
 * @param column from 1; 0 where it is not known
 */
public record SyntaxError(long line, long column, String message) {}
