package org.pairgraph.claims;

/** A thing by its id and name. */
public record Ref(String id, Label label) {}
