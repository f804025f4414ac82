package org.pairgraph.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.sparql.SparqlProblem.Kind;
import org.pairgraph.store.RevisionNotAtHand;
import org.pairgraph.vocab.PG;

/** Whatever a query asks, it ends, within its time and its memory. */
class GuardedQueriesTest {
    private static final int NODES = 60;
    private static final DatasetGraph IN_MEMORY = dense(DatasetGraphFactory.create());
    private static final DatasetGraph ON_TDB2 = dense(DatabaseMgr.createDatasetGraph());

    private static final List<String> ENDLESS = List.of(
            "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }",
            "SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f FILTER(CONCAT(STR(?a), STR(?c), STR(?f)) = 'none') }",
            "SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f FILTER(STRLEN(STR(?b)) + STRLEN(STR(?f)) < 0) }",
            "SELECT DISTINCT ?p { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }",
            "SELECT REDUCED ?p { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }",
            "SELECT ?p (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } GROUP BY ?p",
            "SELECT ?p (MAX(?f) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } GROUP BY ?p HAVING(MAX(?f) > 1)",
            "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }",
            "SELECT ?a { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } ORDER BY ?f LIMIT 3",
            "SELECT (COUNT(*) AS ?n) { ?a (<x:p>/<x:p>/<x:p>/<x:p>/<x:p>/<x:p>) ?b }",
            "SELECT (COUNT(*) AS ?n) { ?a (<x:p>|^<x:p>)* ?b . ?b (<x:p>|^<x:p>)* ?c . ?c (<x:p>|^<x:p>)* ?d }",
            "SELECT (COUNT(*) AS ?n) { ?a !<x:none>/!<x:none>/!<x:none>/!<x:none>/!<x:none> ?b }",
            "SELECT (COUNT(*) AS ?n) { ?a <x:p> ?b OPTIONAL { ?c <x:p> ?d OPTIONAL { ?e <x:p> ?f OPTIONAL { ?g <x:p> ?h } } } }",
            "SELECT (COUNT(*) AS ?n) { ?a <x:p> ?b OPTIONAL { ?c <x:p> ?d . ?e <x:p> ?f FILTER(?c < ?a && ?e < ?b) } }",
            "SELECT * { ?uri ?p ?o OPTIONAL { ?x <x:p> ?o FILTER NOT EXISTS { ?x <x:p> ?y . ?y <x:p> ?z . ?z <x:q> ?x } } FILTER(?x = <x:none>) }",
            "SELECT * { ?a <x:p> ?b . ?c <x:p> ?d . ?e <x:p> ?f MINUS { ?a <x:p> ?b } }",
            "SELECT * { ?a <x:p> ?b FILTER NOT EXISTS { ?b <x:p> ?c . ?c <x:p> ?d . ?d <x:p> ?e . ?e <x:p> ?f . ?f <x:q> ?g } }",
            "SELECT * { ?a <x:p> ?b FILTER EXISTS { { SELECT ?x { ?x <x:p> ?y } ORDER BY ?y } ?u <x:p> ?v . ?w <x:p> ?t FILTER(CONCAT(STR(?u), STR(?a)) = 'none') } }",
            "SELECT * { ?a <x:p> ?b FILTER EXISTS { { SELECT DISTINCT ?c ?d { ?c <x:p> ?d . ?e <x:p> ?f . ?g <x:p> ?h } } FILTER(CONCAT(STR(?c), STR(?a)) = 'none') } }",
            "SELECT * { { SELECT ?a { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f FILTER(STRLEN(CONCAT(STR(?a), STR(?f))) < 0) } } { SELECT ?a { ?a ?p ?b } } }",
            "SELECT * { { SELECT ?a { ?a ?p ?b } } OPTIONAL { SELECT ?a { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f FILTER(STRLEN(CONCAT(STR(?a), STR(?f))) < 0) } } }",
            "SELECT (COUNT(*) AS ?n) { ?a <x:p> ?b . ?c <x:p> ?d . ?e <x:p> ?f BIND(SHA512(CONCAT(STR(?a), STR(?d))) AS ?x) FILTER(STRLEN(?x) < 3) }",
            "SELECT (COUNT(*) AS ?n) { { ?a ?p ?b } UNION { ?a <x:p> ?b . ?c <x:p> ?d . ?e <x:p> ?f . ?g <x:p> ?h } }",
            "SELECT (GROUP_CONCAT(DISTINCT ?p) AS ?t) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }",
            "SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } OFFSET 2000000000 LIMIT 1",
            "ASK { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h FILTER(CONCAT(STR(?a), STR(?c), STR(?f), STR(?h)) = 'none') }",
            "CONSTRUCT { ?a ?p ?b } { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }",
            "DESCRIBE ?a { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }",
            "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?p ?b . ?c ?q ?d } ?e ?r ?f . ?h ?s ?i }",
            oneRow("1 IN (" + joined(1_000, ", ", "<xsd:integer>(?x16)") + ")"),
            oneRow("<xsd:string>(<xsd:integer>(".repeat(300) + "?x16" + "))".repeat(300)),
            oneRow(joined(1_000, " || ", "<xsd:decimal>(?x16) / 3 = 1")),
            oneRow("IF(true, " + joined(300, " + ", "<xsd:integer>(?x16) / 7") + ", 0)"),
            oneRow(joined(700, " || ", "CONTAINS(CONCAT(?x16, ?x16), CONCAT(?x16, 'b'))")),
            oneRow("1 IN (" + joined(700, ", ", "STRBEFORE(CONCAT(?x16, ?x16), CONCAT(?x16, 'b'))") + ")"),
            oneRow("1 IN (" + joined(500, ", ", "<fn:substring-after>(CONCAT(?x16, ?x16), CONCAT(?x16, 'b'))") + ")"));

