/**
 * The ontology's terms as constants.
 *
 * <p>The doors are {@link org.pairgraph.vocab.PG} (terms) and {@link org.pairgraph.vocab.PGC} (the codes that the
 * program itself decides by); {@link org.pairgraph.vocab.XmlLimits} says what has no name in XML. It promises to agree with {@code ontology/}. Labels and definitions are not here: they
 * are read from the ontology.
 */
@NullMarked
package org.pairgraph.vocab;

import org.jspecify.annotations.NullMarked;
