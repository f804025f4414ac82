package org.pairgraph.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.jena.riot.WebContent;

/**
 * The response as the engine sees it. The answer gets its entity tag as soon as the engine names the revision that it
 * reads, and is remembered in whole when it comes to a good end.
 */
final class RecordedResponse extends HttpServletResponseWrapper {
    private static final String ETAG = "ETag";
    private static final String CACHE_CONTROL = "Cache-Control";

    /** What the engine says of keeping its answers, which it does not know better; and the number of a request. */
    private static final Set<String> NOT_PASSED_ON = Set.of("Pragma", "Fuseki-Request-Id", "Server", "Vary");

    private final HttpServletRequest request;
    private final String mediaType;
    private final IntFunction<String> tags;
    private final AnswerOutput output;
    private int revision;
    private boolean failed;

    /** @param tags the entity tag of the answer, by its revision */
    RecordedResponse(
            HttpServletRequest request,
            HttpServletResponse response,
            String mediaType,
            IntFunction<String> tags,
            int mostKept) {
        super(response);
        this.request = request;
        this.mediaType = mediaType;
        this.tags = tags;
        boolean mayTrail = !request.getProtocol().equals("HTTP/1.0");
        this.output = new AnswerOutput(response, Compression.isWanted(request), mayTrail, mostKept);
        response.setHeader("Vary", "Accept, Accept-Encoding");
    }

    /** The answer and its tag; none when it is an error, or not whole, or too large to keep. */
    Optional<Kept> findKept() {
        var body = output.copy();
        if (failed || revision == 0 || body == null || containsHeader(Cut.HEADER)) {
            return Optional.empty();
        }
        return Optional.of(new Kept(
                tags.apply(revision), new KeptAnswer(String.valueOf(getContentType()), revision, false, body)));
    }

    record Kept(String tag, KeptAnswer answer) {}

    /** The response of a request that the engine was given; none when it is answered without a record. */
    static Optional<RecordedResponse> find(ServletResponse response) {
        if (response instanceof RecordedResponse recorded) {
            return Optional.of(recorded);
        }
        return response instanceof ServletResponseWrapper wrapper ? find(wrapper.getResponse()) : Optional.empty();
    }

    /** Whether rows become a table of plain text, whose columns are as wide as their widest value. */
    boolean isTable() {
        return mediaType.equals("text/plain");
    }

    /** Whether it is written in a format of XML. */
    boolean isXml() {
        return mediaType.endsWith("xml") || mediaType.equals(WebContent.contentTypeTriX);
    }

    /** Whether it is a graph in RDF/XML. */
    boolean isRdfXml() {
        return mediaType.equals(WebContent.contentTypeRDFXML);
    }

    /** How many bytes the answer has so far. */
    long written() {
        return output.written();
    }

    void cut(Cut bound) {
        output.cut(bound);
    }

    /** Answers with a problem instead; when a part of the answer is gone, its connection is closed before its end. */
    void refuse(SparqlProblem problem) throws IOException {
        if (output.isPassedOn()) {
            failed = true;
            hangUp();
            return;
        }
        output.discard();
        problem.send(request, this);
    }

    /** Closes the connection when the client does not read; one that waits is still to get its problem. For any thread. */
    void hangUpOnWhoDoesNotRead() {
        if (output.isSending()) {
            hangUp();
        }
    }

    private void hangUp() {
        Connections.hangUp(request);
    }

    /** Sends what was held back. The engine must have returned. */
    void finish() throws IOException {
        if (failed && output.isPassedOn()) {
            return;
        }
        output.finish();
    }

    @Override
    public void setIntHeader(String name, int value) {
        super.setIntHeader(name, value);
        if (name.equals(Endpoint.REVISION_HEADER)) {
            revision = value;
            super.setHeader(ETAG, tags.apply(value));
            super.setHeader(CACHE_CONTROL, "no-cache");
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (NOT_PASSED_ON.contains(name) || name.equals(CACHE_CONTROL) && revision != 0) {
            return;
        }
        super.setHeader(name, value);
    }

    /** Also an answer that breaks off after its beginning is gone gets a status of an error, which goes nowhere. */
    @Override
    public void setStatus(int status) {
        if (status >= SC_BAD_REQUEST) {
            failed = true;
            super.setHeader(ETAG, null);
            super.setHeader(CACHE_CONTROL, "no-store");
        }
        super.setStatus(status);
    }

    /** The length is known when the answer has ended. */
    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public ServletOutputStream getOutputStream() {
        return output;
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), true);
    }
}
