package org.pairgraph.sparql;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;

/** The usual limits, some of them otherwise. */
public final class Limits {
    private QueryLimits limits = QueryLimits.ofThisMachine();

    private Set<String> services = Set.of();
    private OptionalLong bytes = OptionalLong.empty();

    private Limits() {}

    public static Limits usual() {
        return new Limits();
    }

    public QueryLimits limits() {
        return limits;
    }

    public Limits deadline(Duration deadline) {
        return with(deadline, limits.places(), limits.waiting(), limits.patience(), limits.memory(), limits.rows());
    }

    public Limits places(int places, int waiting, Duration patience) {
        return with(limits.deadline(), places, waiting, patience, limits.memory(), limits.rows());
    }

    public Limits memory(long bytes) {
        return with(limits.deadline(), limits.places(), limits.waiting(), limits.patience(), bytes, limits.rows());
    }

    public Limits rows(int rows) {
        return with(limits.deadline(), limits.places(), limits.waiting(), limits.patience(), limits.memory(), rows);
    }

    public Limits services(String... endpoints) {
        services = Set.of(endpoints);
        return memory(limits.memory());
    }

    public Limits bytes(long most) {
        bytes = OptionalLong.of(most);
        return memory(limits.memory());
    }

    private Limits with(Duration deadline, int places, int waiting, Duration patience, long memory, int rows) {
        limits = new QueryLimits(
                deadline,
                places,
                waiting,
                patience,
                memory,
                Math.max(memory, limits.sharedMemory()),
                rows,
                bytes.orElse(limits.bytes()),
                limits.queryLength(),
                limits.textLength(),
                services);
        return this;
    }
}
