package org.pairgraph.sparql;

import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** Arithmetic whose results and whose time are bounded. Sums, of which there may be long chains, end when their query was stopped. */
final class BoundedArithmetic {
    /** The calendar counts days month by month: 10,000,000 take a twentieth of a second. */
    private static final int DIGITS_OF_DAYS = 7;

    private static final int DIGITS_OF_OTHERS = 12;

    private static final int BITS_A_DIGIT = 3;

    /** Numbers with more digits are slow to write out. */
    private static final int MOST_DIGITS = 10_000;

    private BoundedArithmetic() {}

    /** A product of no more digits than a text may have characters. */
    static final class Multiply extends E_Multiply {
        private final int digits;

        Multiply(Expr left, Expr right, int digits) {
            super(left, right);
            this.digits = Math.min(digits, MOST_DIGITS);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            if (isExact(left) && isExact(right)) {
                TextTooLong.require(digits(left) + digits(right), digits);
            }
            return super.eval(left, right);
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Multiply(left, right, digits);
        }

        private static boolean isExact(NodeValue value) {
            return value.isInteger() || value.isDecimal();
        }

        /** About how many, without writing the number out. */
        private static long digits(NodeValue value) {
            if (value.isInteger()) {
                return value.getInteger().bitLength() / BITS_A_DIGIT;
            }
            var number = value.getDecimal();
            return number.unscaledValue().bitLength() / BITS_A_DIGIT + Math.abs((long) number.scale());
        }
    }

    /** To how many places a number is rounded: never to more than one has digits. */
    static final class Precision extends ExprFunction1 {
        private static final NodeValue MOST = NodeValue.makeInteger(MOST_DIGITS);
        private static final NodeValue LEAST = NodeValue.makeInteger(-MOST_DIGITS);

        Precision(Expr places) {
            super(places, "precision");
        }

        @Override
        public NodeValue eval(NodeValue places) {
            if (!places.isInteger()
                    || places.getInteger().bitLength() < MOST.getInteger().bitLength()) {
                return places;
            }
            return places.getInteger().signum() > 0 ? MOST : LEAST;
        }

        @Override
        public Expr copy(Expr places) {
            return new Precision(places);
        }
    }

    /** A sum; of a day and a duration only when that is not absurdly long. */
    static final class Add extends E_Add {
        private final RunningQuery query;

        Add(Expr left, Expr right, RunningQuery query) {
            super(left, right);
            this.query = query;
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            query.check();
            requireSensible(left);
            requireSensible(right);
            return super.eval(left, right);
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Add(left, right, query);
        }
    }

    /** A difference; of a day and a duration only when that is not absurdly long. */
    static final class Subtract extends E_Subtract {
        private final RunningQuery query;

        Subtract(Expr left, Expr right, RunningQuery query) {
            super(left, right);
            this.query = query;
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            query.check();
            requireSensible(left);
            requireSensible(right);
            return super.eval(left, right);
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Subtract(left, right, query);
        }
    }

    private static void requireSensible(NodeValue value) {
        if (value.isDuration() && isTooLong(value.asString())) {
            throw new ExprEvalException("The duration is too long");
        }
    }

    private static boolean isTooLong(String duration) {
        int digits = 0;
        for (int i = 0; i < duration.length(); i++) {
            char letter = duration.charAt(i);
            if (digits > (letter == 'D' ? DIGITS_OF_DAYS : DIGITS_OF_OTHERS)) {
                return true;
            }
            digits = Character.isDigit(letter) ? digits + 1 : 0;
        }
        return false;
    }
}
