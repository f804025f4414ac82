package org.pairgraph.network;

/** A level of the administrative hierarchy to which pairings are rolled up. */
public enum AreaLevel {
    PROVINCE,
    /** Cities and autonomous prefectures. */
    CITY,
    COUNTY;

    boolean has(byte type) {
        return switch (this) {
            case PROVINCE -> type == ThingClass.PROVINCE;
            case CITY -> type == ThingClass.CITY || type == ThingClass.PREFECTURE;
            case COUNTY -> type == ThingClass.COUNTY;
        };
    }
}
