package org.pairgraph.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    /** Finds a query of the catalogue, or says that there is none. */
    interface Catalogue {
        NamedQuery named(String name);
    }

    /** Reads {@code query}, a text or {@code {name, parameters}}, and {@code parameters}. */
    static CitedQuery of(JsonBody body, Catalogue catalogue) {
        var query = body.find(QUERY)
                .orElseThrow(() -> JsonBody.bad("needs a query as \"query\": a text, or {\"name\", \"parameters\"}"));
        var parameters = body.find(PARAMETERS).orElse(query.path(PARAMETERS));
        if (!parameters.isMissingNode() && !parameters.isObject()) {
            throw JsonBody.bad("needs an object as \"parameters\", with a value for each variable");
        }
        if (query.isTextual()) {
            return new CitedQuery(Citable.of(parsed(query.asText()), terms(parameters)), Optional.empty());
        }
        if (!query.path("name").isTextual()) {
            throw JsonBody.bad("has a query that is neither a text nor an object with a \"name\"");
        }
        var named = catalogue.named(query.path("name").asText());
        return new CitedQuery(
                Citable.of(named.bind(texts(parameters)), Map.of()),
                Optional.of(named.title().en()));
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
        if (type.equals("uri")) {
            if (!text.asText().matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|\\\\^`]*")) {
                throw Parameters.bad(name, "has no IRI as its value");
            }
            return NodeFactory.createURI(text.asText());
        }
        if (term.path("xml:lang").isTextual()) {
            return NodeFactory.createLiteralLang(
                    text.asText(), term.path("xml:lang").asText());
        }
        return term.path("datatype").isTextual()
                ? NodeFactory.createLiteralDT(
                        text.asText(),
                        TypeMapper.getInstance()
                                .getSafeTypeByName(term.path("datatype").asText()))
                : NodeFactory.createLiteralString(text.asText());
    }
}
