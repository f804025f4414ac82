package org.pairgraph.sparql;

import java.util.List;
import java.util.stream.Collectors;
import org.pairgraph.sparql.NamedQuery.Parameter;

/** A parameter of a named query is unknown, missing or not of its type. */
public final class BadParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    private BadParameter(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The name of the parameter. */
    public String parameter() {
        return parameter;
    }

    static BadParameter unknown(String name, List<Parameter> known) {
        var names = known.stream().map(Parameter::name).collect(Collectors.joining(", "));
        return new BadParameter(
                name, "The query has no parameter \"%s\": it has %s".formatted(name, names.isEmpty() ? "none" : names));
    }

    static BadParameter missing(Parameter parameter) {
        return new BadParameter(
                parameter.name(),
                "The parameter \"%s\" is missing: give it %s"
                        .formatted(parameter.name(), parameter.type().form()));
    }

    static BadParameter illTyped(Parameter parameter, String value) {
        return new BadParameter(
                parameter.name(),
                "The parameter \"%s\" takes %s, not \"%s\""
                        .formatted(parameter.name(), parameter.type().form(), value));
    }
}
