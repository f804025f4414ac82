package org.pairgraph.sparql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A query of the catalogue: a question that somebody asks, in SPARQL.
 *
 * @param name the file's name without its ending
 * @param group what it belongs to: pairings, figures, places, time, evidence or quality
 * @param result what a row is, and the order of the rows
 * @param text the whole file, header included
 */
public record NamedQuery(
        String name,
        Bilingual title,
        Bilingual question,
        String group,
        List<Parameter> parameters,
        Optional<String> result,
        String text,
        Query query) {

    /** The same words in both languages. */
    public record Bilingual(String zh, String en) {}

    /**
     * A variable that the asker gives a value.
     *
     * @param fallback the value when none is given; without one the parameter is required
     */
    public record Parameter(String name, ParameterType type, Optional<String> fallback, Bilingual description) {}

    public NamedQuery {
        parameters = List.copyOf(parameters);
    }

    /**
     * The query with its parameters replaced by values, as terms and not as text: a value cannot change the query.
     *
     * @param values by name of the parameter; those with a fallback may be left out
     * @throws BadParameter if a name is unknown, a value is not of its type, or one is missing
     */
    public Query bind(Map<String, String> values) {
        for (var name : values.keySet()) {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                throw BadParameter.unknown(name, parameters);
            }
        }
        var bindings = new HashMap<Var, Node>();
        for (var parameter : parameters) {
            bindings.put(Var.alloc(parameter.name()), value(parameter, values));
        }
        return bindings.isEmpty() ? query.cloneQuery() : QueryTransformOps.replaceVars(query, bindings);
    }

    private static Node value(Parameter parameter, Map<String, String> values) {
        var text = Optional.ofNullable(values.get(parameter.name()))
                .or(parameter::fallback)
                .orElseThrow(() -> BadParameter.missing(parameter));
        return parameter.type().parse(text).orElseThrow(() -> BadParameter.illTyped(parameter, text));
    }
}
