package org.pairgraph.claims;

/** What a claim is called by. */
public record Named(String id, String iri, Label label) {}
