package org.pairgraph.synthetic;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many parties of each kind there are, and which lies in which: the parties of a kind are numbered from 0, and each
 * parent has an equal run of them. The lower half of the provinces is the east, which mostly supports; the rest is the
 * west. No party is remembered.
 */
final class Population {
    private static final int MOST_PROVINCES = 31;
    private static final int MOST_CITIES = 333;
    private static final int MOST_COUNTIES = 2_844;

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    private final long groupPairings;

    /** Of a network of so many pairings: some 1.165 parties each, as in a network of the real proportions. */
    Population(long pairings) {
        long parties = Math.max(1, pairings * 1165 / 1000);
        count(Kind.PROVINCE, Math.min(MOST_PROVINCES, Math.max(2, parties / 7_500)));
        count(Kind.CITY, Math.min(MOST_CITIES, parties / 700));
        count(Kind.COUNTY, Math.min(MOST_COUNTIES, parties / 80));
        count(Kind.TOWNSHIP, parties * 8 / 100);
        count(Kind.VILLAGE, parties * 395 / 1000);
        count(Kind.SCHOOL, parties * 18 / 100);
        count(Kind.HOSPITAL, parties * 5 / 100);
        count(Kind.ENTERPRISE, parties * 15 / 100);
        count(Kind.SOCIAL_ORGANIZATION, parties * 5 / 100);
        count(Kind.PUBLIC_INSTITUTION, parties * 2 / 100);
        count(Kind.GOVERNMENT_BODY, parties * 2 / 100);
        groupPairings = pairings / 50;
    }

    private void count(Kind kind, long wanted) {
        counts.put(kind, Math.max(wanted, kind.parent().map(this::count).orElse(0L)));
    }

    long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** How many parties have a name. */
    long named() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The pairings of one counted group with another: the first ones. */
    long groupPairings() {
        return groupPairings;
    }

    /** The number of the parent of a party. */
    long parentOf(Kind kind, long number) {
        return number * count(kind.parent().orElseThrow()) / count(kind);
    }

    /** The parties of a kind directly within a parent. */
    Range childrenOf(long parent, Kind kind) {
        return new Range(firstIn(parent, kind), firstIn(parent + 1, kind));
    }

    /** The number of the city that a party lies in, directly or not; of a province the first of its cities. */
    long cityOf(Kind kind, long number) {
        return switch (kind) {
            case PROVINCE -> firstIn(number, Kind.CITY);
            case CITY -> number;
            default -> cityOf(kind.parent().orElseThrow(), parentOf(kind, number));
        };
    }

    /** The parties of a kind in a city; of provinces the one that the city lies in. */
    Range inCity(Kind kind, long city) {
        return switch (kind) {
            case PROVINCE -> {
                long province = parentOf(Kind.CITY, city);
                yield new Range(province, province + 1);
            }
            case CITY -> new Range(city, city + 1);
            default -> {
                var parent = kind.parent().orElseThrow();
                var parents = inCity(parent, city);
                yield new Range(firstIn(parents.first(), kind), firstIn(parents.end(), kind));
            }
        };
    }

    Range all(Kind kind) {
        return new Range(0, count(kind));
    }

    Range east(Kind kind) {
        return new Range(0, firstInWest(kind));
    }

    Range west(Kind kind) {
        return new Range(firstInWest(kind), count(kind));
    }

    /** The city of the east whose programme helps a city of the west. */
    long partnerOf(long westernCity) {
        var west = west(Kind.CITY);
        return (westernCity - west.first()) * firstInWest(Kind.CITY) / west.size();
    }

    private long firstInWest(Kind kind) {
        return kind.parent().map(parent -> firstIn(firstInWest(parent), kind)).orElse(count(Kind.PROVINCE) / 2);
    }

    private long firstIn(long parent, Kind kind) {
        return Math.ceilDiv(parent * count(kind), count(kind.parent().orElseThrow()));
    }
}
