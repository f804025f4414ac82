package org.pairgraph.sparql;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingProjectNamed;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSampleDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;
import org.pairgraph.sparql.HeldMemory.Holding;

/** ARQ's aggregates; what they keep of their rows is counted. */
final class BoundedAggregates {
    private final Holding holding;
    private final int textLength;

    BoundedAggregates(Holding holding, int textLength) {
        this.holding = holding;
        this.textLength = textLength;
    }

    Accumulator of(Aggregator aggregator) {
        return switch (aggregator) {
            case AggCountDistinct all ->
                new Apart<>(
                        (row, env) -> new BindingProjectNamed(row), RowSize::of, new AggCount().createAccumulator());
            case AggCountVarDistinct count ->
                apart(
                        count.getExprList().get(0),
                        new AggCountVar(count.getExprList().get(0)));
            case AggSumDistinct sum ->
                apart(sum.getExprList().get(0), new AggSum(sum.getExprList().get(0)));
            case AggAvgDistinct average ->
                apart(
                        average.getExprList().get(0),
                        new AggAvg(average.getExprList().get(0)));
            case AggGroupConcatDistinct texts ->
                apart(
                        texts.getExprList().get(0),
                        new Concatenation(texts.getExprList().get(0), separator(texts.getSeparator())));
            case AggGroupConcat texts -> new Concatenation(texts.getExprList().get(0), separator(texts.getSeparator()));
            case AggMin least -> new Kept(least.createAccumulator());
            case AggMinDistinct least -> new Kept(least.createAccumulator());
            case AggMax greatest -> new Kept(greatest.createAccumulator());
            case AggMaxDistinct greatest -> new Kept(greatest.createAccumulator());
            case AggSample sample -> new Kept(sample.createAccumulator());
            case AggSampleDistinct sample -> new Kept(sample.createAccumulator());
            default -> aggregator.createAccumulator();
        };
    }

    /** SPARQL 1.1 §18.5.1.7. */
    private static String separator(@Nullable String given) {
        return given == null ? " " : given;
    }

    private Accumulator apart(Expr expression, Aggregator inner) {
        return apart(expression, inner.createAccumulator());
    }

    private Accumulator apart(Expr expression, Accumulator inner) {
        return new Apart<>(
                (row, env) -> ExprLib.evalOrNull(expression, row, env), value -> RowSize.of(value.asNode()), inner);
    }

    /** Passes on the rows whose value has not come before, and those that have none. */
    private final class Apart<T> implements Accumulator {
        private final BiFunction<Binding, FunctionEnv, @Nullable T> valueOf;
        private final ToLongFunction<T> sizeOf;
        private final Accumulator inner;
        private final Set<T> seen = new HashSet<>();

        Apart(BiFunction<Binding, FunctionEnv, @Nullable T> valueOf, ToLongFunction<T> sizeOf, Accumulator inner) {
            this.valueOf = valueOf;
            this.sizeOf = sizeOf;
            this.inner = inner;
        }

        @Override
        public void accumulate(Binding row, FunctionEnv env) {
            var value = valueOf.apply(row, env);
            if (value != null && !seen.add(value)) {
                return;
            }
            if (value != null) {
                holding.add(RowSize.ENTRY + sizeOf.applyAsLong(value));
            }
            inner.accumulate(row, env);
        }

        @Override
        public NodeValue getValue() {
            return inner.getValue();
        }
    }

    /** Keeps one value, and counts it when it is a long text. */
    private final class Kept implements Accumulator {
        private final Accumulator inner;
        private long counted;

        Kept(Accumulator inner) {
            this.inner = inner;
        }

        @Override
        public void accumulate(Binding row, FunctionEnv env) {
            inner.accumulate(row, env);
            var value = inner.getValue();
            if (value != null && value.isString()) {
                long bytes = 2L * value.asString().length();
                if (bytes > counted) {
                    holding.add(bytes - counted);
                    counted = bytes;
                }
            }
        }

        @Override
        public NodeValue getValue() {
            return inner.getValue();
        }
    }

    /** GROUP_CONCAT, no longer than a text may be. */
    private final class Concatenation extends AccumulatorExpr {
        private final StringBuilder text = new StringBuilder();
        private final String separator;
        private boolean first = true;

        Concatenation(Expr expression, String separator) {
            super(expression, false);
            this.separator = separator;
        }

        @Override
        protected void accumulate(NodeValue value, Binding row, FunctionEnv env) {
            var more = value.asString();
            long length = (long) text.length() + separator.length() + more.length();
            TextTooLong.require(length, textLength);
            holding.add(2L * (separator.length() + more.length()));
            if (!first) {
                text.append(separator);
            }
            text.append(more);
            first = false;
        }

        @Override
        protected void accumulateError(Binding row, FunctionEnv env) {}

        @Override
        protected NodeValue getAccValue() {
            return NodeValue.makeString(text.toString());
        }
    }
}
