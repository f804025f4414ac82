// The names of the things in a result, asked for a page at a time and kept.
import { shallowRef } from 'vue';
import { api, type Label } from '../api';
import { named } from '../i18n';

const PREFIXES: readonly (readonly [string, string])[] = [
  ['pg:', 'https://w3id.org/pairgraph/ontology#'], ['pgc:', 'https://w3id.org/pairgraph/code/'], ['', 'https://w3id.org/pairgraph/id/'],
  ['graph/', 'https://w3id.org/pairgraph/graph/'], ['rdf:', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'], ['rdfs:', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['skos:', 'http://www.w3.org/2004/02/skos/core#'], ['xsd:', 'http://www.w3.org/2001/XMLSchema#'], ['owl:', 'http://www.w3.org/2002/07/owl#'], ['dcterms:', 'http://purl.org/dc/terms/'],
  ['prov:', 'http://www.w3.org/ns/prov#'], ['oa:', 'http://www.w3.org/ns/oa#'], ['wgs:', 'http://www.w3.org/2003/01/geo/wgs84_pos#'], ['sh:', 'http://www.w3.org/ns/shacl#'],
];
const OURS = 'https://w3id.org/pairgraph/';
const SAFE = /^https:\/\/w3id\.org\/pairgraph\/[^\s<>"{}|\\^`]*$/;
/** Of the 100 that one question takes, as many as servers and proxies let pass in an address. */
const LONGEST_ADDRESS = 4_000;
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

/** Asks for the names of those of ours that are not known yet; what fails leaves them with their short form. */
export async function learn(iris: Iterable<string>): Promise<void> {
  const asked = [...new Set(iris)].filter((iri) => SAFE.test(iri) && !known.has(iri) && !awaited.has(iri));
  if (asked.length === 0) return;
  for (const iri of asked) awaited.add(iri);
  version.value++;
  try {
    for (const page of pagesOf(asked)) {
      const { items } = await api.names(page, { signal: AbortSignal.timeout(PATIENCE_MS) });
      for (const { iri, label } of items) {
        known.set(iri, label);
        awaited.delete(iri);
      }
      version.value++;
    }
  } catch {
    // An answer is right without names.
  }
  for (const iri of asked) awaited.delete(iri);
  version.value++;
}

/** As many at a time as fit into an address. */
function pagesOf(iris: readonly string[]): string[][] {
  const pages: string[][] = [];
  let length = Infinity;
  for (const iri of iris) {
    length += encodeURIComponent(iri).length + '&id='.length;
    if (length > LONGEST_ADDRESS) {
      pages.push([]);
      length = encodeURIComponent(iri).length;
    }
    pages.at(-1)?.push(iri);
  }
  return pages;
}
