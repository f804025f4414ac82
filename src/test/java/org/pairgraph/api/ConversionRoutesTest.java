package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ShippedServer.class)
class ConversionRoutesTest {
    private static final String GOOD = """
            支援方,受援方,协作,截至日期,状态,证据
            廉江市,融安县,湛柳协作,2023,实际,evidence/42be7f114c717920/631-663
            """;

    private static ServedHome server;

    @BeforeAll
    static void serve(ServedHome shipped) {
        server = shipped;
    }

    @Test
    void aTableBecomesTurtleThatCanBePlanned() throws Exception {
        var converted = server.post("/api/v1/conversions?template=county-pairings", GOOD, "Content-Type", "text/csv");

        assertThat(converted.statusCode()).as(converted.body()).isEqualTo(200);
        var report = ServedHome.parsed(converted);
        assertThat(report.path("converted").asBoolean()).as(converted.body()).isTrue();
        assertThat(report.path("rows").asInt()).isEqualTo(1);
        var plan = ServedHome.parsed(server.post(
                "/api/v1/imports/plans?source=my-county",
                report.path("turtle").asText(),
                "Content-Type",
                "text/turtle"));
        assertThat(plan.path("applicable").asBoolean()).as(plan.toString()).isTrue();
        assertThat(plan.at("/triples/added").asInt()
                        + plan.at("/triples/unchanged").asInt())
                .isEqualTo(report.path("triples").asInt());
    }

    @Test
    void aMistakeIsNamedByRowAndColumnInBothLanguages() throws Exception {
        var answer = server.post(
                "/api/v1/conversions?template=county-pairings",
                GOOD.replace("融安县", "融水镇镇镇"),
                "Content-Type",
                "text/csv");

        var problem = ServedHome.parsed(answer).at("/problems/0");
        assertThat(ServedHome.parsed(answer).path("converted").asBoolean()).isFalse();
        assertThat(problem.path("row").asInt()).isEqualTo(2);
        assertThat(problem.path("letter").asText()).isEqualTo("B");
        assertThat(problem.at("/message/zh").asText()).isNotBlank();
        assertThat(problem.at("/message/en").asText()).isNotBlank();
    }

    @Test
    void withoutATokenNothingIsConverted() throws Exception {
        var answer = server.send("POST", "/api/v1/conversions?template=county-pairings");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aTableThatBreaksOffIsNoMistakeOfTheServer() throws Exception {
        var address = URI.create(server.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/conversions?template=places HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n"
                                    + "Authorization: Bearer " + server.token() + "\r\n\r\ncode,name")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("The body broke off");
        }
    }

    @Test
    void anUnknownTemplateIsRefusedWithTheKnownOnes() throws Exception {
        var answer = server.post("/api/v1/conversions?template=nowhere", GOOD);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ServedHome.parsed(answer).path("detail").asText()).contains("county-pairings, documents, figures");
    }

    @Test
    void aTokenIsToldItsRole() throws Exception {
        var known = server.get("/api/v1/session", "Authorization", "Bearer " + server.token());

        assertThat(known.body()).contains("\"role\":\"admin\"");
        assertThat(server.get("/api/v1/session", "Authorization", "Bearer pg_no")
                        .statusCode())
                .isEqualTo(401);
    }
}
