/**
 * Networks that nobody asserts, as large as one likes: for measuring, and for trying things out.
 *
 * <p>The door is {@link org.pairgraph.synthetic.SyntheticNetwork}. It promises the same triples for the same size and
 * seed, that they conform to the shapes, and that the memory it takes does not depend on the size. Everything lies in a
 * namespace of its own. Nothing here reads or writes the store.
 */
@NullMarked
package org.pairgraph.synthetic;

import org.jspecify.annotations.NullMarked;
