package org.pairgraph.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.terms.Terms;
import org.pairgraph.terms.TermsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "ontology-page",
        description = "Print the reference of the ontology, docs/ontology.md, from the files of ontology/ and data/.",
        mixinStandardHelpOptions = true)
final class OntologyPage implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var bundle = new Bundle(Home.folder());
        var ontology = bundle.sources().getFirst();
        var data = bundle.sources().stream()
                .filter(source -> !source.equals(ontology))
                .flatMap(source -> source.files().stream())
                .toList();

        var terms = Terms.of(read(ontology.files()), read(bundle.shapes()));
        var out = spec.commandLine().getOut();
        out.print(TermsPage.of(terms, read(data)));
        out.flush();
        return Main.DONE;
    }

    private static Graph read(List<Path> files) {
        var graph = GraphFactory.createGraphMem();
        files.forEach(file -> RDFDataMgr.read(graph, file.toUri().toString()));
        return graph;
    }
}
