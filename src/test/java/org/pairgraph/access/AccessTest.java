package org.pairgraph.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.store.StoreException;

class AccessTest {
    @TempDir
    private Path store;

    private Access access;

    @BeforeEach
    void open() {
        access = new Access(store);
    }

    @Test
    void theFirstStartLeavesATokenForItsOwnerOnly() throws IOException {
        var file = access.begin().orElseThrow();

        var token = Files.readString(file).strip();
        assertThat(token).matches("pg_[A-Za-z0-9_-]{43}");
        assertThat(admit("Bearer " + token)).isEqualTo(new Admission.Admitted("admin", Role.ADMIN));
        assertThat(access.begin()).isEmpty();
        for (var name : List.of("steward.token", "tokens.json", "tokens.lock")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aTokenIsNotKept() throws IOException {
        var token = access.create("office", Role.STEWARD);

        assertThat(Files.readString(store.resolve("tokens.json")))
                .contains("office")
                .doesNotContain(token)
                .doesNotContain(token.substring(3));
        assertThat(access.tokens()).singleElement().satisfies(kept -> {
            assertThat(kept.role()).isEqualTo(Role.STEWARD);
            assertThat(kept.toString()).doesNotContain(token);
        });
    }

    @Test
    void aRevokedTokenIsRefusedAtOnceByOthersToo() {
        var token = access.create("office", Role.STEWARD);
        var server = new Access(store);
        assertThat(server.holder(token)).isPresent();

        assertThat(access.revoke("office")).isTrue();

        assertThat(server.holder(token)).isEmpty();
        assertThat(server.admit("a", Optional.of("Bearer " + token))).isEqualTo(new Admission.WrongToken());
        assertThat(access.revoke("office")).isFalse();
    }

    @Test
    void revokingTheFirstTokenRemovesItsFile() {
        var file = access.begin().orElseThrow();

        access.revoke(Access.FIRST);

        assertThat(file).doesNotExist();
        assertThat(access.begin()).as("there was one already").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Office",
                "a b",
                "release",
                "local",
                "办公室",
                "a\n",
                "../x",
                "12345678901234567890123456789012345678901"
            })
    void aNameThatCannotBeOneIsRefused(String name) {
        assertThatThrownBy(() -> access.create(name, Role.STEWARD)).isInstanceOf(IllegalArgumentException.class);
        assertThat(access.tokens()).isEmpty();
    }

    @Test
    void aNameIsGivenOnce() {
        access.create("office", Role.STEWARD);

        assertThatThrownBy(() -> access.create("office", Role.ADMIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revoke it first");
        assertThat(access.tokens()).hasSize(1);
    }

    @Test
    void whoeverShowsNoTokenThatCountsIsRefused() {
        var token = access.create("office", Role.STEWARD);

        assertThat(access.admit("a", Optional.empty())).isEqualTo(new Admission.NoToken());
        assertThat(admit("Basic " + token)).isEqualTo(new Admission.NoToken());
        assertThat(admit("Bearer ")).isEqualTo(new Admission.WrongToken());
        assertThat(admit("Bearer " + token.substring(0, 45))).isEqualTo(new Admission.WrongToken());
        assertThat(admit("bearer " + token)).isEqualTo(new Admission.Admitted("office", Role.STEWARD));
    }

    @Test
    void theEleventhFailureOfAnAddressIsTooMany() {
        var token = access.create("office", Role.STEWARD);
        for (int i = 0; i < 10; i++) {
            assertThat(admit("Bearer wrong")).isEqualTo(new Admission.WrongToken());
        }

        assertThat(admit("Bearer wrong"))
                .isInstanceOfSatisfying(
                        Admission.TooManyFailures.class,
                        refused -> assertThat(refused.retryAfter().toSeconds()).isBetween(1L, 60L));
        assertThat(access.admit("other", Optional.empty())).isEqualTo(new Admission.NoToken());
        assertThat(admit("Bearer " + token)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void manyAddressesTakeBoundedRoom() {
        var failures = new RequestRate(Access.FAILURES_A_MINUTE);
        IntStream.range(0, 20_000).forEach(i -> failures.count("address-" + i));

        assertThat(failures.addresses()).isEqualTo(10_000);
    }

    @Test
    void anAdminMayWhatAStewardMay() {
        assertThat(Role.ADMIN.includes(Role.STEWARD)).isTrue();
        assertThat(Role.STEWARD.includes(Role.STEWARD)).isTrue();
        assertThat(Role.STEWARD.includes(Role.ADMIN)).isFalse();
    }

    @Test
    void noValueBreaksALineOfTheAuditLog() throws IOException {
        var nasty = "a\n{\"actor\":\"admin\"}\r\u001b[2J\u007f\u0085\u2028湛";
        access.audit(new AuditEntry(
                Optional.of("office"), "plan", Optional.of(nasty), Optional.empty(), "planned", "10.0.0.1"));
        access.audit(new AuditEntry(Optional.empty(), "undo", Optional.empty(), Optional.empty(), "x", "10.0.0.1"));

        var lines = Files.readString(store.resolve("audit.log")).split("\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).matches("[ -~]+");
        var entry = new ObjectMapper().readTree(lines[0]);
        assertThat(entry.at("/source").asText()).isEqualTo(nasty);
        assertThat(entry.at("/time").asText()).endsWith("Z");
        assertThat(entry.at("/remote").asText()).isEqualTo("10.0.0.1");
        assertThat(lines[1]).doesNotContain("actor");
    }

    @Test
    void aBrokenFileOfTokensLetsNobodyIn() throws IOException {
        var token = access.create("office", Role.STEWARD);
        Files.writeString(store.resolve("tokens.json"), "{\"tok");

        assertThatThrownBy(() -> admit("Bearer " + token))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("tokens.json");
    }

    private Admission admit(String header) {
        return access.admit("a", Optional.of(header));
    }
}
