package org.pairgraph.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.apache.jena.query.QueryCancelledException;

/**
 * How the {@code SERVICE} of one query asks its endpoints: neither waiting for an answer nor reading it outlasts the
 * query, and what is read is counted as held, since ARQ keeps all rows of an answer. For one thread.
 */
final class ServiceClient extends HttpClient {
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final RunningQuery query;
    private final HeldMemory memory;

    /** @param http one of {@link #shared}, for all queries */
    ServiceClient(HttpClient http, RunningQuery query, HeldMemory memory) {
        this.http = http;
        this.query = query;
        this.memory = memory;
    }

    /** Goes where it is sent and nowhere else: an endpoint that is allowed does not choose another by a redirection. */
    static HttpClient shared() {
        return HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(TO_CONNECT)
                .build();
    }

    /** ARQ sends this way, and only to read the body as a stream. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        try {
            return CompletableFuture.completedFuture((HttpResponse<T>) answer(request));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        return sendAsync(request, handler).join();
    }

    private HttpResponse<InputStream> answer(HttpRequest request) throws IOException {
        var sent = http.sendAsync(request, BodyHandlers.ofPublisher());
        try {
            while (true) {
                query.check();
                try {
                    return streamed(sent.get(ServiceBody.LOOK_MILLIS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    continue;
                }
            }
        } catch (QueryCancelledException e) {
            sent.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The server stops", e);
        }
    }

    private HttpResponse<InputStream> streamed(HttpResponse<Publisher<List<ByteBuffer>>> response) throws IOException {
        var body = new ServiceBody(query, memory);
        response.body().subscribe(body);
        var coding = response.headers().firstValue("Content-Encoding");
        if (coding.isPresent() && !coding.get().equalsIgnoreCase("identity")) {
            body.close();
            throw new IOException("It sends " + coding.get() + ", which was not asked for");
        }
        return new Streamed(response, body);
    }

    private record Streamed(HttpResponse<?> of, InputStream body) implements HttpResponse<InputStream> {
        @Override
        public int statusCode() {
            return of.statusCode();
        }

        @Override
        public HttpRequest request() {
            return of.request();
        }

        @Override
        public Optional<HttpResponse<InputStream>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return of.headers();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return of.sslSession();
        }

        @Override
        public URI uri() {
            return of.uri();
        }

        @Override
        public Version version() {
            return of.version();
        }
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
