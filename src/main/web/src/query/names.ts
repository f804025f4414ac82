// The names of the things in a result, asked for a page at a time and kept.
import { shallowRef } from 'vue';
import type { Label, RdfTerm } from '../api';
import { countedWords } from '../codes';
import { named } from '../i18n';
import { ask } from './sparql';

const PREFIXES: readonly (readonly [string, string])[] = [
  ['pg:', 'https://w3id.org/pairgraph/ontology#'], ['pgc:', 'https://w3id.org/pairgraph/code/'], ['', 'https://w3id.org/pairgraph/id/'],
  ['graph/', 'https://w3id.org/pairgraph/graph/'], ['rdf:', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'], ['rdfs:', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['skos:', 'http://www.w3.org/2004/02/skos/core#'], ['xsd:', 'http://www.w3.org/2001/XMLSchema#'], ['owl:', 'http://www.w3.org/2002/07/owl#'], ['dcterms:', 'http://purl.org/dc/terms/'],
  ['prov:', 'http://www.w3.org/ns/prov#'], ['oa:', 'http://www.w3.org/ns/oa#'], ['wgs:', 'http://www.w3.org/2003/01/geo/wgs84_pos#'], ['sh:', 'http://www.w3.org/ns/shacl#'],
];
const OURS = 'https://w3id.org/pairgraph/';
const SAFE = /^https:\/\/w3id\.org\/pairgraph\/[^\s<>"{}|\\^`]*$/;
const AT_MOST = 300;

const known = new Map<string, Label>();
const version = shallowRef(0);

/** An IRI as people write it: the end of one of ours, a prefixed name, or whole. */
export function shortIri(iri: string): string {
  const found = PREFIXES.find(([, namespace]) => iri.startsWith(namespace) && iri.length > namespace.length);
  return found === undefined ? iri : found[0] + iri.slice(found[1].length);
}

/** Its name in the reader's language where it is known by now, else its short form. */
export function nameOf(iri: string): string {
  void version.value;
  const label = known.get(iri);
  return label === undefined ? shortIri(iri) : named(label, shortIri(iri));
}

/** Where this server shows it; undefined for what is no web address. */
export function linkOf(iri: string): string | undefined {
  if (iri.startsWith(OURS)) return iri.slice(OURS.length - 1);
  return /^https?:\/\//.test(iri) ? iri : undefined;
}

/** A counted group has no label of its own: 广州市274所学校, 274 schools of Guangzhou City. */
function groupLabel(before: Label, place: RdfTerm | undefined, count: string, kind: string): Label {
  const { zh, en } = countedWords(count, kind.slice(kind.lastIndexOf('/') + 1));
  const tag = place?.['xml:lang'] ?? '';
  const isChinese = /^zh(?!-Hant)/i.test(tag);
  return {
    zh: place !== undefined && isChinese ? place.value + zh : (before.zh ?? zh),
    en: place !== undefined && /^en/i.test(tag) ? `${en} of ${place.value}` : (before.en ?? en),
  };
}

/** Asks for the names of those of ours that are not known yet; what fails leaves them as they are. */
export async function learn(iris: Iterable<string>): Promise<void> {
  const asked = [...new Set(iris)].filter((iri) => SAFE.test(iri) && !known.has(iri)).slice(0, AT_MOST);
  if (asked.length === 0) return;
  const values = `VALUES ?thing { ${asked.map((iri) => `<${iri}>`).join(' ')} }`;
  const query = `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX pg: <https://w3id.org/pairgraph/ontology#>
    SELECT ?thing ?label ?count ?kind {
      ${values} { ?thing rdfs:label ?label } UNION { ?thing pg:memberCount ?count ; pg:memberKind ?kind OPTIONAL { ?thing pg:within/rdfs:label ?label } } }`;
  try {
    const answer = await ask(query, undefined, AbortSignal.timeout(10_000));
    for (const iri of asked) known.set(iri, {});
    for (const row of answer.kind === 'rows' ? answer.rows : []) {
      const { thing, label, count, kind } = row;
      const iri = thing?.value ?? '';
      if (count !== undefined && kind !== undefined) {
        known.set(iri, groupLabel(known.get(iri) ?? {}, label, count.value, kind.value));
        continue;
      }
      const tag = label?.['xml:lang'] ?? '';
      const before = known.get(iri) ?? {};
      if (/^zh(?!-Hant)/i.test(tag)) known.set(iri, { ...before, zh: label!.value });
      else if (/^en/i.test(tag)) known.set(iri, { ...before, en: label!.value });
    }
    version.value++;
  } catch {
    // The table is right without names.
  }
}

