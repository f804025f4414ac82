package org.pairgraph.claims;

/** What a property of a thing leads to: another thing, or words, a number, a date. */
public sealed interface Value permits Thing, LiteralValue {}
