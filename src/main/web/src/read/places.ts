// Where the other pages show the same thing.
import { address, type Thing } from '../api';

/** Where the neighbourhood of a party, site or programme is walked from. */
export const walkFrom = (id: string) => ({ path: '/walk', query: { from: id } });

const LEVELS: Readonly<Record<string, string>> = { Province: 'province', City: 'city', Prefecture: 'city', County: 'county' };

/** Where the map shows the first of these places that is of a level which it draws. */
export function onTheMap(places: readonly Thing[]) {
  for (const { id, class: name } of places) {
    const level = LEVELS[name ?? ''];
    if (level !== undefined) return { path: '/map', query: { level, place: id } };
  }
  return undefined;
}

/** The document about a thing in each syntax of RDF. */
export function documents(iri: string): readonly { readonly name: string; readonly href: string }[] {
  const path = iri.replace(/^https:\/\/w3id\.org\/pairgraph/, '').replace(/#.*$/, '');
  return [
    { name: 'Turtle', href: `${path}.ttl` },
    { name: 'JSON-LD', href: `${path}.jsonld` },
    { name: 'N-Triples', href: `${path}.nt` },
    { name: 'RDF/XML', href: `${path}.rdf` },
  ];
}

/** The JSON of a thing. */
export const jsonOf = (id: string) => address(`things/${encodeURIComponent(id)}`);

/** A query in the editor. */
export const inEditor = (query: string) => ({ path: '/query', query: { query } });

/** What is said of a thing and what points to it, as a query. */
export function aboutQuery(iri: string): string {
  return [
    'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>',
    'SELECT ?direction ?property ?other ?name {',
    `  { BIND("says" AS ?direction) <${iri}> ?property ?other }`,
    '  UNION',
    `  { BIND("is said of" AS ?direction) ?other ?property <${iri}> }`,
    '  OPTIONAL { ?other rdfs:label ?name FILTER(langMatches(lang(?name), "zh")) }',
    '}',
    'ORDER BY ?direction ?property ?other',
    'LIMIT 500',
    '',
  ].join('\n');
}
