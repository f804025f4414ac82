// What Comunica makes of the endpoint at the address given: prints nothing and ends with 0 when all is as it should be.
import assert from 'node:assert/strict';
import { QueryEngine } from '@comunica/query-sparql';

const endpoint = process.argv[2];
const engine = new QueryEngine();
const asked = { sources: [{ type: 'sparql', value: endpoint }] };
const prefixes = `
  PREFIX pg: <https://w3id.org/pairgraph/ontology#>
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
  BASE <https://w3id.org/pairgraph/id/>`;

const rows = async (query, context = asked) => (await engine.queryBindings(prefixes + query, context)).toArray();
const triples = async query => (await engine.queryQuads(prefixes + query, asked)).toArray();

const labels = (await rows('SELECT ?l { <area/450225> rdfs:label ?l } ORDER BY ?l')).map(row => row.get('l'));
assert.deepEqual(labels.map(label => label.value).sort(), ['Rongshui Miao Autonomous County', '融水苗族自治县']);
assert.ok(labels.some(label => label.language === 'en'));

const named = await rows('SELECT ?s { ?s rdfs:label "融水苗族自治县"@zh-Hans }');
assert.deepEqual(named.map(row => row.get('s').value), ['https://w3id.org/pairgraph/id/area/450225']);

const found = await rows('SELECT ?p { ?p pg:matches "rongshui" }', { ...asked, forcePostQuery: true });
assert.ok(found.some(row => row.get('p').value.endsWith('area/450225')));

assert.equal(await engine.queryBoolean(prefixes + 'ASK { <area/450225> a pg:County }', asked), true);
assert.equal(await engine.queryBoolean(prefixes + 'ASK { <area/450225> a pg:City }', asked), false);

const graph = await triples('CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a pg:Province ; rdfs:label ?l }');
assert.ok(graph.some(triple => triple.object.value === '广东省'));
assert.ok((await triples('DESCRIBE <area/450225>')).length > 5);

const counted = await rows('SELECT (COUNT(?s) AS ?n) { ?s a pg:Pairing }');
assert.ok(Number(counted[0].get('n').value) > 10);

await assert.rejects(engine.queryVoid('DELETE WHERE { ?s ?p ?o }', { ...asked, destination: asked.sources[0] }));
