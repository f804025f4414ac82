package org.pairgraph.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers of one measure, of which the middle counts. */
final class Samples {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return quantile(values.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
    }

    double greatest() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }
}
