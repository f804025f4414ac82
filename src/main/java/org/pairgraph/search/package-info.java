/**
 * Finding a party, a site or a programme by its name: Han characters, pinyin, initials, English.
 *
 * <p>The door is {@link org.pairgraph.search.PartyIndex}, the names of one revision, from which those of the next are
 * made. It promises an answer from memory for any text of up to 100 characters, ranked the same way each time, that says
 * why each thing was found. HTTP and files are not here, and neither is the text of documents.
 */
@NullMarked
package org.pairgraph.search;

import org.jspecify.annotations.NullMarked;
