package org.pairgraph.api;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.pairgraph.ingest.RdfFormat;
import org.pairgraph.ingest.SourceFile;
import org.pairgraph.ingest.UnknownFormat;

/** The files that a request brings: its body, or each file of {@code multipart/form-data}. They are not held in memory. */
final class SentFiles {
    private static final int LONGEST_NAME = 200;
    private static final String MULTIPART = "multipart/form-data";

    /** What programs send when they do not know better; it says nothing of the format. */
    private static final Set<String> SAYS_NOTHING =
            Set.of("", "application/octet-stream", "application/x-www-form-urlencoded", "text/plain");

    private SentFiles() {}

    /**
     * The files, in their order.
     *
     * @param fileName of the body, for reports
     * @param format of all of them; without one it follows from the content type, else from the file's name
     */
    static List<SourceFile> of(Context ctx, Optional<String> fileName, Optional<String> format, long mostBytes) {
        if (ctx.req().getContentLengthLong() > mostBytes) {
            throw tooLarge(mostBytes);
        }
        var contentType = Optional.ofNullable(ctx.contentType()).orElse("");
        if (!mediaType(contentType).equals(MULTIPART)) {
            var name = fileName.map(SentFiles::name).orElse("");
            return List.of(new SourceFile(
                    name.isEmpty() ? "body" : name,
                    format(name, contentType, format),
                    new Bounded(ctx.bodyInputStream(), mostBytes)));
        }
        var parts = parts(ctx, mostBytes);
        if (parts.isEmpty()) {
            throw JsonBody.bad("has no file: send each as a part with a file name");
        }
        return parts.stream()
                .map(part -> {
                    var name = name(part.filename());
                    var type = Optional.ofNullable(part.contentType()).orElse("");
                    return new SourceFile(name, format(name, type, format), part.content());
                })
                .toList();
    }

    /** Javalin lets checked exceptions of the servlet through undeclared. */
    private static List<UploadedFile> parts(Context ctx, long mostBytes) {
        try {
            return ctx.uploadedFiles();
        } catch (Exception e) {
            if (isTooLarge(e)) {
                throw tooLarge(mostBytes);
            }
            throw JsonBody.bad("is no well-formed " + MULTIPART + ": check its boundary and that each part is whole");
        }
    }

    private static boolean isTooLarge(@Nullable Throwable e) {
        return e instanceof ContentTooLargeResponse
                || e instanceof HttpException jetty && jetty.getCode() == HttpStatus.CONTENT_TOO_LARGE.getCode()
                || e != null && isTooLarge(e.getCause());
    }

    /** What a file is called: the last step of what its sender calls it, without what is no character. */
    private static String name(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        return Parameters.shown(last, LONGEST_NAME).strip();
    }

    private static RdfFormat format(String name, String contentType, Optional<String> format) {
        try {
            if (format.isPresent()) {
                return RdfFormat.ofName(format.get());
            }
            if (!SAYS_NOTHING.contains(mediaType(contentType))) {
                return RdfFormat.ofContentType(contentType);
            }
            return RdfFormat.ofFileName(name);
        } catch (UnknownFormat e) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_FORMAT,
                    Parameters.shown(String.valueOf(e.getMessage()), 1_000)
                            + "; say it with Content-Type, with the ending of filename, or with format");
        }
    }

    private static String mediaType(String contentType) {
        return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static ProblemException tooLarge(long mostBytes) {
        return ProblemException.of(
                ProblemType.BODY_TOO_LARGE,
                "The body is larger than %d MiB: split the file into several sources".formatted(mostBytes >> 20));
    }

    /** A body that is refused when it turns out too large, or breaks off. */
    private static final class Bounded extends FilterInputStream {
        private final long most;
        private long count;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            try {
                int read = super.read(into, offset, length);
                count += Math.max(0, read);
                if (count > most) {
                    throw tooLarge(most);
                }
                return read;
            } catch (IOException e) {
                throw JsonBody.bad("broke off after %d bytes: send it again".formatted(count));
            }
        }
    }
}