    private static final List<String> BOMBS = List.of(
            "SELECT (COUNT(*) AS ?n) { " + values("a") + values("b") + values("c") + values("d") + " }",
            "SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } ORDER BY ?b ?d ?f",
            "SELECT DISTINCT ?a ?b ?c ?d ?e ?f { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }",
            "SELECT ?a ?b ?c ?d ?e ?f (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } GROUP BY ?a ?b ?c ?d ?e ?f",
            "SELECT (COUNT(DISTINCT *) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }",
            "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?b), STR(?c), STR(?d), STR(?e), STR(?f))) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }",
            "SELECT (GROUP_CONCAT(STR(?a)) AS ?t) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }",
            "SELECT ?x (SAMPLE(?t) AS ?s) { ?a ?p ?b . ?c ?q ?d " + doubled(16)
                    + " BIND(CONCAT(?x16, STR(?a), STR(?d)) AS ?t) BIND(CONCAT(STR(?a), STR(?b), STR(?c), STR(?d)) AS ?x) } GROUP BY ?x",
            "SELECT * { " + doubled(40) + " }",
            "SELECT (REPLACE(?x14, 'a', ?x14) AS ?y) { " + doubled(14) + " }",
            "SELECT (REPLACE(?x14, '(a+)', '$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1') AS ?y) { " + doubled(14)
                    + " }",
            "SELECT (ENCODE_FOR_URI(?x16) AS ?y) { " + doubled(16).replace("'a'", "'%'") + " }",
            "SELECT * { " + doubled(16) + " FILTER(STRLEN(CONCAT(?x16, ?x16, ?x16, ?x16, ?x16, ?x16)) > 1) }",
            "SELECT (CONCAT(?x16, ?x16, ?x16, ?x16, ?x16, ?x16) AS ?y) { " + doubled(16) + " }",
            "SELECT ?n99 { BIND(7 AS ?n0) " + squared(99) + " }",
            "SELECT ?n99 { BIND(1.00001 AS ?n0) " + squared(99) + " }",
            "SELECT * { { SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } LIMIT 999999999 } { SELECT * { ?a ?p ?b . ?c ?q ?d } LIMIT 999999999 } }",
            "SELECT * { ?a ?p ?b OPTIONAL { SELECT * { ?b ?p1 ?b1 . ?c ?q ?d . ?e ?r ?f } LIMIT 999999999 } }",
            "SELECT * { ?a ?p ?b MINUS { SELECT ?a ?b ?c ?d { ?a ?p1 ?b . ?c ?q ?d . ?e ?r ?f } } }",
            "SELECT * { ?a <x:p> ?b . ?c <x:p> ?d MINUS { ?a <x:p> ?e . ?e <x:p> ?f . ?f <x:p> ?b } }",
            "SELECT * { ?a <x:p> ?b FILTER EXISTS { { SELECT ?x ?t { ?x <x:p> ?y . ?u <x:p> ?v . ?w <x:p> ?t } ORDER BY ?t } FILTER(CONCAT(STR(?x), STR(?a)) = 'none') } }",
            "SELECT * { ?a <x:p> ?b FILTER EXISTS { { SELECT DISTINCT ?c ?d ?e ?f { ?c <x:p> ?d . ?e <x:p> ?f } } ?c <x:none> ?a } }",
            "SELECT * { ?a <x:p> ?b FILTER NOT EXISTS { { SELECT DISTINCT ?c ?d ?e ?f { ?c <x:p> ?d . ?e <x:p> ?f } } ?c <x:none> ?a } }",
            "SELECT * { { SELECT ?a ?c ?e { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } } VALUES (?a ?z) { (UNDEF 1) (UNDEF 2) } }",
            "SELECT (BNODE(STR(?a)) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } OFFSET 100000000 LIMIT 1",
            "SELECT (COUNT(*) AS ?n) { ?a ((<x:p>*)*/(<x:p>*)*/(<x:p>+)*)* ?b }",
            "SELECT (COUNT(*) AS ?n) { <x:0> (<x:p>/<x:p>/<x:p>/<x:p>/<x:p>/<x:p>)? ?b }",
            "CONSTRUCT { ?a <x:q> ?t } { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f BIND(CONCAT(STR(?b), STR(?c), STR(?d), STR(?e), STR(?f)) AS ?t) }");

