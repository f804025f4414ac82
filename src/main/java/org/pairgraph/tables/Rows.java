package org.pairgraph.tables;

/** What a template makes of a row. */
interface Rows {
    /** Describes what the row says, or refuses the row. */
    void read(Row row);

    /** Makes a reader of rows for one table. */
    interface Maker {
        Rows of(Cells cells);
    }
}
