package org.pairgraph.sparql;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.vocabulary.XSD;

/**
 * The functions that a query may call by an IRI, besides those that SPARQL 1.1 has names for: the casts, and a few of
 * XPath's and ARQ's whose time and results are bounded by their arguments. Neither registry loads classes.
 */
final class AllowedFunctions {
    private static final String FN = ARQConstants.fnPrefix;
    private static final String MATH = ARQConstants.mathPrefix;
    private static final String AFN = ARQConstants.ARQFunctionLibraryURI;

    private static final Set<String> IRIS = Stream.of(
                    Stream.of(
                                    "boolean",
                                    "byte",
                                    "date",
                                    "dateTime",
                                    "dayTimeDuration",
                                    "decimal",
                                    "double",
                                    "duration",
                                    "float",
                                    "gDay",
                                    "gMonth",
                                    "gMonthDay",
                                    "gYear",
                                    "gYearMonth",
                                    "int",
                                    "integer",
                                    "long",
                                    "negativeInteger",
                                    "nonNegativeInteger",
                                    "nonPositiveInteger",
                                    "positiveInteger",
                                    "short",
                                    "string",
                                    "time",
                                    "unsignedByte",
                                    "unsignedInt",
                                    "unsignedLong",
                                    "unsignedShort",
                                    "yearMonthDuration",
                                    "anyURI")
                            .map(XSD.getURI()::concat),
                    Stream.of(
                                    "boolean",
                                    "not",
                                    "abs",
                                    "ceiling",
                                    "floor",
                                    "round",
                                    "contains",
                                    "starts-with",
                                    "ends-with",
                                    "substring",
                                    "substring-before",
                                    "substring-after",
                                    "string-length",
                                    "upper-case",
                                    "lower-case",
                                    "normalize-space",
                                    "year-from-date",
                                    "month-from-date",
                                    "day-from-date",
                                    "year-from-dateTime",
                                    "month-from-dateTime",
                                    "day-from-dateTime",
                                    "hours-from-dateTime",
                                    "minutes-from-dateTime",
                                    "seconds-from-dateTime",
                                    "timezone-from-dateTime",
                                    "years-from-duration",
                                    "months-from-duration",
                                    "days-from-duration",
                                    "hours-from-duration",
                                    "minutes-from-duration",
                                    "seconds-from-duration")
                            .map(FN::concat),
                    Stream.of(
                                    "pi", "exp", "exp10", "log", "log10", "sqrt", "sin", "cos", "tan", "asin", "acos",
                                    "atan", "atan2")
                            .map(MATH::concat),
                    Stream.of("localname", "namespace", "now").map(AFN::concat))
            .flatMap(iris -> iris)
            .collect(Collectors.toUnmodifiableSet());

    private AllowedFunctions() {}

    static boolean contains(String iri) {
        return IRIS.contains(iri);
    }

    static FunctionRegistry functions() {
        var all = FunctionRegistry.get(ARQ.getContext());
        var allowed = new FunctionRegistry() {
            @Override
            public FunctionFactory get(String iri) {
                return isRegistered(iri) ? super.get(iri) : null;
            }
        };
        IRIS.forEach(iri -> allowed.put(iri, all.get(iri)));
        return allowed;
    }

    /** None yet; ours are added. */
    static PropertyFunctionRegistry properties() {
        return new PropertyFunctionRegistry() {
            @Override
            public boolean manages(String iri) {
                return isRegistered(iri);
            }

            @Override
            public PropertyFunctionFactory get(String iri) {
                return isRegistered(iri) ? super.get(iri) : null;
            }
        };
    }
}
