package org.pairgraph.access;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often each address may do something in a minute. The addresses that came last are remembered, a bounded number.
 * Safe for many threads.
 */
public final class RequestRate {
    private static final int MOST_ADDRESSES = 10_000;

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    public RequestRate(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Counts one more; when that is too many, how long the address should wait. */
    public Optional<Duration> count(String address) {
        var probe = bucket(address).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    int addresses() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket bucket(String address) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    address,
                    any -> Bucket.builder()
                            .addLimit(limit ->
                                    limit.capacity(perMinute).refillIntervally(perMinute, Duration.ofMinutes(1)))
                            .build());
        }
    }
}
