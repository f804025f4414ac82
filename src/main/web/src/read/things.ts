// What is read out of the description of a thing, where things have their pages, and SPARQL rows.
import { asked, type Label, type Literal, type Options, type Thing, type ThingPage } from '../api';

export type { Literal, Term, ThingPage } from '../api';
export type Value = Thing | Literal;
export type Incoming = ThingPage['incoming'][number];
export type Row = Readonly<Record<string, string | undefined>>;

export const BASE = 'https://w3id.org/pairgraph/';
export const PG = `${BASE}ontology#`;
export const PGC = `${BASE}code/`;
const ID = `${BASE}id/`;
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const SKOS = 'http://www.w3.org/2004/02/skos/core#';
/** What has pages. */
const PAGES = /^\/(id|code|genid|graph)\/|^\/ontology(#|$)/;
export const TERMS = {
  type: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', label: `${RDFS}label`, subClassOf: `${RDFS}subClassOf`, subPropertyOf: `${RDFS}subPropertyOf`,
  domain: `${RDFS}domain`, range: `${RDFS}range`, seeAlso: `${RDFS}seeAlso`, altLabel: `${SKOS}altLabel`, inScheme: `${SKOS}inScheme`,
  definition: `${SKOS}definition`, publisher: 'http://purl.org/dc/terms/publisher', issued: 'http://purl.org/dc/terms/issued',
  identifier: 'http://purl.org/dc/terms/identifier', concept: `${SKOS}Concept`,
} as const;

/** The rows of a SELECT, with the plain text of each value. */
export async function rows(query: string, options: Options): Promise<readonly Row[]> {
  const headers = { 'Content-Type': 'application/sparql-query', Accept: 'application/sparql-results+json' };
  const at = options.revision === undefined ? '' : `?${new URLSearchParams({ revision: options.revision })}`;
  const answer = (await asked(`/sparql${at}`, options, { method: 'POST', headers, body: query })) as {
    results: { bindings: readonly Record<string, { value: string }>[] };
  };
  return answer.results.bindings.map((binding) => Object.fromEntries(Object.entries(binding).map(([name, term]) => [name, term.value])));
}

/** Where a thing is read; undefined when its IRI leads nowhere that a browser should go. */
export function placeOf(iri: string): { readonly path: string; readonly ours: boolean } | undefined {
  if (iri.startsWith(BASE)) {
    const path = iri.slice(BASE.length - 1);
    if (path.startsWith('/synthetic/')) return { path: `/id/${encodeURIComponent(iri)}`, ours: true };
    return PAGES.test(path) ? { path: decodeSafely(path), ours: true } : undefined;
  }
  if (/^https?:\/\//.test(iri)) return { path: iri, ours: false };
  return undefined;
}

export function isThing(value: Value): value is Thing {
  return 'id' in value;
}

/** A thing's id, from an IRI: its path below /id/, else the whole IRI. */
export function idOf(iri: string): string {
  return iri.startsWith(ID) ? iri.slice(ID.length) : iri;
}

/** The end of an IRI, to call by what has no name. */
export function ending(iri: string): string {
  return /[^/#]+$/.exec(iri)?.[0] ?? iri;
}

/** All values of a property. */
export function valuesOf(page: ThingPage, property: string): readonly Value[] {
  return page.statements.find((stated) => stated.property.iri === property)?.values ?? [];
}

export function thingsOf(page: ThingPage, property: string): readonly Thing[] {
  return valuesOf(page, property).filter(isThing);
}

/** The text of a property in both languages; text without a language is in both. */
export function labelOf(page: ThingPage, property: string): Label | undefined {
  const label: { zh?: string; en?: string } = {};
  for (const value of valuesOf(page, property)) {
    if (isThing(value)) continue;
    if (value.lang === undefined || /^zh/i.test(value.lang)) label.zh ??= value.value;
    if (value.lang === undefined || /^en/i.test(value.lang)) label.en ??= value.value;
  }
  return label.zh === undefined && label.en === undefined ? undefined : label;
}

export function textOf(page: ThingPage, property: string): string | undefined {
  return valuesOf(page, property).find((value): value is Literal => !isThing(value))?.value;
}

/** The code of a property, for example `actual`. */
export function codeOf(page: ThingPage, property: string): string | undefined {
  const value = thingsOf(page, property)[0];
  return value === undefined ? undefined : ending(value.iri);
}

/** A day with its precision: `start`, `end`, `asOf` or `deadline`. */
export function dayOf(page: ThingPage, date: string, precision: string): { date: string; precision?: string } | undefined {
  const text = textOf(page, PG + date);
  if (text === undefined) return undefined;
  const code = codeOf(page, PG + precision);
  return code === undefined ? { date: text } : { date: text, precision: code };
}

function decodeSafely(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
