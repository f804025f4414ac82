package org.pairgraph.claims;

import java.util.List;

/**
 * A measure.
 *
 * @param id its code
 * @param units those that observations give it in
 * @param observations how many there are
 */
public record Indicator(String id, String iri, Label label, Label definition, List<Thing> units, int observations) {}
