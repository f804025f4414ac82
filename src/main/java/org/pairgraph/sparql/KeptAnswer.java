package org.pairgraph.sparql;

/**
 * An answer in whole, as it goes over the wire.
 *
 * @param contentType with its charset
 * @param compressed whether the body is compressed with gzip
 */
record KeptAnswer(String contentType, int revision, boolean compressed, byte[] body) {}
