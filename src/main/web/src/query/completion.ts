// What may stand where the cursor is: prefixes, our terms with their names in both languages, variables, keywords.
import type { Label, Term } from '../api';
import { alsoNamed, named } from '../i18n';

export interface Suggestion { readonly text: string; readonly name: string; readonly more: string; /** A prefix that it needs, with its namespace. */ readonly needs?: readonly [string, string] }
export interface Found { readonly from: number; readonly suggestions: readonly Suggestion[] }

export const NAMESPACES: Readonly<Record<string, string>> = {
  pg: 'https://w3id.org/pairgraph/ontology#', pgc: 'https://w3id.org/pairgraph/code/', rdfs: 'http://www.w3.org/2000/01/rdf-schema#', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#', xsd: 'http://www.w3.org/2001/XMLSchema#', owl: 'http://www.w3.org/2002/07/owl#', dcterms: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/',
  oa: 'http://www.w3.org/ns/oa#', org: 'http://www.w3.org/ns/org#', prov: 'http://www.w3.org/ns/prov#', qb: 'http://purl.org/linked-data/cube#', schema: 'https://schema.org/', sh: 'http://www.w3.org/ns/shacl#',
  wgs: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
};
const OTHERS: readonly (readonly [string, Label])[] = [
  ['rdfs:label', { zh: '名称', en: 'name' }], ['skos:altLabel', { zh: '别名', en: 'other name' }], ['skos:prefLabel', { zh: '首选名', en: 'preferred name' }], ['wgs:lat', { zh: '纬度', en: 'latitude' }], ['wgs:long', { zh: '经度', en: 'longitude' }],
  ['dcterms:publisher', { zh: '发布者', en: 'publisher' }], ['dcterms:issued', { zh: '发布日期', en: 'issued' }], ['dcterms:identifier', { zh: '标识', en: 'identifier' }], ['oa:hasSelector', { zh: '选择器', en: 'selector' }],
  ['oa:start', { zh: '起点', en: 'start' }], ['oa:end', { zh: '终点', en: 'end' }], ['rdf:type', { zh: '类', en: 'class' }],
];
const KEYWORDS = ['SELECT', 'DISTINCT', 'WHERE', 'OPTIONAL', 'FILTER', 'FILTER NOT EXISTS', 'UNION', 'MINUS', 'GRAPH', 'VALUES', 'BIND', 'GROUP BY', 'ORDER BY', 'HAVING', 'LIMIT', 'OFFSET', 'CONSTRUCT', 'ASK', 'DESCRIBE', 'COUNT', 'SUM', 'MIN', 'MAX', 'AVG', 'GROUP_CONCAT', 'COALESCE', 'CONTAINS', 'STRSTARTS', 'REGEX', 'LANG', 'LANGMATCHES', 'STR', 'YEAR', 'BOUND', 'IF', 'PREFIX'];
const AT_MOST = 60;
const WORD = /[\p{L}\p{N}_:?$-]*$/u;

/** Suggestions for the word that ends at `column` of a line. */
export function complete(line: string, column: number, query: string, terms: readonly Term[]): Found {
  const word = WORD.exec(line.slice(0, column))?.[0] ?? '';
  const from = column - word.length;
  if (/^\s*PREFIX\s+\S*$/i.test(line.slice(0, column))) return { from, suggestions: prefixes(word) };
  if (/^[?$]/.test(word)) return { from, suggestions: variables(word, query) };
  const declared = declarations(query);
  return { from, suggestions: [...termsLike(word, terms, declared), ...(word.length > 0 ? keywords(word) : [])].slice(0, AT_MOST) };
}

function prefixes(word: string): Suggestion[] {
  return Object.entries(NAMESPACES).filter(([prefix]) => prefix.startsWith(word.replace(':', ''))).map(([prefix, namespace]) => ({ text: `${prefix}: <${namespace}>`, name: '', more: '' }));
}

function variables(word: string, query: string): Suggestion[] {
  const found = new Set(query.match(/[?$]\w+/g) ?? []);
  return [...found].filter((variable) => variable !== word && variable.slice(1).startsWith(word.slice(1))).sort().map((variable) => ({ text: variable, name: '', more: '' }));
}

function keywords(word: string): Suggestion[] {
  return KEYWORDS.filter((keyword) => keyword.startsWith(word.toUpperCase())).map((keyword) => ({ text: keyword, name: '', more: '' }));
}

/** By prefixed name, or by a part of the name in either language; more used ones first. */
function termsLike(word: string, terms: readonly Term[], declared: ReadonlyMap<string, string>): Suggestion[] {
  const [prefix, local] = word.includes(':') ? [word.slice(0, word.indexOf(':')), word.slice(word.indexOf(':') + 1)] : [undefined, word];
  const wanted = local.toLowerCase();
  const ours = terms.flatMap((term) => {
    const [own, namespace] = term.iri.startsWith(NAMESPACES['pgc']!) ? ['pgc', NAMESPACES['pgc']!] : ['pg', NAMESPACES['pg']!];
    const used = declared.get(namespace) ?? own;
    if (prefix !== undefined && prefix !== used && prefix !== own) return [];
    if (!term.iri.startsWith(namespace)) return [];
    const rank = rankOf(term.iri.slice(namespace.length), term.label, wanted);
    return rank === undefined ? [] : [{ rank, uses: term.uses, text: `${used}:${term.iri.slice(namespace.length)}`, label: term.label, needs: [used, namespace] as const }];
  });
  const others = OTHERS.flatMap(([text, label]) => {
    const [own, name] = text.split(':') as [string, string];
    if (prefix !== undefined && prefix !== own) return [];
    const rank = rankOf(name, label, wanted);
    return rank === undefined ? [] : [{ rank, uses: 0, text, label, needs: [own, NAMESPACES[own]!] as const }];
  });
  return [...ours, ...others]
    .sort((one, other) => one.rank - other.rank || other.uses - one.uses || one.text.localeCompare(other.text))
    .map(({ text, label, needs }) => ({ text, name: named(label), more: alsoNamed(label), ...(declared.has(needs[1]) ? {} : { needs }) }));
}

function rankOf(name: string, label: Label, wanted: string): number | undefined {
  const lower = name.toLowerCase();
  if (lower.startsWith(wanted)) return 0;
  const names = [label.zh ?? '', (label.en ?? '').toLowerCase()];
  if (names.some((one) => one.startsWith(wanted))) return 1;
  return wanted.length > 1 && (lower.includes(wanted) || names.some((one) => one.includes(wanted))) || (wanted.length === 1 && names[0]!.includes(wanted)) ? 2 : undefined;
}

function declarations(query: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, prefix, namespace] of query.matchAll(/PREFIX\s+([\w.-]*):\s*<([^>]*)>/gi)) found.set(namespace!, prefix!);
  return found;
}
