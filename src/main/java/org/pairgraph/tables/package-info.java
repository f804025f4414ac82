/**
 * Spreadsheets become triples: a table with one of the known headers is read and written as claims.
 *
 * <p>The door is {@link org.pairgraph.tables.TableTemplate}. It promises that a table with a mistake gives nothing but
 * the list of all mistakes, each with its row and column, and that the same table gives the same triples. Files, normal
 * form and shapes are not here.
 */
@NullMarked
package org.pairgraph.tables;

import org.jspecify.annotations.NullMarked;
