package org.pairgraph.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.pairgraph.evidence.Document;
import org.pairgraph.evidence.Location;
import org.pairgraph.evidence.Passages;
import org.pairgraph.evidence.Place;
import org.pairgraph.ingest.NormalForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "locate",
        description = "Print the Turtle of the passages where words stand in a document, white space aside.",
        mixinStandardHelpOptions = true)
final class EvidenceLocate implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store;

    @Option(names = "--documents", paramLabel = "DIR", required = true, description = "The folder of the texts.")
    private Path documents;

    @Option(
            names = "--document",
            paramLabel = "NAME",
            required = true,
            description = "The document: its file name, label, id (document/...) or key.")
    private String document;

    @Parameters(paramLabel = "TEXT", description = "The words, at most " + Place.LONGEST + " characters.")
    private String text;

    @Override
    public Integer call() {
        var passages = Passages.in(documents);
        var location = located(passages);
        if (location instanceof Location.At at && !at.places().isEmpty()) {
            spec.commandLine().getOut().print(turtle(at));
            spec.commandLine().getOut().flush();
            if (at.tooLong() > 0) {
                spec.commandLine().getErr().println(tooLong(at));
            }
            return Main.DONE;
        }
        passages.remarks().forEach(remark -> spec.commandLine().getErr().println(EvidenceCommand.printable(remark)));
        spec.commandLine().getOut().println(EvidenceCommand.printable(reason(location)));
        return Main.REFUSED;
    }

    private Location located(Passages passages) {
        try {
            return passages.locate(EvidenceCommand.passages(store, spec), document, text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String turtle(Location.At at) {
        return NormalForm.of(RDFWriter.source(at.evidence()).lang(Lang.NTRIPLES).asString());
    }

    private static String reason(Location location) {
        return switch (location) {
            case Location.At at -> tooLong(at);
            case Location.Nowhere nowhere -> nowhere(nowhere);
            case Location.TooLong words ->
                "The words are %d characters, and a passage has at most %d: take the shortest run that says the fact, or make it two"
                        .formatted(words.length(), Place.LONGEST);
            case Location.NoSuchDocument unknown ->
                "No document with a text is called \"%s\"; there are: %s"
                        .formatted(unknown.name(), names(unknown.known()));
            case Location.Ambiguous several ->
                "Several documents are called \"%s\": name one by its id: %s"
                        .formatted(
                                several.name(),
                                several.called().stream().map(Document::iri).collect(Collectors.joining(", ")));
            case Location.NoText missing ->
                "%s: no file has its digest %s%s"
                        .formatted(
                                name(missing.document()),
                                missing.document().digest(),
                                missing.sameName()
                                        ? "; a file of that name is there, but it was changed: bring it back as it was"
                                        : ": put the file into the folder");
            case Location.NotUtf8 binary ->
                "The file \"%s\" is not UTF-8 at byte %d: convert it, and correct pg:textDigest"
                        .formatted(binary.file(), binary.position());
        };
    }

    private static String nowhere(Location.Nowhere nowhere) {
        return nowhere.longest()
                .map(beginning ->
                        "The words do not stand in %s. The longest beginning that does is \"%s\" on line %d (%d-%d); there the document goes on with \"%s\""
                                .formatted(
                                        name(nowhere.document()),
                                        beginning.text(),
                                        beginning.place().startLine(),
                                        beginning.place().start(),
                                        beginning.place().end(),
                                        beginning.next()))
                .orElseGet(() ->
                        "The words do not stand in %s, nor does their first character: check which document says it"
                                .formatted(name(nowhere.document())));
    }

    private static String tooLong(Location.At at) {
        return "%d places are longer than %d characters with their white space and are left out: take a shorter run, or make it two"
                .formatted(at.tooLong(), Place.LONGEST);
    }

    private static String names(List<Document> documents) {
        return documents.stream().map(EvidenceLocate::name).collect(Collectors.joining(", "));
    }

    private static String name(Document document) {
        return document.name().orElse(document.iri());
    }
}
