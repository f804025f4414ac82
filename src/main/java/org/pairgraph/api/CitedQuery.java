package org.pairgraph.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.core.Var;
import org.pairgraph.citations.Citable;
import org.pairgraph.sparql.NamedQuery;
import org.pairgraph.sparql.PortableQuery;

/**
 * The query that a request wants to cite, with its parameters in their place.
 *
 * @param title of the question, where it is one of the catalogue
 */
record CitedQuery(Query query, Optional<String> title) {
    private static final String QUERY = "query";
    private static final String PARAMETERS = "parameters";
    private static final Set<String> NAMED_MEMBERS = Set.of("name", PARAMETERS);
    private static final Set<String> TERM_MEMBERS = Set.of("datatype", "type", "value", "xml:lang");
    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|\\\\^`]*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    /** Finds a query of the catalogue, or says that there is none. */
    interface Catalogue {
        NamedQuery named(String name);
    }

    /** Reads {@code query}, a text or {@code {name, parameters}}, and {@code parameters}. */
    static CitedQuery of(JsonBody body, Catalogue catalogue) {
        var query = body.find(QUERY)
                .orElseThrow(() -> JsonBody.bad("needs a query as \"query\": a text, or {\"name\", \"parameters\"}"));
        if (query.isTextual()) {
            var parameters = terms(parameters(body.find(PARAMETERS)));
            var asked = parsed(query.asText());
            parameters.keySet().forEach(variable -> requireUsed(asked, variable));
            return new CitedQuery(written(Citable.of(asked, parameters)), Optional.empty());
        }
        if (!query.path("name").isTextual()) {
            throw JsonBody.bad("has a query that is neither a text nor an object with a \"name\"");
        }
        requireMembers(query, NAMED_MEMBERS, "as its query");
        if (query.has(PARAMETERS) && body.find(PARAMETERS).isPresent()) {
            throw JsonBody.bad("has \"parameters\" twice: give them beside the query, or in it");
        }
        var named = catalogue.named(query.path("name").asText());
        var parameters = parameters(body.find(PARAMETERS).or(() -> Optional.ofNullable(query.get(PARAMETERS))));
        return new CitedQuery(
                written(Citable.of(named.bind(texts(parameters)), Map.of())),
                Optional.of(named.title().en()));
    }

    /** What is kept is a text: it is run as it will be read again, or refused when it cannot be. */
    private static Query written(Query bound) {
        try {
            return PortableQuery.of(bound.serialize());
        } catch (QueryParseException e) {
            throw JsonBody.bad("has a term that SPARQL does not take where the query has its variable: "
                    + Parameters.shown(String.valueOf(e.getMessage()), 300));
        }
    }

    private static void requireUsed(Query query, Var variable) {
        if (!query.serialize().matches("(?s).*[?$]" + variable.getName() + "\\b.*")) {
            throw Parameters.bad(
                    variable.getName(), "is not in the query, which has no ?%s".formatted(variable.getName()));
        }
    }

    private static JsonNode parameters(Optional<JsonNode> given) {
        given.filter(values -> !values.isObject()).ifPresent(values -> {
            throw JsonBody.bad("needs an object as \"parameters\", with a value for each variable");
        });
        return given.orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static void requireMembers(JsonNode object, Set<String> known, String where) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw JsonBody.bad("has no member \"%s\" %s; it takes: %s"
                        .formatted(Parameters.shown(name), where, String.join(", ", new TreeSet<>(known))));
            }
        });
    }

    static Query parsed(String text) {
        try {
            return PortableQuery.of(text);
        } catch (QueryParseException e) {
            throw JsonBody.bad(
                            "has a query that is no SPARQL: " + Parameters.shown(String.valueOf(e.getMessage()), 300))
                    .with("line", e.getLine())
                    .with("column", e.getColumn());
        }
    }

    private static Map<String, String> texts(JsonNode parameters) {
        var texts = new HashMap<String, String>();
        parameters.properties().forEach(entry -> {
            if (!entry.getValue().isValueNode()) {
                throw Parameters.bad(entry.getKey(), "takes a text here, not an object");
            }
            texts.put(entry.getKey(), entry.getValue().asText());
        });
        return texts;
    }

    private static Map<Var, Node> terms(JsonNode parameters) {
        var terms = new HashMap<Var, Node>();
        parameters
                .properties()
                .forEach(entry ->
                        terms.put(Var.alloc(variable(entry.getKey())), term(entry.getKey(), entry.getValue())));
        return terms;
    }

    private static String variable(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,99}")) {
            throw Parameters.bad(name, "is no name of a variable: leave out ? and $");
        }
        return name;
    }

    /** A term as SPARQL's JSON results have it; plain JSON values are literals. */
    private static Node term(String name, JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> NodeFactory.createLiteralString(value.asText());
            case BOOLEAN -> NodeFactory.createLiteralDT(value.asText(), XSDDatatype.XSDboolean);
            case NUMBER ->
                NodeFactory.createLiteralDT(
                        value.decimalValue().toPlainString(),
                        value.isIntegralNumber() ? XSDDatatype.XSDinteger : XSDDatatype.XSDdecimal);
            case OBJECT -> typed(name, value);
            default ->
                throw Parameters.bad(
                        name, "takes a text, a number, true, false, or {\"type\": \"uri\" or \"literal\", \"value\"}");
        };
    }

    private static Node typed(String name, JsonNode term) {
        var text = term.path("value");
        var type = term.path("type").asText();
        if (!text.isTextual() || !(type.equals("uri") || type.equals("literal"))) {
            throw Parameters.bad(
                    name, "is an object without \"type\": \"uri\" or \"literal\", or without a text as \"value\"");
        }
        requireMembers(term, TERM_MEMBERS, "in the term \"%s\"".formatted(name));
        if (type.equals("uri")) {
            return NodeFactory.createURI(required(IRI, text, name, "has no IRI as its value"));
        }
        if (term.has("xml:lang")) {
            return NodeFactory.createLiteralLang(
                    text.asText(),
                    required(LANGUAGE, term.path("xml:lang"), name, "has no language tag as its xml:lang"));
        }
        if (term.has("datatype")) {
            var datatype = required(IRI, term.path("datatype"), name, "has no IRI as its datatype");
            return NodeFactory.createLiteralDT(
                    text.asText(), TypeMapper.getInstance().getSafeTypeByName(datatype));
        }
        return NodeFactory.createLiteralString(text.asText());
    }

    private static String required(Pattern pattern, JsonNode text, String parameter, String otherwise) {
        if (!text.isTextual() || !pattern.matcher(text.asText()).matches()) {
            throw Parameters.bad(parameter, otherwise);
        }
        return text.asText();
    }
}
