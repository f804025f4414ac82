package org.pairgraph.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.pairgraph.vocab.Namespaces;

/**
 * The one way in which our Turtle files are written, so that a difference of two files shows only what changed: the
 * prefixes in use, then subjects, predicates ({@code a} first) and objects in the order of their text.
 */
public final class NormalForm {
    private static final Comparator<Statement> ORDER = Comparator.comparing(
                    (Statement statement) -> statement.getSubject().stringValue())
            .thenComparing(statement -> !statement.getPredicate().equals(RDF.TYPE))
            .thenComparing(statement -> statement.getPredicate().stringValue())
            .thenComparing(statement -> key(statement.getObject()));

    private NormalForm() {}

    /**
     * A Turtle text in normal form; comments are lost.
     *
     * @throws org.eclipse.rdf4j.rio.RDFParseException if the text is not Turtle
     * @throws IllegalArgumentException if it has a blank node, which has no place in an order
     */
    public static String of(String turtle) {
        var statements = new StatementCollector();
        var parser = Rio.createParser(RDFFormat.TURTLE).setRDFHandler(statements);
        try {
            parser.parse(new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)), Namespaces.ID);
            return write(statements.getStatements().stream()
                    .peek(NormalForm::requireNames)
                    .distinct()
                    .sorted(ORDER)
                    .toList());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("Text in memory is always readable", e);
        }
    }

    private static String write(List<Statement> statements) throws URISyntaxException {
        var out = new StringWriter();
        var writer = Rio.createWriter(RDFFormat.TURTLE, out, Namespaces.ID);
        writer.getWriterConfig()
                .set(BasicWriterSettings.PRETTY_PRINT, true)
                .set(BasicWriterSettings.BASE_DIRECTIVE, true)
                .set(BasicWriterSettings.XSD_STRING_TO_PLAIN_LITERAL, true);
        writer.startRDF();
        Namespaces.PREFIXES.forEach((prefix, namespace) -> {
            if (statements.stream().flatMap(NormalForm::iris).anyMatch(iri -> iri.startsWith(namespace))) {
                writer.handleNamespace(prefix, namespace);
            }
        });
        statements.forEach(writer::handleStatement);
        writer.endRDF();
        return out.toString();
    }

    private static Stream<String> iris(Statement statement) {
        return Stream.of(statement.getSubject(), statement.getPredicate(), statement.getObject())
                .map(value ->
                        value instanceof Literal literal ? literal.getDatatype().stringValue() : value.stringValue());
    }

    private static void requireNames(Statement statement) {
        if (statement.getSubject() instanceof BNode || statement.getObject() instanceof BNode) {
            throw new IllegalArgumentException(
                    "Blank nodes cannot be put in order: give them IRIs (" + statement + ")");
        }
    }

    private static String key(Value value) {
        return switch (value) {
            case IRI iri -> "1" + iri.stringValue();
            case Literal literal ->
                "2" + literal.getLanguage().orElse("") + " " + literal.getLabel() + " "
                        + literal.getDatatype().stringValue();
            default -> "3" + value.stringValue();
        };
    }
}
