package org.pairgraph.tables;

import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/** The columns of one side of a pairing. */
enum Side {
    SUPPORTER(
            PG.supporter,
            Column.SUPPORTER_CODE,
            Column.SUPPORTER,
            Column.SUPPORTER_KIND,
            Column.SUPPORTER_PLACE,
            Column.SUPPORTER_PINYIN,
            Column.SUPPORTER_ENGLISH,
            Column.SUPPORTER_GROUP),
    SUPPORTED(
            PG.supported,
            Column.SUPPORTED_CODE,
            Column.SUPPORTED,
            Column.SUPPORTED_KIND,
            Column.SUPPORTED_PLACE,
            Column.SUPPORTED_PINYIN,
            Column.SUPPORTED_ENGLISH,
            Column.SUPPORTED_GROUP);

    final Node property;
    final Column code;
    final Column name;
    final Column kind;
    final Column place;
    final Column pinyin;
    final Column english;
    final Column group;

    Side(
            Node property,
            Column code,
            Column name,
            Column kind,
            Column place,
            Column pinyin,
            Column english,
            Column group) {
        this.property = property;
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.place = place;
        this.pinyin = pinyin;
        this.english = english;
        this.group = group;
    }
}
