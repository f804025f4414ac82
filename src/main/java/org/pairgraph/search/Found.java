package org.pairgraph.search;

import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;

/** Is told each name that fits, some more than once. */
interface Found {
    /** @param name its number in the segment */
    void at(int name, Extent extent, Reading reading);
}
