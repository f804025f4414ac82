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
const PAGE = 300;
const PATIENCE_MS = 10_000;

const known = new Map<string, Label>();
/** Asked for, and not answered yet. */
const awaited = new Set<string>();
const version = shallowRef(0);

/** An IRI as people write it: the end of one of ours, a prefixed name, or whole. */
export function shortIri(iri: string): string {
  const found = PREFIXES.find(([, namespace]) => iri.startsWith(namespace) && iri.length > namespace.length);
  return found === undefined ? iri : found[0] + iri.slice(found[1].length);
}

/** Its name in the reader's language; its short form where it has none, and nothing but dots until that is known. */
export function nameOf(iri: string): string {
  void version.value;
  if (awaited.has(iri)) return '…';
  const label = known.get(iri);
  return label === undefined ? shortIri(iri) : named(label, shortIri(iri));
}

/** Whether the name of one of these is still on its way. */
export function areAwaited(iris: readonly string[]): boolean {
  void version.value;
  return iris.some((iri) => awaited.has(iri));
}

/** Where this server shows it; undefined for what is no web address. */
export function linkOf(iri: string): string | undefined {
  if (iri.startsWith(OURS)) return iri.slice(OURS.length - 1);
  return /^https?:\/\//.test(iri) ? iri : undefined;
}

/** What the server says of one thing: its name, or the parts of the name of a counted group, which has none of its own. */
interface Told { label: Label; place: Label; count: number | undefined; qualifier: string | undefined; kinds: Set<string> }

/** Asks for the names of those of ours that are not known yet; what fails leaves them with their short form. */
export async function learn(iris: Iterable<string>): Promise<void> {
  const asked = [...new Set(iris)].filter((iri) => SAFE.test(iri) && !known.has(iri) && !awaited.has(iri));
  if (asked.length === 0) return;
  for (const iri of asked) awaited.add(iri);
  version.value++;
  try {
    for (let first = 0; first < asked.length; first += PAGE) await learnPage(asked.slice(first, first + PAGE));
  } catch {
    // An answer is right without names.
  }
  for (const iri of asked) awaited.delete(iri);
  version.value++;
}

async function learnPage(iris: readonly string[]): Promise<void> {
  for (const [iri, told] of await toldOf(iris)) {
    known.set(iri, nameIn(told));
    awaited.delete(iri);
  }
  version.value++;
}

async function toldOf(iris: readonly string[]): Promise<ReadonlyMap<string, Told>> {
  const query = `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX pg: <https://w3id.org/pairgraph/ontology#>
    SELECT ?thing ?label ?count ?qualifier ?kind ?place {
      VALUES ?thing { ${iris.map((iri) => `<${iri}>`).join(' ')} }
      { ?thing rdfs:label ?label } UNION
      { ?thing pg:memberCount ?count ; pg:memberKind ?kind OPTIONAL { ?thing pg:countQualifier ?qualifier } OPTIONAL { ?thing pg:within/rdfs:label ?place } } }`;
  const answer = await ask(query, undefined, AbortSignal.timeout(PATIENCE_MS));
  const found = new Map<string, Told>(iris.map((iri) => [iri, { label: {}, place: {}, count: undefined, qualifier: undefined, kinds: new Set() }]));
  for (const { thing, label, count, qualifier, kind, place } of answer.kind === 'rows' ? answer.rows : []) {
    const told = found.get(thing?.value ?? '');
    if (told === undefined) continue;
    told.label = withText(told.label, label);
    told.place = withText(told.place, place);
    if (count !== undefined) told.count = Number(count.value);
    if (qualifier !== undefined) told.qualifier = codeOf(qualifier.value);
    if (kind !== undefined) told.kinds.add(codeOf(kind.value));
  }
  return found;
}

function withText(label: Label, text: RdfTerm | undefined): Label {
  const tag = text?.['xml:lang'] ?? '';
  if (text !== undefined && /^zh(?!-Hant)/i.test(tag)) return { ...label, zh: text.value };
  return text !== undefined && /^en/i.test(tag) ? { ...label, en: text.value } : label;
}

const codeOf = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1);

/** 广州市274所学校, 274 schools of Guangzhou City. */
function nameIn({ label, place, count, qualifier, kinds }: Told): Label {
  if (label.zh !== undefined || label.en !== undefined || count === undefined) return label;
  const { zh, en } = countedWords(count, [...kinds].sort(), qualifier);
  return { zh: (place.zh ?? '') + zh, en: place.en === undefined ? en : `${en} of ${place.en}` };
}
