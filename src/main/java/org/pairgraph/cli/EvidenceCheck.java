package org.pairgraph.cli;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.pairgraph.evidence.Finding;
import org.pairgraph.evidence.Passages;
import org.pairgraph.evidence.Place;
import org.pairgraph.evidence.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = "Find every passage of the graph in the texts again; exit 0 if all are where the graph says.",
        mixinStandardHelpOptions = true)
final class EvidenceCheck implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store;

    @Option(names = "--documents", paramLabel = "DIR", required = true, description = "The folder of the texts.")
    private Path documents;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    /** The report in JSON. */
    private record Checked(long passages, long found, List<Report.OfDocument> documents, List<String> remarks) {}

    /** Each finding names its kind. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "outcome")
    private interface WithOutcome {}

    @Override
    public Integer call() throws JsonProcessingException {
        var passages = Passages.in(documents);
        var report = passages.check(EvidenceCommand.passages(store, spec));
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(inJson(report));
        } else {
            print(report, out);
        }
        return report.found() == report.passages() ? Main.DONE : Main.REFUSED;
    }

    private static String inJson(Report report) throws JsonProcessingException {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addMixIn(Finding.class, WithOutcome.class)
                .build()
                .writeValueAsString(
                        new Checked(report.passages(), report.found(), report.documents(), report.remarks()));
    }

    private static void print(Report report, PrintWriter out) {
        report.remarks().forEach(remark -> out.println(EvidenceCommand.printable(remark)));
        for (var document : report.documents()) {
            out.println("%s: %d of %d passages found"
                    .formatted(
                            title(document),
                            document.found(),
                            document.findings().size()));
            document.findings().stream()
                    .filter(finding -> !(finding instanceof Finding.Found))
                    .forEach(finding -> out.println("  <%s>%n    %s"
                            .formatted(finding.evidence(), EvidenceCommand.printable(sentence(finding)))));
        }
        out.println("In all %d of %d passages found".formatted(report.found(), report.passages()));
    }

    private static String title(Report.OfDocument document) {
        var file = document.file()
                .map(name -> "file " + name)
                .orElseGet(() -> "no file"
                        + document.name()
                                .map(name -> " (named \"" + name + "\" in the data)")
                                .orElse(""));
        return EvidenceCommand.printable(
                document.document().map(iri -> "<" + iri + ">, " + file).orElse("Without a document"));
    }

    /** What differs and what to do. */
    private static String sentence(Finding finding) {
        return switch (finding) {
            case Finding.Found found -> "Found";
            case Finding.Drifted drifted -> drifted(drifted);
            case Finding.OutOfBounds outside ->
                "It should end at %d, but the text has %d code points: locate it again and correct the evidence"
                        .formatted(outside.stated().end(), outside.length());
            case Finding.LinesDiffer lines ->
                "It stands on lines %s, not %s: correct pg:startLine and pg:endLine"
                        .formatted(lines(lines.actual()), lines(lines.stated()));
            case Finding.DocumentMissing missing
            when missing.sameName() ->
                "The file \"%s\" is there, but its digest is not %s: bring back the file as it was, or locate the passages again and correct pg:textDigest"
                        .formatted(
                                missing.document().name().orElse(""),
                                missing.document().digest());
            case Finding.DocumentMissing missing ->
                "No file has the digest %s%s: put the file into the folder"
                        .formatted(
                                missing.document().digest(),
                                missing.document()
                                        .name()
                                        .map(name -> " (named \"" + name + "\" in the data)")
                                        .orElse(""));
            case Finding.NotUtf8 binary ->
                "The file \"%s\" is not UTF-8 at byte %d: convert it, and correct pg:textDigest"
                        .formatted(binary.file(), binary.position());
            case Finding.Malformed malformed ->
                "%s %s: correct it".formatted(malformed.property(), malformed.problem());
        };
    }

    private static String drifted(Finding.Drifted drifted) {
        var stated = drifted.stated();
        return "Other words stand at %d-%d (lines %s): ".formatted(stated.start(), stated.end(), lines(stated))
                + drifted.elsewhere()
                        .map(place -> "the passage is at %d-%d (lines %s): correct the positions and the lines"
                                .formatted(place.start(), place.end(), lines(place)))
                        .orElse(
                                "the passage was not found elsewhere: locate what it says again and correct the evidence");
    }

    private static String lines(Place place) {
        return place.startLine() + "-" + place.endLine();
    }
}
