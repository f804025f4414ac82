package org.pairgraph.cli;

import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "evidence",
        description = "Find the passages of the graph in the texts, or words in a text.",
        mixinStandardHelpOptions = true,
        subcommands = {EvidenceCheck.class, EvidenceLocate.class})
final class EvidenceCommand implements Runnable {
    private static final String PASSAGES = """
            PREFIX pg: <https://w3id.org/pairgraph/ontology#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            CONSTRUCT { ?s ?p ?o } {
              { VALUES ?p { pg:evidence pg:document oa:hasSelector oa:start oa:end pg:startLine pg:endLine
                            pg:passageDigest pg:textDigest }
                ?s ?p ?o }
              UNION { VALUES (?p ?o) { (rdf:type pg:Evidence) } ?s ?p ?o }
              UNION { ?s pg:textDigest ?digest . VALUES ?p { dcterms:identifier rdfs:label } ?s ?p ?o }
            }
            """;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the evidence: check or locate");
    }

    /** What the graph says of evidence and of the documents that have a text. */
    static Graph passages(StoreOption store, CommandSpec spec) {
        try (var graph = GraphAccess.open(
                store.folder(), Home.folder(), spec.commandLine().getErr()::println)) {
            return graph.construct(QueryFactory.create(PASSAGES));
        }
    }

    /** A text from data or from a file's name on one line, without what could steer a terminal. */
    static String printable(String text) {
        return text.replaceAll("\\R", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
