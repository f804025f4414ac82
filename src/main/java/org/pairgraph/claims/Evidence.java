package org.pairgraph.claims;

import java.util.Optional;

/**
 * A passage of a document: where it stands, and what it is evidence of.
 *
 * @param startLine from 1
 * @param start the first code point, from 0
 * @param end the one after its last
 * @param passageDigest SHA-256 of its UTF-8, hex
 * @param textDigest SHA-256 of the document's file, hex
 * @param passage its words, where the operator has the document
 */
public record Evidence(
        String id,
        String iri,
        Label label,
        Optional<Thing> document,
        Optional<Integer> startLine,
        Optional<Integer> endLine,
        Optional<Integer> start,
        Optional<Integer> end,
        Optional<String> passageDigest,
        Optional<String> textDigest,
        Optional<String> passage,
        Some<Thing> evidenceOf) {}
