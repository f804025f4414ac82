package org.pairgraph.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.pairgraph.export.Dump;
import org.pairgraph.export.DumpFormat;
import org.pairgraph.export.DumpWriter;
import org.pairgraph.server.Announcement;
import org.pairgraph.server.Release;
import org.pairgraph.store.PairStore;
import org.pairgraph.vocab.XmlLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "export",
        description = "Write what a revision says into a file. The same revision gives the same bytes.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Turtle, N-Triples, JSON-LD and RDF/XML hold the default graph: all that is current, derived triples too.",
            "TriG and N-Quads hold each current version as a named graph, the derived triples and the ledger."
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store;

    @Option(names = "--revision", paramLabel = "N", description = "The revision (the current one).")
    private Optional<Integer> revision = Optional.empty();

    @Option(
            names = "--format",
            required = true,
            converter = FormatName.class,
            description = "turtle, trig, nquads, ntriples, jsonld or rdfxml.")
    private DumpFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The file, which must not be there yet; with .gz at its end it is compressed.")
    private Path output;

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    /** The names of the formats in lower case. */
    static final class FormatName implements ITypeConverter<DumpFormat> {
        @Override
        public DumpFormat convert(String name) {
            return Arrays.stream(DumpFormat.values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("\"%s\" is none of %s"
                            .formatted(
                                    name,
                                    Arrays.stream(DumpFormat.values())
                                            .map(format -> format.name().toLowerCase(Locale.ROOT))
                                            .collect(Collectors.joining(", ")))));
        }
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(output) && !force) {
            throw new Refusal("%s is there already: choose another name, or add --force".formatted(output));
        }
        var draft = output.toAbsolutePath().resolveSibling(output.getFileName() + ".new");
        if (!Files.isDirectory(draft.getParent())) {
            throw new Refusal("There is no folder %s: make it, or choose another file".formatted(draft.getParent()));
        }
        try {
            var server = Announcement.find(store.folder());
            if (server.isEmpty() || !download(server.get(), draft)) {
                write(draft);
            }
            Files.move(draft, output, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        spec.commandLine().getErr().println("Wrote " + output + " (" + Files.size(output) + " bytes)");
        return Main.DONE;
    }

    private boolean isCompressed() {
        return output.toString().endsWith(".gz");
    }

    private void write(Path draft) throws IOException {
        var scratch = Files.createTempDirectory("pairgraph-export-");
        try (var opened = PairStore.open(store.folder())) {
            Release.into(opened, Home.folder(), true, spec.commandLine().getErr()::println);
            int asked = revision.orElse(opened.history().head());
            try (var out = Files.newOutputStream(draft)) {
                new DumpWriter(scratch).write(opened, asked, format, isCompressed(), out);
            }
        } catch (DumpWriter.TooLarge | XmlLimits.NotInXml e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    /** Whether there is a server to ask. */
    private boolean download(String url, Path draft) throws IOException {
        var http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var name = revision.map(number -> Dump.name(number, format))
                .orElseGet(() -> Dump.name(0, format).replace("-0.", "-current."));
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(url + "/data/dumps/" + name))
                            .build(),
                    BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                keep(answer, body, draft);
            }
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableServer(url, e);
        }
    }

    private void keep(HttpResponse<InputStream> answer, InputStream body, Path draft) throws IOException {
        if (answer.statusCode() != 200) {
            throw new Refusal(new String(body.readNBytes(2_000), StandardCharsets.UTF_8).strip());
        }
        var digest = sha256();
        var read = new DigestInputStream(new BufferedInputStream(body), digest);
        if (isCompressed()) {
            Files.copy(read, draft, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.copy(new GZIPInputStream(read), draft, StandardCopyOption.REPLACE_EXISTING);
            read.readAllBytes();
        }
        var expected = answer.headers().firstValue("ETag").orElse("").replace("\"", "");
        if (!HexFormat.of().formatHex(digest.digest()).equals(expected)) {
            throw new Refusal("What was read is not what the server sent: try again");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
