package org.pairgraph.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.validation.ValidationException;
import java.net.HttpURLConnection;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.pairgraph.citations.Citations;
import org.pairgraph.citations.NotCitable;
import org.pairgraph.export.DumpWriter;
import org.pairgraph.saved.SavedQueries;
import org.pairgraph.sparql.BadParameter;
import org.pairgraph.sparql.QueryRefusal;
import org.pairgraph.store.MissingContent;
import org.pairgraph.store.RevisionNotAtHand;
import org.pairgraph.store.StoreException;
import org.pairgraph.store.UnknownRevision;
import org.pairgraph.vocab.XmlLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which exception becomes which problem. Nothing else decides the status of an error. */
final class Problems {
    private static final String TYPE = "application/problem+json";
    private static final int LONGEST_DETAIL = 300;
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void mount(JavalinConfig javalin) {
        javalin.http.prefer405over404 = true;
        javalin.jetty.modifyServer(server -> server.setErrorHandler(new Unreadable()));
        javalin.routes.exception(ProblemException.class, (e, ctx) -> {
            e.headers().forEach(ctx::header);
            write(ctx, Problem.of(e));
        });
        javalin.routes.exception(
                UnknownRevision.class,
                (e, ctx) -> write(
                        ctx,
                        ProblemType.UNKNOWN_REVISION,
                        Optional.ofNullable(e.getMessage()),
                        Optional.of(Parameters.REVISION)));
        javalin.routes.exception(RevisionNotAtHand.class, (e, ctx) -> {
            ctx.header(Header.RETRY_AFTER, String.valueOf(e.retryAfter().toSeconds()));
            write(
                    ctx,
                    ProblemType.REVISION_NOT_AT_HAND,
                    Optional.ofNullable(e.getMessage()),
                    Optional.of(Parameters.REVISION));
        });
        told(javalin, MissingContent.class, ProblemType.DATA_FORGOTTEN);
        told(javalin, DumpWriter.TooLarge.class, ProblemType.NOT_ACCEPTABLE);
        told(javalin, XmlLimits.NotInXml.class, ProblemType.NOT_ACCEPTABLE);
        told(javalin, NotCitable.class, ProblemType.NOT_CITABLE);
        told(javalin, Citations.NoRoom.class, ProblemType.NO_ROOM);
        told(javalin, Citations.Damaged.class, ProblemType.CITATION_DAMAGED);
        told(javalin, SavedQueries.NoRoom.class, ProblemType.NO_ROOM);
        javalin.routes.exception(StoreException.class, (e, ctx) -> {
            if (e.getCause() == null) {
                LOG.warn("{} {} was refused: {}", ctx.method(), ctx.path(), e.getMessage());
            } else {
                LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            }
            write(ctx, ProblemType.STORE_NOT_WRITABLE, String.valueOf(e.getMessage()));
        });
        javalin.routes.exception(
                BadParameter.class,
                (e, ctx) -> write(
                        ctx,
                        ProblemType.BAD_PARAMETER,
                        Optional.of(Parameters.shown(String.valueOf(e.getMessage()), LONGEST_DETAIL)),
                        Optional.of(e.parameter())));
        javalin.routes.exception(QueryRefusal.class, (e, ctx) -> {
            e.retryAfter().ifPresent(wait -> ctx.header(Header.RETRY_AFTER, String.valueOf(wait.toSeconds())));
            write(ctx, Problem.of(e));
        });
        javalin.routes.exception(MethodNotAllowedResponse.class, Problems::methodNotAllowed);
        javalin.routes.exception(
                NotFoundResponse.class,
                (e, ctx) -> write(
                        ctx,
                        ProblemType.UNKNOWN_ROUTE,
                        "There is nothing at %s: /openapi.yaml lists what there is".formatted(ctx.path())));
        javalin.routes.exception(
                ContentTooLargeResponse.class,
                (e, ctx) -> write(
                        ctx, ProblemType.BODY_TOO_LARGE, "The body is larger than this address takes: send less"));
        javalin.routes.exception(
                ValidationException.class,
                (e, ctx) -> write(
                        ctx,
                        ProblemType.BAD_REQUEST,
                        "Values not valid: " + e.getErrors().keySet()));
        javalin.routes.exception(HttpResponseException.class, Problems::other);
        javalin.routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            write(ctx, ProblemType.INTERNAL_ERROR, Optional.empty(), Optional.empty());
        });
    }

    /** An exception whose message is what the client is told. */
    private static <E extends Exception> void told(JavalinConfig javalin, Class<E> exception, ProblemType type) {
        javalin.routes.exception(exception, (e, ctx) -> write(ctx, type, String.valueOf(e.getMessage())));
    }

    private static void methodNotAllowed(MethodNotAllowedResponse e, Context ctx) {
        var allowed = e.getDetails().getOrDefault("availableMethods", "GET, HEAD");
        ctx.header(Header.ALLOW, allowed);
        write(
                ctx,
                ProblemType.METHOD_NOT_ALLOWED,
                "%s does not take %s: use %s".formatted(ctx.path(), ctx.method(), allowed));
    }

    private static void other(HttpResponseException e, Context ctx) {
        if (e.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            write(ctx, ProblemType.INTERNAL_ERROR, Optional.empty(), Optional.empty());
        } else {
            write(ctx, Problem.badRequest(e.getStatus(), String.valueOf(e.getMessage())));
        }
    }

    private static void write(Context ctx, ProblemType type, String detail) {
        write(ctx, type, Optional.of(detail), Optional.empty());
    }

    private static void write(Context ctx, ProblemType type, Optional<String> detail, Optional<String> parameter) {
        write(ctx, Problem.of(type, detail, parameter));
    }

    private static void write(Context ctx, Problem problem) {
        ctx.status(problem.status());
        ctx.contentType(TYPE);
        ctx.result(Json.bytes(problem));
    }

    /** What Jetty refuses before Javalin sees it, for example an address that is not well-formed. */
    private static final class Unreadable extends ErrorHandler {
        private static final int HEADERS_TOO_LARGE = 431;

        @Override
        protected void generateResponse(
                Request request, Response response, int code, String message, Throwable cause, Callback callback) {
            var problem = code < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                    ? Problem.badRequest(code, detail(code))
                    : Problem.of(ProblemType.INTERNAL_ERROR, Optional.empty(), Optional.empty());
            response.setStatus(problem.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
            response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
        }

        private static String detail(int code) {
            return switch (code) {
                case HttpURLConnection.HTTP_REQ_TOO_LONG ->
                    "The address is too long: send a query with POST, and ask for less at a time otherwise";
                case HEADERS_TOO_LARGE -> "The headers are too large together: send fewer, or shorter ones";
                case HttpURLConnection.HTTP_ENTITY_TOO_LARGE -> "The body is larger than this address takes: send less";
                default -> "The request is not well-formed: encode what is not ASCII, and % as %25";
            };
        }
    }
}
