package org.pairgraph.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pairgraph.store.StoreException;

/** The tokens of one store and the log of what was asked with them. Safe for many threads and several processes. */
public final class Access {
    /** The name of the token that is made on first start. */
    public static final String FIRST = "admin";

    static final int FAILURES_A_MINUTE = 10;

    private static final String PREFIX = "pg_";
    private static final String SCHEME = "bearer ";
    private static final int BYTES = 32;

    private final Path firstToken;
    private final TokenFile file;
    private final AuditLog audit;
    private final Clock clock;
    private final RequestRate failures = new RequestRate(FAILURES_A_MINUTE);
    private final SecureRandom random = new SecureRandom();

    /** @param store the folder of a store */
    public Access(Path store) {
        this(store, Clock.systemUTC());
    }

    Access(Path store, Clock clock) {
        this.firstToken = firstToken(store);
        this.file = new TokenFile(store);
        this.audit = new AuditLog(store, clock);
        this.clock = clock;
    }

    /** Where the token that is made on first start waits for its owner; nothing need be there. */
    public static Path firstToken(Path store) {
        return store.resolve("steward.token");
    }

    /**
     * Makes an administrator's token when there never was one, and leaves it in a file that only its owner can read.
     *
     * @return the file; none when there are tokens already
     */
    public Optional<Path> begin() {
        if (file.exists()) {
            return Optional.empty();
        }
        var token = random();
        try {
            PrivateFile.replace(firstToken, (token + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw cannotWrite(firstToken, e);
        }
        add(new Token(FIRST, Role.ADMIN, digest(token), now()));
        return Optional.of(firstToken);
    }

    /**
     * Makes a token. It cannot be read again.
     *
     * @throws IllegalArgumentException if the name is taken or cannot be one
     */
    public String create(String name, Role role) {
        var token = random();
        add(new Token(name, role, digest(token), now()));
        return token;
    }

    /** All tokens, the oldest first. */
    public List<Token> tokens() {
        return file.tokens();
    }

    /** Ends a token at once, in running servers too; the first token's file goes with it. Whether there was one. */
    public boolean revoke(String name) {
        var gone = file.tokens().stream()
                .filter(token -> token.name().equals(name))
                .findFirst();
        if (gone.isEmpty()) {
            return false;
        }
        file.change(tokens ->
                tokens.stream().filter(token -> !token.name().equals(name)).toList());
        removeFirstTokenOf(gone.get());
        return true;
    }

    /** Whose a token is. The time that it takes does not tell how much of a guess was right. */
    public Optional<Token> holder(String token) {
        var shown = digest(token).getBytes(StandardCharsets.US_ASCII);
        Optional<Token> found = Optional.empty();
        for (var known : file.tokens()) {
            if (MessageDigest.isEqual(known.digest().getBytes(StandardCharsets.US_ASCII), shown)) {
                found = Optional.of(known);
            }
        }
        return found;
    }

    /**
     * Decides on the header {@code Authorization} of a request. A token that counts is let in whatever else came from
     * its address: others may share it.
     *
     * @param address of the client
     */
    public Admission admit(String address, Optional<String> authorization) {
        var shown = authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
        var holder = shown.flatMap(this::holder);
        if (holder.isPresent()) {
            return new Admission.Admitted(holder.get().name(), holder.get().role());
        }
        return failures.count(address)
                .<Admission>map(Admission.TooManyFailures::new)
                .orElseGet(() -> shown.isPresent() ? new Admission.WrongToken() : new Admission.NoToken());
    }

    /** Notes what was asked and what came of it. */
    public void audit(AuditEntry entry) {
        audit.append(entry);
    }

    static StoreException cannotWrite(Path file, IOException cause) {
        return new StoreException(
                "Cannot write %s (%s): check the permissions of its folder and the room on its disk"
                        .formatted(file, cause.getMessage()),
                cause);
    }

    private void add(Token token) {
        file.change(tokens -> {
            if (tokens.stream().anyMatch(known -> known.name().equals(token.name()))) {
                throw new IllegalArgumentException(
                        "There is a token named \"%s\" already: revoke it first, or choose another name"
                                .formatted(token.name()));
            }
            return Stream.concat(tokens.stream(), Stream.of(token)).toList();
        });
    }

    private void removeFirstTokenOf(Token gone) {
        try {
            if (Files.exists(firstToken)
                    && digest(Files.readString(firstToken).strip()).equals(gone.digest())) {
                Files.delete(firstToken);
            }
        } catch (IOException e) {
            throw cannotWrite(firstToken, e);
        }
    }

    private String random() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
