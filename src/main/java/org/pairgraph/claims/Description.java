package org.pairgraph.claims;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.pairgraph.store.Statements;
import org.pairgraph.store.Statements.Subject;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/**
 * What is said of one subject, read in one go. Where a property should have one value and has several, the first in order
 * stands for it; a value that is not of its type is none.
 */
final class Description {
    static final Comparator<Node> ORDER = Comparator.comparing(Node::toString);

    private final Statements statements;
    private final Subject subject;

    private Description(Statements statements, Subject subject) {
        this.statements = statements;
        this.subject = subject;
    }

    static Description of(Node subject, Statements statements) {
        return new Description(statements, statements.of(subject));
    }

    boolean isEmpty() {
        return subject.isEmpty();
    }

    Node subject() {
        return subject.node();
    }

    Set<Node> properties() {
        return subject.properties();
    }

    List<Node> values(Node property) {
        return inOrder(subject.objects(property));
    }

    /** What is said of the first value of a property. */
    Optional<Description> following(Node property) {
        return subject.onlyObject(property)
                .map(only -> new Description(statements, only))
                .or(() -> value(property).map(first -> of(first, statements)));
    }

    static List<Node> inOrder(List<Node> nodes) {
        return nodes.size() < 2 ? nodes : nodes.stream().sorted(ORDER).toList();
    }

    Optional<Node> value(Node property) {
        return values(property).stream().findFirst();
    }

    boolean has(Node property, Node value) {
        return values(property).contains(value);
    }

    Optional<String> text(Node property) {
        return values(property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    /** The local name of a code of ours; a code of others as it is. */
    Optional<String> code(Node property) {
        return value(property).map(Description::codeOf);
    }

    static String codeOf(Node code) {
        return code.isURI() && code.getURI().startsWith(PGC.NAMESPACE)
                ? code.getURI().substring(PGC.NAMESPACE.length())
                : code.toString();
    }

    Optional<BigDecimal> decimal(Node property) {
        return text(property).flatMap(Description::decimalOf);
    }

    Optional<Integer> integer(Node property) {
        return text(property).flatMap(Description::integerOf);
    }

    Span span() {
        return new Span(
                day(PG.startDate, PG.startPrecision), day(PG.endDate, PG.endPrecision), day(PG.asOf, PG.asOfPrecision));
    }

    /** A date that has no precision of its own: a whole day. */
    Optional<Day> day(Node date) {
        return text(date).flatMap(Description::dateOf).map(day -> new Day(day, Optional.of("day")));
    }

    private Optional<Day> day(Node date, Node precision) {
        return text(date).flatMap(Description::dateOf).map(day -> new Day(day, code(precision)));
    }

    /** A date; its time zone, which XSD allows, is left out. */
    private static Optional<LocalDate> dateOf(String text) {
        try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> decimalOf(String text) {
        try {
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > 1_000
                    ? Optional.empty()
                    : Optional.of(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<Integer> integerOf(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
