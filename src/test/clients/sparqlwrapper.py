"""What SPARQLWrapper and rdflib make of the endpoint at the address given: ends with 0 when all is as it should be."""

import sys

import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

ENDPOINT = sys.argv[1]
PREFIXES = """
PREFIX pg: <https://w3id.org/pairgraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
BASE <https://w3id.org/pairgraph/id/>
"""
RONGSHUI = rdflib.URIRef("https://w3id.org/pairgraph/id/area/450225")
BY_NAME = 'SELECT ?s { ?s rdfs:label "融水苗族自治县"@zh-Hans }'


def ask(query, form, method=GET, direct=False):
    wrapper = SPARQLWrapper(ENDPOINT)
    wrapper.setQuery(PREFIXES + query)
    wrapper.setReturnFormat(form)
    wrapper.setMethod(method)
    if direct:
        wrapper.setRequestMethod(POSTDIRECTLY)
    return wrapper.query()


def rows(answer):
    return [row["s"]["value"] for row in answer.convert()["results"]["bindings"]]


def refusal(query, method=GET):
    try:
        ask(query, JSON, method)
    except Exception as refused:  # each status is another class
        return refused
    raise AssertionError("not refused: " + query)


for method, direct in (GET, False), (POST, False), (POST, True):
    assert rows(ask(BY_NAME, JSON, method, direct)) == [str(RONGSHUI)]
    assert ask("ASK { <area/450225> a pg:County }", JSON, method, direct).convert()["boolean"] is True

for form in CSV, TSV:
    assert str(RONGSHUI) in ask(BY_NAME, form).convert().decode()
assert str(RONGSHUI) in ask(BY_NAME, XML).convert().toxml()
assert "融水苗族自治县" in ask("SELECT ?s { <area/450225> rdfs:label ?s }", CSV).convert().decode()

for form in TURTLE, N3:
    graph = rdflib.Graph().parse(data=ask("DESCRIBE <area/450225>", form).convert(), format="turtle")
    assert (RONGSHUI, rdflib.RDFS.label, rdflib.Literal("融水苗族自治县", lang="zh-Hans")) in graph
assert len(ask("CONSTRUCT { ?s a pg:Province } WHERE { ?s a pg:Province }", RDFXML).convert()) >= 3

malformed = refusal("SELECT * {\n ?s ?p")
assert isinstance(malformed, QueryBadFormed) and "line 6, column 6" in str(malformed), malformed
update = refusal("DELETE WHERE { ?s ?p ?o }", POST)  # its words are those of the status; ours are in the body
assert update.code == 403 and "imports" in update.read().decode(), update

for method in "GET", "POST":
    store = rdflib.Graph(store=SPARQLStore(ENDPOINT, method=method))
    labels = {str(label) for label in store.objects(RONGSHUI, rdflib.RDFS.label)}
    assert labels == {"Rongshui Miao Autonomous County", "融水苗族自治县"}, labels
    assert [str(row.s) for row in store.query(PREFIXES + BY_NAME)] == [str(RONGSHUI)]
    assert store.query("ASK { ?s ?p ?o }").askAnswer
    assert len(store.query("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3").graph) == 3

places = rdflib.Graph(SPARQLStore(ENDPOINT), identifier=rdflib.URIRef("https://w3id.org/pairgraph/graph/places/1"))
assert len(places) > 500, len(places)
