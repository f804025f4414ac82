package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pairgraph.access.Access;
import org.pairgraph.access.Admission;
import org.pairgraph.access.AuditEntry;
import org.pairgraph.access.Role;
import org.pairgraph.store.StoreException;

/**
 * Lets those in who may: a token that counts, of a role that includes the one that is needed, and no page of another
 * origin. What is asked here is audited, refused or not.
 */
final class Guard {
    private final Access access;

    Guard(Access access) {
        this.access = access;
    }

    /** What a write does once it is let in. */
    interface Work {
        void run(Write write) throws IOException;
    }

    /** One write: who asks for it, and what the audit log is to say of it. */
    static final class Write {
        private Optional<String> actor = Optional.empty();
        private Optional<String> source = Optional.empty();
        private Optional<String> plan = Optional.empty();
        private String outcome = "internal-error";

        String actor() {
            return actor.orElseThrow();
        }

        Write ofSource(String name) {
            source = Optional.of(Parameters.shown(name));
            return this;
        }

        Write ofPlan(String id) {
            plan = Optional.of(Parameters.shown(id));
            return this;
        }

        void did(String what) {
            outcome = what;
        }
    }

    /** Runs a write, if it may be. */
    void write(Context ctx, String action, Role needed, Work work) throws IOException {
        var write = new Write();
        try {
            requireOwnOrigin(ctx);
            var token = token(ctx);
            write.actor = Optional.of(token.name());
            requireRole(token, needed);
            work.run(write);
        } catch (ProblemException e) {
            write.did(e.type().slug());
            throw e;
        } catch (StoreException e) {
            write.did(ProblemType.STORE_NOT_WRITABLE.slug());
            throw e;
        } finally {
            access.audit(new AuditEntry(write.actor, action, write.source, write.plan, write.outcome, ctx.ip()));
        }
    }

    /** Whether a request shows a token that counts, for something that needs none. */
    boolean isKnown(Context ctx) {
        var shown = Optional.ofNullable(ctx.header(Header.AUTHORIZATION));
        return shown.isPresent() && access.admit(ctx.ip(), shown) instanceof Admission.Admitted;
    }

    /** The name of the token that a request shows, if it may do what needs a role. */
    String admitted(Context ctx, Role needed) {
        var token = token(ctx);
        requireRole(token, needed);
        return token.name();
    }

    /** {@code GET /api/v1/session}: the name and the role of the token that the request shows. */
    void session(Context ctx) {
        Parameters.of(ctx, Set.of());
        var token = token(ctx);
        ctx.header(Header.CACHE_CONTROL, "no-store");
        ctx.contentType(Json.TYPE)
                .result(Json.bytes(
                        Map.of("name", token.name(), "role", token.role().label())));
    }

    private Admission.Admitted token(Context ctx) {
        return switch (access.admit(ctx.ip(), Optional.ofNullable(ctx.header(Header.AUTHORIZATION)))) {
            case Admission.Admitted admitted -> admitted;
            case Admission.NoToken none ->
                throw ProblemException.of(
                                ProblemType.NO_TOKEN,
                                "This needs a token: send it as \"Authorization: Bearer pg_…\"; \"pairgraph token create\" makes one")
                        .header(Header.WWW_AUTHENTICATE, "Bearer realm=\"pairgraph\"");
            case Admission.WrongToken wrong ->
                throw ProblemException.of(
                                ProblemType.NO_TOKEN,
                                "The token is not one of this store's, or it was revoked: ask its administrator for another")
                        .header(Header.WWW_AUTHENTICATE, "Bearer realm=\"pairgraph\", error=\"invalid_token\"");
            case Admission.TooManyFailures tooMany ->
                throw ProblemException.of(
                                ProblemType.TOO_MANY_FAILURES,
                                "Too many requests without a token that counts came from this address: wait, and check the token")
                        .retryAfter(tooMany.retryAfter());
        };
    }

    private static void requireRole(Admission.Admitted admitted, Role needed) {
        if (!admitted.role().includes(needed)) {
            throw ProblemException.of(
                    ProblemType.ROLE_NEEDED,
                    "This needs the role %s; the token \"%s\" has the role %s"
                            .formatted(
                                    needed.label(),
                                    admitted.name(),
                                    admitted.role().label()));
        }
    }

    /** A browser says in {@code Origin} whose page asks (Fetch §3.2); other programs say nothing. */
    static void requireOwnOrigin(Context ctx) {
        var origin = ctx.header(Header.ORIGIN);
        if (origin != null && !isOwn(origin, String.valueOf(ctx.header(Header.HOST)))) {
            throw ProblemException.of(
                    ProblemType.FOREIGN_ORIGIN,
                    "A page of %s cannot change anything here: use the page of this server, or a program"
                            .formatted(Parameters.shown(origin)));
        }
    }

    private static boolean isOwn(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
