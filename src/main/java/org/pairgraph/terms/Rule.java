package org.pairgraph.terms;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a shape asks of the nodes that it is for: of the values of one property, or of a node as a whole.
 *
 * @param shape the IRI of the shape
 * @param classes the shape is for the members of these classes
 * @param having the shape is for everything that has one of these properties
 * @param path the property; none when the rule is about the node
 * @param most how many values at most; empty for any number
 */
public record Rule(
        String shape,
        List<String> classes,
        List<String> having,
        Optional<String> path,
        int least,
        OptionalInt most,
        List<Constraint> constraints,
        boolean warning,
        Text message) {

    /** One thing that is asked, with its values: IRIs, numbers or a pattern. */
    public record Constraint(Kind kind, String value) {

        /** What sort of constraint it is. */
        public enum Kind {
            /** The value is of this class. */
            CLASS,
            /** The value is not of this class. */
            NOT_CLASS,
            /** The value is a literal of this datatype. */
            DATATYPE,
            /** The value is a code of this list. */
            CODE_LIST,
            /** The value conforms to this shape. */
            SHAPE,
            /** The value does not conform to this shape. */
            NOT_SHAPE,
            /** The value is this one. */
            VALUE,
            /** The text of the value matches this regular expression. */
            PATTERN,
            /** The value is this number or above. */
            AT_LEAST,
            /** The value is this number or below. */
            AT_MOST,
            /** The value is less than that of this property. */
            LESS_THAN,
            /** The value is not greater than that of this property. */
            NOT_GREATER_THAN,
            /** The value is not one of this property. */
            OTHER_THAN,
            /** The values that are counted are those in this language. */
            LANGUAGE,
            /** There is one value for each language. */
            UNIQUE_LANGUAGE,
            /** The value is an IRI. */
            IRI,
            /** The node has no properties but those of the shape. */
            CLOSED,
            /** The query of this shape finds nothing. */
            QUERY
        }
    }

    public Rule {
        classes = List.copyOf(classes);
        having = List.copyOf(having);
        constraints = List.copyOf(constraints);
    }

    /** Whether it says how many values there are; another rule may. */
    boolean isAboutNumber() {
        return path.isPresent() && (least > 0 || most.isPresent());
    }

    boolean isFor(String type) {
        return classes.contains(type);
    }

    boolean isAbout(String property) {
        return path.map(property::equals).orElseGet(() -> having.contains(property));
    }
}
