package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.EofException;
import org.pairgraph.export.Dump;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a dump, or the part of it that is asked for (RFC 9110 §14), so that a download can go on where it broke off. Only
 * {@code GET} asks for parts (§14.2).
 */
final class RangedFile {
    private static final Logger LOG = LoggerFactory.getLogger(RangedFile.class);
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");
    private static final String TYPE = "application/gzip";

    private RangedFile() {}

    /** From the first byte to the one after the last. */
    private record Part(long begin, long end) {}

    static void send(Context ctx, Dump dump) throws IOException {
        var tag = "\"" + dump.sha256() + "\"";
        ctx.header(Header.ETAG, tag);
        ctx.header(Header.ACCEPT_RANGES, "bytes");
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        if (Answers.has(ctx, "W/" + tag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        var range = Optional.ofNullable(ctx.header(Header.RANGE))
                .filter(asked -> ctx.method() == HandlerType.GET)
                .filter(asked -> Optional.ofNullable(ctx.header("If-Range"))
                        .map(tag::equals)
                        .orElse(true))
                .map(RANGE::matcher)
                .filter(matcher -> matcher.matches() && !matcher.group().equals("bytes=-"));
        if (range.isEmpty()) {
            ctx.status(HttpStatus.OK);
            write(ctx, dump, new Part(0, dump.bytes()));
            return;
        }
        var part = part(range.get().group(1), range.get().group(2), dump.bytes());
        if (part.begin() >= part.end()) {
            throw ProblemException.of(
                            ProblemType.RANGE_NOT_SATISFIABLE,
                            "%s has %d bytes: ask for a part that begins within them"
                                    .formatted(dump.name(), dump.bytes()))
                    .header(Header.CONTENT_RANGE, "bytes */" + dump.bytes());
        }
        ctx.header(Header.CONTENT_RANGE, "bytes %d-%d/%d".formatted(part.begin(), part.end() - 1, dump.bytes()));
        ctx.status(HttpStatus.PARTIAL_CONTENT);
        write(ctx, dump, part);
    }

    private static Part part(String first, String last, long size) {
        if (first.isEmpty()) {
            return new Part(Math.max(0, size - Long.parseLong(last)), size);
        }
        long end = last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        return new Part(Long.parseLong(first), end);
    }

    private static void write(Context ctx, Dump dump, Part part) throws IOException {
        ctx.contentType(TYPE);
        ctx.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"" + dump.name() + "\"");
        ctx.res().setContentLengthLong(part.end() - part.begin());
        if (ctx.method() == HandlerType.HEAD) {
            return;
        }
        try (var file = FileChannel.open(dump.file(), StandardOpenOption.READ)) {
            var to = Channels.newChannel(ctx.res().getOutputStream());
            long at = part.begin();
            while (at < part.end()) {
                at += file.transferTo(at, part.end() - at, to);
            }
        } catch (EofException e) {
            LOG.debug("{} hung up", ctx.ip());
        }
    }
}
