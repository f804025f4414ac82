package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** The network of the documents, as the API tells it. */
@ExtendWith(ShippedServer.class)
class NetworkRoutesTest {
    private static final String RONGSHUI = "area/450225";

    private static ServedHome server;

    @BeforeAll
    static void serve(ServedHome shipped) {
        server = shipped;
    }

    @Test
    void aWalkThroughPlacesMeetsThePlacesAndCountsNoneOfThemAsPairing() throws Exception {
        var walk = server.json("/api/v1/walk?from=area/450225&through=places");

        assertThat(walk.at("/nodes/0/id").asText()).isEqualTo(RONGSHUI);
        assertThat(walk.at("/nodes/0/depth").asInt()).isZero();
        assertThat(ids(walk.at("/nodes"))).contains("area/440881", "area/450200", "group/450200-county-3");
        assertThat(kinds(walk.at("/edges"))).contains("county", "co-building", "within", "member");
        for (var edge : walk.at("/edges")) {
            boolean isPlace =
                    List.of("within", "member").contains(edge.at("/kind").asText());
            assertThat(edge.has("claim")).isEqualTo(!isPlace);
        }
        for (var node : walk.at("/nodes")) {
            assertThat(node.at("/degree").has("within")).isFalse();
            assertThat(node.at("/degree").has("member")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=area/450225",
                "from=area/450225&depth=3&through=places",
                "from=area/450225&from=area/440100&depth=2&through=places&limit=20",
                "from=area/440100&depth=2&kind=city&kind=school&direction=supports&at=2020-01-01",
                "from=area/440100&limit=1"
            })
    void aReachIsTheWalkByIdsAlone(String asked) throws Exception {
        var walk = server.json("/api/v1/walk?" + asked);
        var reach = server.json("/api/v1/walk/reach?" + asked);

        var levels = new TreeMap<Integer, List<String>>();
        for (var node : walk.at("/nodes")) {
            levels.computeIfAbsent(node.at("/depth").asInt(), depth -> new ArrayList<>())
                    .add(node.at("/id").asText());
        }
        assertThat(elements(reach.at("/levels"))
                        .map(level -> elements(level).map(JsonNode::asText).toList()))
                .isEqualTo(List.copyOf(levels.values()));
        assertThat(reach.at("/truncated")).isEqualTo(walk.at("/truncated"));
        assertThat(reach.at("/revision")).isEqualTo(walk.at("/revision"));
    }

    @Test
    void aCountedGroupHasTheNameThatTheServerGivesIt() throws Exception {
        var walk = server.json("/api/v1/walk?from=area/450225&through=places");

        var group = elements(walk.at("/nodes"))
                .filter(node -> node.at("/id").asText().equals("group/450200-county-3"))
                .findFirst()
                .orElseThrow();
        assertThat(group.at("/label/zh").asText()).isEqualTo("柳州市3个县");
        assertThat(group.at("/group/count").asInt()).isEqualTo(3);
    }

    @Test
    void oneWalkShowsWhichSchoolsAreHelpedByWhichAndHowManyTheyAre() throws Exception {
        var walk = server.json("/api/v1/walk?from=area/440100&depth=2&through=places");

        var pairing = element(walk.at("/edges"), "pairing/school/440100-522700");
        var supporters = element(walk.at("/nodes"), pairing.at("/source").asText());
        var supported = element(walk.at("/nodes"), pairing.at("/target").asText());
        assertThat(pairing.at("/count").asInt()).isEqualTo(371);
        assertThat(supporters.at("/group/count").asInt()).isEqualTo(274);
        assertThat(supporters.at("/label/zh").asText()).isEqualTo("广州市274所学校");
        assertThat(supported.at("/group/count").asInt()).isEqualTo(371);
        assertThat(supported.at("/label/en").asText()).startsWith("371 schools of Qiannan");
    }

    @Test
    void anEdgeSaysHowManyStandOnItsSidesAndHowExactItsDaysAre() throws Exception {
        var edges = server.json("/api/v1/walk?from=area/440100&depth=2&through=places")
                .at("/edges");

        var shared = element(edges, "pairing/village/440100-522700#1");
        var single = element(edges, "pairing/city/440100-522700");
        assertThat(shared.at("/supporters").asInt()).isEqualTo(3);
        assertThat(shared.at("/supported").asInt()).isEqualTo(1);
        assertThat(single.has("supporters")).isFalse();
        assertThat(single.at("/start").asText()).isEqualTo("2013-01-01");
        assertThat(single.at("/startPrecision").asText()).isEqualTo("year");
    }

    @Test
    void onlyThingsOfTheClassesThatAreAskedForAreMet() throws Exception {
        var walk = server.json("/api/v1/walk?from=area/440100&depth=2&through=places&class=PartyGroup&class=Province");
        var counts = server.json("/api/v1/walk/counts?from=area/440100&class=County");
        var export = server.json("/api/v1/export/network?format=json&class=School");

        assertThat(classes(walk.at("/nodes"))).containsExactlyInAnyOrder("City", "PartyGroup", "Province");
        assertThat(counts.at("/neighbours").isEmpty()).isTrue();
        assertThat(counts.at("/below/co-building/supports").asInt()).isPositive();
        assertThat(classes(export.at("/nodes"))).containsExactly("School");
        assertThat(export.at("/edges").size()).isPositive();
    }

    @Test
    void countsAreTheNeighboursThatTheWalkMeets() throws Exception {
        for (var party :
                List.of(RONGSHUI, "area/440800", "area/440100", "area/450000", "school/440881-anpu-zhongxue")) {
            var counts = server.json("/api/v1/walk/counts?from=" + party).at("/neighbours");
            for (var kind : List.of("county", "city", "school", "co-building", "province")) {
                for (var direction : List.of("supports", "supported")) {
                    var walk = server.json(
                            "/api/v1/walk?from=%s&kind=%s&direction=%s&limit=5000".formatted(party, kind, direction));
                    var met = new HashSet<String>();
                    walk.at("/edges")
                            .forEach(edge -> met.add(edge.at(direction.equals("supports") ? "/target" : "/source")
                                    .asText()));
                    assertThat(counts.at("/" + kind + "/" + direction).asInt())
                            .as(party + " " + kind + " " + direction)
                            .isEqualTo(met.size());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void pagesOfNeighboursNeitherSkipNorRepeat(int limit) throws Exception {
        var route = "/api/v1/walk?from=area/450225&through=places&limit=";
        var all = server.json(route + "5000");

        var nodes = new ArrayList<String>();
        var edges = new ArrayList<String>();
        var next = "";
        do {
            var page = server.json(route + limit + next);
            nodes.addAll(ids(page.at("/nodes")));
            edges.addAll(ids(page.at("/edges")));
            next = page.has("next") ? "&cursor=" + page.at("/next").asText() : "";
        } while (!next.isEmpty());

        assertThat(nodes).containsExactlyElementsOf(ids(all.at("/nodes")));
        assertThat(edges).containsExactlyInAnyOrderElementsOf(ids(all.at("/edges")));
    }

    @Test
    void aDeepWalkThatIsCutSaysSo() throws Exception {
        var walk = server.json("/api/v1/walk?from=area/450225&depth=4&through=places&limit=10");

        assertThat(walk.at("/nodes")).hasSize(10);
        assertThat(walk.at("/truncated").asBoolean()).isTrue();
        assertThat(walk.has("next")).isFalse();
    }

    @Test
    void severalStartsAndSeveralKindsAreTakenTogether() throws Exception {
        var walk = server.json("/api/v1/walk?from=area/440902&from=area/440904&kind=county&kind=co-building");

        assertThat(ids(walk.at("/nodes")))
                .startsWith("area/440902", "area/440904")
                .contains("area/451324");
        assertThat(kinds(walk.at("/edges"))).containsOnly("county");
    }

    @Test
    void nothingIsPairedBeforeADocumentSaysSo() throws Exception {
        var before = server.json("/api/v1/walk?from=area/440800&kind=city&at=2016-12-31");
        var after = server.json("/api/v1/walk?from=area/440800&kind=city&at=2017-01-01");

        assertThat(claims(before)).containsExactly("pairing/city/440800-450200-2016");
        assertThat(claims(after)).containsExactly("pairing/city/440800-450200");
    }

    @Test
    void zhanjiangIsOneStepFromRongshuiAndItsSchoolsThree() throws Exception {
        var near = server.json("/api/v1/paths?from=area/440800&to=area/450225&through=places");
        var far = server.json("/api/v1/paths?from=area/440881&to=school/450225-minzu-gaoji-zhongxue&through=places");
        var none = server.json("/api/v1/paths?from=area/440881&to=area/522700");

        assertThat(near.at("/length").asInt()).isEqualTo(1);
        assertThat(ids(near.at("/nodes"))).containsExactlyInAnyOrder("area/440800", RONGSHUI);
        assertThat(near.at("/edges/0/claim").asText()).startsWith("pairing/county/440800-");
        assertThat(far.at("/length").asInt()).isEqualTo(2);
        assertThat(far.at("/paths/0/1").asText()).isEqualTo(RONGSHUI);
        assertThat(none.has("length")).isFalse();
        assertThat(none.at("/complete").asBoolean()).isTrue();
    }

    @Test
    void whatIsStatedBetweenProvincesIsWhatTheClaimsSay() throws Exception {
        var rollUp = server.json("/api/v1/rollup?level=province");
        assertThat(rollUp.at("/edges")).isNotEmpty();

        int stated = 0;
        for (var link : rollUp.at("/edges")) {
            assertThat(link.at("/atLeast").asInt())
                    .isEqualTo(Math.max(
                            link.at("/stated/links").asInt(), link.at("/below").asInt()));
            assertThat(link.at("/named").asInt() + link.at("/remainder").asInt())
                    .isEqualTo(link.at("/atLeast").asInt());
            if (link.has("stated")) {
                stated++;
                var claim = server.json(
                        "/api/v1/pairings/" + link.at("/stated/claim").asText());
                assertThat(link.at("/stated/links").asInt())
                        .isEqualTo(Math.max(sum(claim.at("/supporters")), sum(claim.at("/supported"))));
                assertThat(claim.at("/kind").asText())
                        .isEqualTo(link.at("/kind").asText());
            }
        }
        assertThat(stated).isPositive();
    }

    @Test
    void countiesOfDifferentProvincesArePairedAsOftenAsTheListOfPairingsHasThem() throws Exception {
        var expected = new TreeMap<String, Integer>();
        var counted = new HashSet<String>();
        for (var pairing : server.json("/api/v1/pairings?kind=county&status=actual&limit=500")
                .at("/items")) {
            var excluded = new TreeSet<String>();
            pairing.at("/disagreesWith").forEach(other -> excluded.add(other.asText()));
            boolean isNamed = Stream.of(pairing.at("/supporters"), pairing.at("/supported"))
                    .flatMap(NetworkRoutesTest::elements)
                    .noneMatch(party -> party.has("count"));
            if (isNamed && excluded.stream().noneMatch(counted::contains)) {
                counted.add(pairing.at("/id").asText());
                for (var supported : pairing.at("/supported")) {
                    for (var supporter : pairing.at("/supporters")) {
                        if (supporter.at("/class").asText().equals("County")) {
                            expected.put(
                                    supporter.at("/id").asText() + " "
                                            + supported.at("/id").asText(),
                                    1);
                        }
                    }
                }
            }
        }

        var rolled = new TreeMap<String, Integer>();
        for (var link : server.json("/api/v1/rollup?level=county&kind=county&status=actual")
                .at("/edges")) {
            rolled.put(
                    link.at("/source").asText() + " " + link.at("/target").asText(),
                    link.at("/atLeast").asInt());
        }

        assertThat(expected).hasSizeGreaterThan(3);
        assertThat(rolled).containsAllEntriesOf(expected);
    }

    @Test
    void theWholeNetworkIsAFileInBothFormats() throws Exception {
        var json = server.json("/api/v1/export/network?format=json&through=places");
        var answer = server.get("/api/v1/export/network?format=graphml&through=places");
        var graph = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.body())));

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/graphml+xml");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"pairgraph-network-1.graphml\"");
        assertThat(graph.getElementsByTagName("node").getLength())
                .isEqualTo(json.at("/nodes").size());
        assertThat(graph.getElementsByTagName("edge").getLength())
                .isEqualTo(json.at("/edges").size());
        assertThat(ids(json.at("/edges"))).doesNotHaveDuplicates().isNotEmpty();
        assertThat(answer.body()).contains("广州市274所学校", "274 schools of Guangzhou City");
        assertThat(element(json.at("/nodes"), "group/440100-school-274")
                        .at("/label/zh")
                        .asText())
                .isEqualTo("广州市274所学校");
    }

    @Test
    void aSearchComesInPagesThatNeitherSkipNorRepeat() throws Exception {
        for (var asked : List.of("q=%E5%B8%82", "q=xian&class=County", "q=guang%20xi")) {
            var whole = server.json("/api/v1/parties?limit=100&" + asked);
            var ids = new ArrayList<String>();
            var cursor = "";
            do {
                var page = server.json("/api/v1/parties?limit=7&" + asked + cursor);
                ids.addAll(ids(page.at("/items")));
                assertThat(page.at("/total")).isEqualTo(whole.at("/total"));
                cursor = page.has("next") ? "&cursor=" + page.at("/next").asText() : "";
            } while (!cursor.isEmpty());

            assertThat(ids).doesNotHaveDuplicates().hasSize(whole.at("/total").asInt());
            assertThat(ids.subList(0, Math.min(100, ids.size()))).isEqualTo(ids(whole.at("/items")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rsx, area/450225",
        "融水, area/450225",
        "rongshui, area/450225",
        "róng shuǐ, area/450225",
        "Rongshui Miao, area/450225",
        "都匀, area/522701",
        "duyun, area/522701",
        "都勻, area/522701"
    })
    void aPlaceIsFoundByName(String text, String id) throws Exception {
        var found = server.json("/api/v1/parties?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));

        assertThat(found.at("/items/0/id").asText()).isEqualTo(id);
        assertThat(found.at("/items/0/match/name").asText()).isNotEmpty();
        assertThat(found.at("/items/0/within/label/zh").asText()).isNotEmpty();
    }

    @Test
    void aSearchIsNarrowedByClassAndPlace() throws Exception {
        var schools = server.json("/api/v1/parties?q=rongshui&class=School&limit=100");
        var here = server.json("/api/v1/parties?q=xian&class=Area&within=area/450000&limit=100");
        var sites = server.json("/api/v1/parties?q=%E5%9B%AD&class=Site");

        assertThat(texts(schools.at("/items"), "/class")).isNotEmpty().containsOnly("School");
        assertThat(ids(here.at("/items"))).isNotEmpty().doesNotContain("area/522700", "area/440000");
        for (var id : ids(here.at("/items"))) {
            var places = ids(server.json("/api/v1/parties/" + id).at("/places"));
            assertThat(places).as(id).contains("area/450000");
        }
        assertThat(ids(sites.at("/items"))).isNotEmpty().allMatch(id -> id.startsWith("site/"));
    }

    @Test
    void aHitHasTheNeighboursThatItsCountsSay() throws Exception {
        var hit = server.json("/api/v1/parties?q=rsx").at("/items/0");
        var counts = server.json("/api/v1/walk/counts?from=area/450225").at("/neighbours");

        hit.at("/degree")
                .properties()
                .forEach(kind -> assertThat(kind.getValue().asInt())
                        .isEqualTo(counts.at("/" + kind.getKey() + "/supports").asInt()
                                + counts.at("/" + kind.getKey() + "/supported").asInt()));
        assertThat(hit.at("/degree").size()).isEqualTo(counts.size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "walk?from=area/450225",
                "walk/counts?from=area/450225",
                "walk/reach?from=area/450225",
                "paths?from=area/440800&to=area/450225",
                "rollup?level=city",
                "export/network?format=graphml",
                "parties?q=rsx"
            })
    void whatTheClientHasIsNotSentAgain(String route) throws Exception {
        var first = server.get("/api/v1/" + route);
        var tag = first.headers().firstValue("ETag").orElseThrow();

        var same = server.get("/api/v1/" + route + "&revision=1", "If-None-Match", tag);
        var again = server.get("/api/v1/" + route, "If-None-Match", tag);
        var other = server.get("/api/v1/" + route.replace("rsx", "rs") + "&limit=3", "If-None-Match", tag);
        var head = server.send("HEAD", "/api/v1/" + route);

        assertThat(first.headers().firstValue("Pairgraph-Revision")).contains("1");
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(other.statusCode()).isNotEqualTo(304);
        assertThat(head.headers().firstValue("ETag")).contains(tag);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aLargeAnswerIsCompressedWhenThatIsAskedForAndASmallOneIsNot() throws Exception {
        var large = server.get("/api/v1/walk?from=area/450225&depth=3&through=places", "Accept-Encoding", "gzip");
        var plain = server.get("/api/v1/walk?from=area/450225&depth=3&through=places");
        var small = server.get("/api/v1/walk/counts?from=area/450225", "Accept-Encoding", "gzip");

        assertThat(large.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(small.headers().firstValue("Content-Encoding")).isEmpty();
        var others = List.of(
                server.get("/api/v1/parties"),
                server.get("/api/v1/revisions"),
                server.get("/api/v1/export/network?format=json"),
                server.get("/api/v1/sources/places/versions/1", "Accept", "text/turtle"));
        assertThat(Stream.concat(Stream.of(large, plain, small), others.stream()))
                .as("caches keep both forms apart")
                .allSatisfy(
                        answer -> assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", nullValues = "-", textBlock = """
            walk                                                | 400 | bad-parameter     | from
            walk?from=                                          | 400 | bad-parameter     | from
            walk?from=area/0                                    | 404 | unknown-thing     | -
            walk?from=area/450225&from=area/0                   | 404 | unknown-thing     | -
            walk?from=area/450225&depth=0                       | 400 | bad-parameter     | depth
            walk?from=area/450225&depth=99                      | 400 | bad-parameter     | depth
            walk?from=area/450225&depth=two                     | 400 | bad-parameter     | depth
            walk?from=area/450225&limit=5001                    | 400 | bad-parameter     | limit
            walk?from=area/450225&at=2020-02-31                 | 400 | bad-parameter     | at
            walk?from=area/450225&at=2020                       | 400 | bad-parameter     | at
            walk?from=area/450225&at=2020-01-01&at=2021-01-01   | 400 | bad-parameter     | at
            walk?from=area/450225&kind=towns                    | 400 | unknown-code      | kind
            walk?from=area/450225&kind=county&kind=towns        | 400 | unknown-code      | kind
            walk?from=area/450225&status=done                   | 400 | unknown-code      | status
            walk?from=area/450225&basis=heard                   | 400 | unknown-code      | basis
            walk?from=area/450225&programme=programme/none      | 400 | bad-parameter     | programme
            walk?from=area/450225&direction=up                  | 400 | unknown-code      | direction
            walk?from=area/450225&through=walls                 | 400 | unknown-code      | through
            walk?from=area/450225&cursor=AAAA                   | 400 | bad-cursor        | cursor
            walk?from=area/450225&depth=2&cursor=AAAA           | 400 | bad-parameter     | cursor
            walk?from=area/450225&radius=2                      | 400 | unknown-parameter | radius
            walk?from=area/450225&revision=0                    | 404 | unknown-revision  | revision
            walk?from=area/450225&revision=9                    | 404 | unknown-revision  | revision
            walk?from=area/450225&revision=x                    | 400 | bad-parameter     | revision
            walk/reach                                          | 400 | bad-parameter     | from
            walk/reach?from=area/0                              | 404 | unknown-thing     | -
            walk/reach?from=area/450225&depth=7                 | 400 | bad-parameter     | depth
            walk/reach?from=area/450225&limit=0                 | 400 | bad-parameter     | limit
            walk/reach?from=area/450225&kind=towns              | 400 | unknown-code      | kind
            walk/reach?from=area/450225&cursor=AAAA             | 400 | unknown-parameter | cursor
            walk/counts                                         | 400 | bad-parameter     | from
            walk/counts?from=area/450225&from=area/440800       | 400 | bad-parameter     | from
            walk/counts?from=evidence/42be7f114c717920/37-51    | 404 | unknown-thing     | -
            paths?from=area/450225                              | 400 | bad-parameter     | to
            paths?from=area/450225&to=area/0                    | 404 | unknown-thing     | -
            paths?from=area/450225&to=area/440800&max=101       | 400 | bad-parameter     | max
            rollup                                              | 400 | bad-parameter     | level
            rollup?level=village                                | 400 | unknown-code      | level
            rollup?level=city&from=area/450225                  | 400 | unknown-parameter | from
            export/network                                      | 400 | bad-parameter     | format
            export/network?format=xlsx                          | 400 | unknown-code      | format
            walk?from=area/450225&class=Town                    | 400 | unknown-code      | class
            rollup?level=city&class=County                      | 400 | unknown-parameter | class
            export/network?format=json&kind=towns               | 400 | unknown-code      | kind
            parties?q=                                          | 400 | bad-parameter     | q
            parties?q=%00                                       | 400 | bad-parameter     | q
            parties?q=a&q=b                                     | 400 | bad-parameter     | q
            parties?q=a&limit=101                               | 400 | bad-parameter     | limit
            parties?q=a&cursor=AAAA                             | 400 | bad-cursor        | cursor
            parties?q=a&class=Evidence                          | 400 | unknown-code      | class
            parties?q=a&within=area/0                           | 400 | bad-parameter     | within
            """)
    void whatCannotBeAnsweredIsAProblemThatNamesIt(String route, int status, String problem, String parameter)
            throws Exception {
        var answer = server.get("/api/v1/" + route);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(ServedHome.parsed(answer).at("/type").asText()).endsWith("#" + problem);
        assertThat(ServedHome.parsed(answer).at("/parameter").asText(null)).isEqualTo(parameter);
    }

    @Test
    void anUnknownKindIsRefusedWithTheKnownOnes() throws Exception {
        var answer = server.get("/api/v1/walk?from=area/450225&kind=towns");

        assertThat(answer.body()).contains("county").contains("co-building").contains("towns");
    }

    @Test
    void whateverIsSearchedForIsNoMistakeOfTheServer() throws Exception {
        for (var text : List.of("(.*)+$", "\\", "🐉", "'\"<>", "a".repeat(101), "融".repeat(1_000), "\u202E", "%")) {
            var answer = server.get("/api/v1/parties?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(text).isIn(200, 400, 414);
        }
    }

    @Test
    void aForgedCursorOfAWalkIsRefused() throws Exception {
        var cursor = server.json("/api/v1/walk?from=area/450225&through=places&limit=2")
                .at("/next")
                .asText();

        IntStream.range(0, cursor.length()).forEach(i -> {
            var forged = new StringBuilder(cursor);
            forged.setCharAt(i, forged.charAt(i) == 'A' ? 'Q' : 'A');
            assertThat(status("/api/v1/walk?from=area/450225&through=places&limit=2&cursor=" + forged))
                    .isEqualTo(400);
        });
        assertThat(status("/api/v1/walk?from=area/450200&through=places&limit=2&cursor=" + cursor))
                .isEqualTo(400);
    }

    private static int status(String path) {
        try {
            return server.get(path).statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static int sum(JsonNode parties) {
        return elements(parties).mapToInt(party -> party.at("/count").asInt(1)).sum();
    }

    private static List<String> claims(JsonNode walk) {
        return texts(walk.at("/edges"), "/claim");
    }

    private static List<String> ids(JsonNode items) {
        return texts(items, "/id");
    }

    private static JsonNode element(JsonNode items, String id) {
        return elements(items)
                .filter(item -> item.at("/id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static TreeSet<String> classes(JsonNode nodes) {
        return new TreeSet<>(texts(nodes, "/class"));
    }

    private static List<String> kinds(JsonNode edges) {
        return texts(edges, "/kind");
    }

    private static List<String> texts(JsonNode items, String pointer) {
        return elements(items).map(item -> item.at(pointer).asText()).toList();
    }

    private static Stream<JsonNode> elements(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