    static Stream<Arguments> endlessOnEach() {
        return onEach(ENDLESS);
    }

    static Stream<Arguments> bombsOnEach() {
        return onEach(BOMBS);
    }

    @ParameterizedTest
    @MethodSource("endlessOnEach")
    void aQueryThatWouldTakeForEverEndsAtItsDeadline(DatasetGraph dataset, String query) throws Exception {
        try (var queries = new GuardedQueries(
                Limits.usual().memory(64 << 20).deadline(Duration.ofMillis(300)).limits())) {
            var refusal = catchThrowable(() -> within(15, () -> run(queries, dataset, query)));

            assertThat(refusal).isInstanceOf(QueryRefusal.class);
            assertThat(((QueryRefusal) refusal).kind()).isEqualTo(Kind.QUERY_TIMEOUT);
            assertThat(queries.running().queries()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("bombsOnEach")
    void aQueryThatWouldHoldMoreThanItMayIsRefused(DatasetGraph dataset, String query) throws Exception {
        try (var queries = new GuardedQueries(
                Limits.usual().memory(2 << 20).deadline(Duration.ofSeconds(60)).limits())) {
            var refusal = catchThrowable(() -> within(60, () -> run(queries, dataset, query)));

            assertThat(refusal).isInstanceOf(QueryRefusal.class);
            assertThat(((QueryRefusal) refusal).kind()).isEqualTo(Kind.QUERY_TOO_LARGE);
        }
    }

    @ParameterizedTest
    @FieldSource("ORDINARY")
    void anOrdinaryQueryHasTheAnswerThatArqGives(String query) throws Exception {
        try (var queries = new GuardedQueries(Limits.usual().limits())) {
            for (var dataset : List.of(IN_MEMORY, ON_TDB2)) {
                var expected = Txn.calculateRead(dataset, () -> {
                    try (var execution = QueryExec.dataset(dataset)
                            .query(QueryFactory.create(query, "x:"))
                            .build()) {
                        return rows(execution);
                    }
                });

                assertThat(run(queries, dataset, query)).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    static final List<String> ORDINARY = List.of(
            "SELECT ?a ?b { ?a <x:p> ?b } ORDER BY ?a DESC(?b) LIMIT 7 OFFSET 3",
            "SELECT ?a ?l { ?a <x:p> <x:1> OPTIONAL { ?a <x:label> ?l FILTER(STRLEN(?l) > 1) } }",
            "SELECT ?a { ?a <x:p> <x:1> MINUS { ?a <x:label> 'n7' } }",
            "SELECT ?a { ?a <x:label> ?l FILTER NOT EXISTS { ?a <x:chain> ?b } FILTER(?l != 'n1') }",
            "SELECT DISTINCT ?p { ?a ?p ?b }",
            "SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?b) AS ?d) (MIN(?b) AS ?least) (MAX(?b) AS ?most) { ?a ?p ?b } GROUP BY ?p",
            "SELECT (COUNT(*) AS ?n) (SUM(DISTINCT ?x) AS ?s) (AVG(DISTINCT ?x) AS ?v) (SUM(?x) AS ?t) { VALUES ?x { 1 2 2 3 } }",
            "SELECT (SUM(?x) AS ?s) (AVG(?x) AS ?v) (GROUP_CONCAT(?x) AS ?t) (COUNT(?x) AS ?c) { VALUES ?x { 1 'a' UNDEF } }",
            "SELECT (COUNT(*) AS ?n) (SUM(?x) AS ?s) (GROUP_CONCAT(DISTINCT ?x) AS ?t) (MIN(?x) AS ?m) { <x:none> <x:p> ?x }",
            "SELECT ?x { <x:none> <x:p> ?x } GROUP BY ?x",
            "SELECT (GROUP_CONCAT(DISTINCT ?x; separator='|') AS ?t) { VALUES ?x { 'b' 'a' 'b' } }",
            "SELECT (COUNT(*) AS ?n) { ?a <x:label> ?l } HAVING (COUNT(*) > 3) (COUNT(*) > 5)",
            "SELECT (SUM(IF(REGEX(?l, '^n1'), 1, 0)) AS ?n) { ?a <x:label> ?l }",
            "SELECT ?b { <x:0> <x:chain>+ ?b }",
            "SELECT ?b { <x:0> <x:chain>* ?b }",
            "SELECT ?a { ?a <x:chain>+ <x:9> }",
            "SELECT ?a ?b { ?a <x:chain>/<x:chain> ?b }",
            "SELECT ?a ?b { ?a ^<x:chain>/<x:chain> ?b }",
            "SELECT ?a ?b { ?a (<x:chain>|^<x:chain>)+ ?b FILTER(?a = <x:3>) }",
            "SELECT ?a { ?a (<x:chain>|^<x:chain>)+ ?a }",
            "SELECT ?a ?b { ?a <x:chain>? ?b FILTER(?a = <x:3>) }",
            "SELECT ?b { <x:3> !(<x:p>|^<x:chain>) ?b }",
            "SELECT ?a ?b { ?a (<x:chain>/<x:chain>)+ ?b }",
            "SELECT ?a ?b { ?a ^(<x:chain>/<x:label>) ?b }",
            "ASK { <x:0> <x:chain>+ <x:9> }",
            "SELECT (COUNT(*) AS ?n) { ?a <x:p>* ?b }",
            "SELECT ?g ?a ?b { GRAPH ?g { ?a <x:chain>+ ?b } }",
            "SELECT ?a ?z { ?a <x:chain> ?b VALUES (?a ?z) { (<x:1> 1) (UNDEF 2) } }",
            "SELECT ?a ?n { { SELECT ?a (COUNT(*) AS ?n) { ?a <x:p> ?b } GROUP BY ?a ORDER BY ?n LIMIT 4 } ?a <x:chain> ?c }",
            "SELECT (CONCAT('a', ?l) AS ?x) (ENCODE_FOR_URI(?l) AS ?y) (1.5 * 3 AS ?z) { <x:1> <x:label> ?l }",
            "SELECT (CONTAINS('abc'@en, 'b') AS ?a) (STRBEFORE('abc'@en, 'b') AS ?b) (STRAFTER('abc'@en, 'b'@en) AS ?c) (STRBEFORE('abc', '') AS ?d) (STRAFTER('abc', 'x') AS ?e) (STRAFTER('abc'@en, '') AS ?f) (CONTAINS('abc', 'c'@en) AS ?g) (CONTAINS(1, 'c') AS ?h) {}",
            "SELECT (<http://www.w3.org/2005/xpath-functions#contains>('abc', 'c') AS ?a) (<http://www.w3.org/2005/xpath-functions#substring-before>('abc', 'c') AS ?b) (<http://www.w3.org/2005/xpath-functions#substring-after>('abc', 'a') AS ?c) (<http://www.w3.org/2005/xpath-functions#round>(1.255, 2) AS ?d) {}",
            "SELECT (STRLEN(STRBEFORE(?t, 'bb')) AS ?a) (STRLEN(STRAFTER(?t, 'bb')) AS ?b) (CONTAINS(?t, CONCAT(?h, ?h, 'c')) AS ?c) (CONTAINS(?t, CONCAT(?h, 'bbb')) AS ?d) (STRLEN(STRBEFORE(?t, CONCAT(?h, 'bb'))) AS ?e) { BIND(REPLACE('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa') AS ?h) BIND(CONCAT(?h, 'b', ?h, 'bb', ?h) AS ?t) }",
            "SELECT (REPLACE('Abcabc', 'b(c)', '[$1]') AS ?a) (REPLACE('abc', 'B', 'x', 'i') AS ?b) (REPLACE('abc'@en, '', '-') AS ?c) {}",
            "SELECT ?x { VALUES ?x { 'a\\nb' 'aXb' 'AXB' 'a.b' 'a b' } FILTER(REGEX(?x, 'a.b')) }",
            "SELECT ?x { VALUES ?x { 'a\\nb' 'aXb' 'AXB' 'a.b' 'a b' } FILTER(REGEX(?x, 'a.b', 'si')) }",
            "SELECT ?x { VALUES ?x { 'a\\nb' 'aXb' 'AXB' 'a.b' 'a b' } FILTER(REGEX(?x, '^b$', 'm')) }",
            "SELECT ?x { VALUES ?x { 'a\\nb' 'aXb' 'AXB' 'a.b' 'a b' } FILTER(REGEX(?x, 'a . b # c', 'x')) }",
            "SELECT ?x { VALUES ?x { 'a\\nb' 'aXb' 'AXB' 'a.b' 'a b' } FILTER(REGEX(?x, '.B', 'qi')) }",
            "SELECT ?x { VALUES ?x { '融水县' '三江县' 'x' } FILTER(REGEX(?x, '^\\\\p{IsHan}{2}县$|[\\u878D]')) }",
            "SELECT ?x { VALUES (?t ?x) { ('(' 'a') ('a' 'b') ('c$' 'c') } FILTER(REGEX('abc', ?t)) }",
            "SELECT ('2020-01-31'^^<http://www.w3.org/2001/XMLSchema#date> + 'P1M'^^<http://www.w3.org/2001/XMLSchema#duration> AS ?d) {}");

    @Test
    void aLongChainIsWalkedToItsEnd() throws Exception {
        var chain = DatasetGraphFactory.create();
        for (int i = 0; i < 200_000; i++) {
            add(chain, "x:" + i, "x:next", "x:" + (i + 1));
        }
        try (var queries = new GuardedQueries(Limits.usual().memory(256 << 20).limits())) {
            assertThat(run(queries, chain, "SELECT (COUNT(*) AS ?n) { <x:0> <x:next>+ ?b }"))
                    .singleElement()
                    .asString()
                    .contains("200000");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            (.*a){18}b      | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            (x+x+)+y        | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
            ^(([a-z])+.)+[A-Z]([a-z])+$ | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            """)
    void aRegularExpressionTakesTimeLinearInItsText(String pattern, String text) throws Exception {
        try (var queries = new GuardedQueries(Limits.usual().limits())) {
            var asked = "SELECT (REGEX('%s', '%s') AS ?r) (REPLACE('%s', '%s', '') AS ?t) {}"
                    .formatted(text, pattern, text, pattern);

            assertThat(within(10, () -> run(queries, IN_MEMORY, asked)))
                    .singleElement()
                    .asString()
                    .contains("false")
                    .contains(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a)\\\\1",
                "a(?=b)",
                "(?<!a)b",
                "a++",
                "[a-z&&[b]]",
                "[a[b]]",
                "((a{900}){900}){900}",
                "(",
                "a{2",
                "\\\\k<n>"
            })
    void whatCannotBeMatchedInLinearTimeIsRefusedAndSaysWhy(String pattern) {
        try (var queries = new GuardedQueries(Limits.usual().limits())) {
            for (var call : List.of("REGEX('ab', '%s')", "REPLACE('ab', '%s', 'c')")) {
                var refusal = catchThrowableOfType(
                        QueryRefusal.class,
                        () -> run(queries, IN_MEMORY, "SELECT (%s AS ?x) {}".formatted(call.formatted(pattern))));

                assertThat(refusal.kind()).isIn(Kind.QUERY_NOT_ALLOWED, Kind.MALFORMED_QUERY);
                assertThat(refusal)
                        .hasMessageContaining(pattern.replace("\\\\", "\\").substring(0, 1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            SELECT * { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }                           | SERVICE
            SELECT * { SERVICE SILENT <http://127.0.0.1:1/sparql> { ?s ?p ?o } }                    | SERVICE
            SELECT * { VALUES ?e { <http://127.0.0.1:1/> } SERVICE ?e { ?s ?p ?o } }                | SERVICE
            SELECT * { ?a ?b ?c FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }      | SERVICE
            SELECT * { { SELECT * { OPTIONAL { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } } }   | SERVICE
            SELECT (<java:java.lang.System>(1) AS ?x) {}                                            | java:java.lang.System
            SELECT (<java:org.apache.jena.sparql.function.library.now>() AS ?x) {}                  | java:org
            SELECT * { ?a ?b ?c FILTER(<http://jena.apache.org/ARQ/function#systime>() > 1) }       | systime
            SELECT * { ?a ?b ?c FILTER EXISTS { ?a ?b ?d FILTER(<x:f>(?d)) } }                      | x:f
            SELECT * { ?a ?b ?c } ORDER BY <x:f>(?a)                                                | x:f
            SELECT (SUM(<x:f>(?a)) AS ?x) { ?a ?b ?c }                                              | x:f
            SELECT (COUNT(*) AS ?x) { ?a ?b ?c } GROUP BY (<x:f>(?a) AS ?y)                         | x:f
            SELECT (<http://jena.apache.org/ARQ/jsFunction#f>(1) AS ?x) {}                          | jsFunction
            SELECT * { ?x <java:org.apache.jena.sparql.pfunction.library.str> ?y }                  | java:org
            SELECT * { ?x <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }                  | splitIRI
            SELECT * { ?x <http://jena.apache.org/ARQ/list#member> ?y }                             | member
            SELECT * { ?x <http://jena.apache.org/ARQ/list#member>+ ?y }                            | member
            SELECT * { GRAPH <urn:x-arq:UnionGraph> { ?a ?b ?c } }                                  | default graph
            SELECT * FROM <urn:x-arq:UnionGraph> { ?a ?b ?c }                                       | default graph
            SELECT (<http://jena.apache.org/ARQ/function/aggregate#median>(?a) AS ?x) { ?a ?b ?c }  | median
            """)
    void whatReachesOutOfTheStoreIsRefused(String query, String named) {
        try (var queries = new GuardedQueries(Limits.usual().limits())) {
            var refusal = catchThrowableOfType(QueryRefusal.class, () -> queries.parse(query));

            assertThat(refusal).as(query).isNotNull().hasMessageContaining(named);
            assertThat(refusal.kind()).isEqualTo(Kind.QUERY_NOT_ALLOWED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT *\n{ ?s ?p }",
                "SELECT * { LET(?x := 1) }",
                "SELECT * { ?s ?p ?o LATERAL { ?s ?p ?x } }",
                "SELECT * { ?s <x:p>{2,3} ?o }",
                "JSON { 'a': ?a } WHERE { ?a ?b ?c }",
                "SELECT (CALL(<x:f>) AS ?x) {}",
                "LOAD <file:///etc/passwd>",
                "DROP ALL",
                "SELECT",
                "\u0000",
            })
    void whatIsNotSparql11IsRefusedWithItsPlace(String text) {
        try (var queries = new GuardedQueries(Limits.usual().limits())) {
            var refusal = catchThrowableOfType(QueryRefusal.class, () -> queries.parse(text));

            assertThat(refusal.kind()).isEqualTo(Kind.MALFORMED_QUERY);
            assertThat(refusal.members()).containsKeys("line", "column");
        }
    }

    @Test
    void aQueryMayBeDeepAndLongOnlySoFar() {
        try (var queries = new GuardedQueries(Limits.usual().limits())) {
            for (var text : List.of(
                    "SELECT * { FILTER(" + "(".repeat(45_000) + "1" + ")".repeat(45_000) + ") }",
                    "SELECT * " + "{".repeat(45_000) + "}".repeat(45_000),
                    "SELECT (1" + " + 1".repeat(20_000) + " AS ?x) {}",
                    "SELECT * { ?a " + "<x:p>/".repeat(15_000) + "<x:p> ?b }")) {
                assertThat(catchThrowable(() -> within(60, () -> run(queries, IN_MEMORY, text))))
                        .as(text.substring(0, 30))
                        .satisfiesAnyOf(
                                refused -> assertThat(refused).isInstanceOf(QueryRefusal.class),
                                answered -> assertThat(answered).isNull());
            }
            assertThat(catchThrowableOfType(
                            QueryRefusal.class,
                            () -> queries.parse("SELECT * " + "{".repeat(45_000) + "}".repeat(45_000))))
                    .hasMessageContaining("nested too deeply");
            assertThat(catchThrowableOfType(QueryRefusal.class, () -> queries.parse("#".repeat(100_001)))
                            .kind())
                    .isEqualTo(Kind.QUERY_TOO_LONG);
        }
    }

    @Test
    void whoGoesOnAfterItWasStoppedIsRemindedUntilItEnds() {
        var reminded = new CountDownLatch(2);
        try (var queries = new GuardedQueries(
                Limits.usual().deadline(Duration.ofMillis(10)).limits())) {
            var refusal = catchThrowableOfType(
                    QueryRefusal.class,
                    () -> queries.run("slow", "here", run -> {
                        run.query().lastResort(reminded::countDown);
                        try {
                            assertThat(reminded.await(60, TimeUnit.SECONDS)).isTrue();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        run.query().check();
                        return "not this";
                    }));

            assertThat(refusal.kind()).isEqualTo(Kind.QUERY_TIMEOUT);
        }
    }

    @Test
    void existsWithinExistsIsPlannedAtOnce() throws Exception {
        var query = "ASK { ?a <x:none> ?b %s %s }"
                .formatted("FILTER NOT EXISTS { ?b <x:none> ?c ".repeat(60), "}".repeat(60));
        try (var queries = new GuardedQueries(Limits.usual().limits())) {
            for (var dataset : List.of(IN_MEMORY, ON_TDB2)) {
                assertThat(within(30, () -> run(queries, dataset, query))).containsExactly("false");
            }
        }
    }

    @Test
    void aQueryHasOnlySoManyPatterns() {
        try (var queries = new GuardedQueries(Limits.usual().limits())) {
            assertThat(run(queries, ON_TDB2, "SELECT * { ?a <x:none> " + list(999) + " }"))
                    .isEmpty();
            for (var text : List.of(
                    "SELECT * { ?a <x:none> " + list(1_000) + " }",
                    "ASK { { ?a <x:none> " + list(500) + " } UNION { ?a <x:none> " + list(500) + " } }",
                    "ASK { ?a ?b ?c FILTER EXISTS { ?a <x:none> " + list(1_000) + " } }",
                    "ASK { " + "?a <x:p>* ?b . ".repeat(2_001) + " }")) {
                var refusal = catchThrowableOfType(QueryRefusal.class, () -> queries.parse(text));

                assertThat(refusal.kind()).isEqualTo(Kind.QUERY_NOT_ALLOWED);
                assertThat(refusal).hasMessageContaining("2,000 triple patterns");
            }
        }
    }

    /** A list is two triple patterns for each of its members. */
    private static String list(int members) {
        return "(" + " ?x".repeat(members) + ")";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STRLANG('a', 'x y')",
                "'PT1S'^^<http://www.w3.org/2001/XMLSchema#dayTimeDuration> * 1e300",
                "STRDT(CONCAT('2000-01-01T00:00:00.', STR(?long)), <http://www.w3.org/2001/XMLSchema#dateTime>) > NOW()"
            })
    void whatAFunctionOfArqDoesNotForeseeIsAnErrorOfTheExpression(String expression) throws Exception {
        var bound = "BIND(%s AS ?long)".formatted("9".repeat(400));
        try (var queries = new GuardedQueries(Limits.usual().limits())) {
            assertThat(run(queries, IN_MEMORY, "SELECT ?x { %s BIND(%s AS ?x) }".formatted(bound, expression)))
                    .containsExactly("[null]");
            assertThat(run(
                            queries,
                            IN_MEMORY,
                            "SELECT ?y { %s BIND(1 AS ?y) FILTER(%s) }".formatted(bound, expression)))
                    .isEmpty();
        }
    }

    @Test
    void aNumberIsRoundedToNoMorePlacesThanThereAre() throws Exception {
        var round =
                "SELECT ?x { VALUES (?n ?places) { (1.25 1) (1.25 2000000000) (1.25 99999999999) (15 -1) (15 -2000000000) }"
                        + " BIND(<http://www.w3.org/2005/xpath-functions#round>(?n, ?places) AS ?x) }";
        try (var queries = new GuardedQueries(Limits.usual().limits())) {
            assertThat(within(30, () -> run(queries, IN_MEMORY, round)))
                    .extracting(row -> row.replaceAll("[^0-9.]", ""))
                    .containsExactly("1.3", "1.25", "1.25", "20", "0");
        }
    }

    @Test
    void whatIsNotInMemoryYetIsToBeAskedForAgain() {
        PartySearch notYet = (text, limit, revision) -> {
            throw new RevisionNotAtHand("Later", Duration.ofSeconds(5));
        };
        try (var queries = new GuardedQueries(Limits.usual().limits(), notYet)) {
            for (var dataset : List.of(IN_MEMORY, ON_TDB2)) {
                for (var query :
                        List.of("SELECT * { ?p <%s> 'x' }", "ASK { ?a ?b ?c FILTER EXISTS { ?p <%s> 'x' } }")) {
                    var refusal = catchThrowableOfType(
                            QueryRefusal.class, () -> run(queries, dataset, query.formatted(PG.matches.getURI())));

                    assertThat(refusal.kind()).isEqualTo(Kind.REVISION_NOT_AT_HAND);
                    assertThat(refusal.retryAfter()).hasValue(Duration.ofSeconds(5));
                }
            }
        }
    }

    private static Stream<Arguments> onEach(List<String> queries) {
        return Stream.of(IN_MEMORY, ON_TDB2)
                .flatMap(dataset -> queries.stream().map(query -> Arguments.of(dataset, query)));
    }

    /** All nodes point at all; besides a chain, labels, and a named graph. */
    private static DatasetGraph dense(DatasetGraph dataset) {
        Txn.executeWrite(dataset, () -> {
            for (int a = 0; a < NODES; a++) {
                for (int b = 0; b < NODES; b++) {
                    add(dataset, "x:" + a, "x:p", "x:" + b);
                }
                dataset.add(Quad.create(
                        Quad.defaultGraphIRI,
                        NodeFactory.createURI("x:" + a),
                        NodeFactory.createURI("x:label"),
                        NodeFactory.createLiteralString("n" + a)));
            }
            for (int a = 0; a < 9; a++) {
                add(dataset, "x:" + a, "x:chain", "x:" + (a + 1));
                dataset.add(Quad.create(
                        NodeFactory.createURI("x:graph"),
                        NodeFactory.createURI("x:" + a),
                        NodeFactory.createURI("x:chain"),
                        NodeFactory.createURI("x:" + (a + 1))));
            }
        });
        return dataset;
    }

    private static void add(DatasetGraph dataset, String subject, String predicate, String object) {
        dataset.add(Quad.create(
                Quad.defaultGraphIRI,
                NodeFactory.createURI(subject),
                NodeFactory.createURI(predicate),
                NodeFactory.createURI(object)));
    }

    private static String values(String variable) {
        var text = new StringBuilder("VALUES ?" + variable + " {");
        for (int i = 0; i < 500; i++) {
            text.append(' ').append(i);
        }
        return text.append(" } ").toString();
    }

    /** One row of an expression over {@code ?x16}, 65,536 digits. */
    private static String oneRow(String expression) {
        return "SELECT ?n { %s BIND(%s AS ?n) }"
                .formatted(doubled(16).replace("'a'", "'9'"), expression)
                .replace("<xsd:", "<http://www.w3.org/2001/XMLSchema#")
                .replace("<fn:", "<http://www.w3.org/2005/xpath-functions#");
    }

    private static String joined(int times, String with, String one) {
        return String.join(with, Collections.nCopies(times, one));
    }

    /** Binds {@code ?x0} to {@code ?xN}, each twice as long as the one before. */
    private static String doubled(int times) {
        var text = new StringBuilder("BIND('a' AS ?x0)");
        for (int i = 0; i < times; i++) {
            text.append(" BIND(CONCAT(?x%d, ?x%d) AS ?x%d)".formatted(i, i, i + 1));
        }
        return text.toString();
    }

    private static String squared(int times) {
        var text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            text.append(" BIND(?n%d * ?n%d AS ?n%d)".formatted(i, i, i + 1));
        }
        return text.toString();
    }

    private static List<String> run(GuardedQueries queries, DatasetGraph dataset, String text) {
        var parsed = queries.parse(text);
        var query = parsed.query();
        return queries.run(
                text,
                "here",
                run -> Txn.calculateRead(dataset, () -> {
                    try (var execution = run.execution(dataset, parsed)) {
                        return query.isConstructType() || query.isDescribeType()
                                ? run.graph(execution).graph().stream()
                                        .map(Object::toString)
                                        .toList()
                                : rows(execution);
                    }
                }));
    }

    private static List<String> rows(QueryExec execution) {
        if (execution.getQuery().isAskType()) {
            return List.of(String.valueOf(execution.ask()));
        }
        var found = new ArrayList<String>();
        var rows = execution.select();
        while (rows.hasNext()) {
            var row = rows.next();
            found.add(rows.getResultVars().stream().map(row::get).toList().toString());
            if (found.size() > 20_000) {
                throw new AssertionError("It goes on answering");
            }
        }
        return found;
    }

    /** Fails when it takes longer; what takes longer goes on in the background. */
    private static <T> T within(int seconds, Supplier<T> work) throws InterruptedException, TimeoutException {
        var result = new CompletableFuture<T>();
        var thread = new Thread(() -> {
            try {
                result.complete(work.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        }
    }
}
