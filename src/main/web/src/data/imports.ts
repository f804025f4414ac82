// What stewards send: files with progress, plans, tables; and the words that a report is read in.
import { address, asked, Problem, type Label, type Options, type Plan, type Some } from '../api';

export interface Heading { readonly label: Label; readonly about: Label }
export interface Template {
  readonly name: string;
  readonly about: Label;
  readonly needs: readonly (readonly Heading[])[];
  readonly options: readonly Heading[];
}
export interface TableProblem { readonly row: number; readonly letter: string; readonly column: string; readonly value: string; readonly message: Label }
export interface Conversion {
  readonly converted: boolean;
  readonly rows?: number;
  readonly triples?: number;
  readonly turtle?: string;
  readonly problems: readonly TableProblem[];
  readonly more: number;
}
export interface Sending { readonly token: string; readonly signal: AbortSignal; readonly progress: (part: number) => void }

/** Media types by the end of a file's name; the server takes the same. */
const TYPES: Readonly<Record<string, string>> = {
  ttl: 'text/turtle', trig: 'application/trig', nt: 'application/n-triples', nq: 'application/n-quads', jsonld: 'application/ld+json', json: 'application/ld+json',
  rdf: 'application/rdf+xml', xml: 'application/rdf+xml', owl: 'application/rdf+xml',
};
export const ENDINGS = ['.csv', ...Object.keys(TYPES).map((ending) => `.${ending}`)];

export const isTable = (name: string) => /\.(csv|tsv|txt)$/i.test(name);
export const isKnown = (name: string) => isTable(name) || typeOf(name) !== undefined;

/** The name of the source that a file of this name is likely meant for. */
export function sourceOf(name: string): string {
  return name.toLowerCase().replace(/\.[^.]*$/, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 63);
}

export const SOURCE_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
export const RESERVED = ['ontology', 'ledger', 'derived', 'current'];

export const templates = (options: Options) => asked(address('conversions'), options, { method: 'GET' }) as Promise<Some<Template>>;

export function plan(file: Blob, name: string, source: string, sending: Sending): Promise<Plan> {
  return send(address('imports/plans', { source, filename: name }), file, typeOf(name) ?? 'text/turtle', sending) as Promise<Plan>;
}

export function convert(table: Blob, template: string, sending: Sending): Promise<Conversion> {
  return send(address('conversions', { template }), table, 'text/csv', sending) as Promise<Conversion>;
}

/** Sends a body and says how much of it has gone; `fetch` cannot say that. */
function send(url: string, body: Blob, type: string, { token, signal, progress }: Sending): Promise<unknown> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Content-Type', type);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => { if (event.lengthComputable) progress(event.loaded / event.total); });
    request.upload.addEventListener('load', () => progress(1));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) return done(request.response);
      const wait = Number(request.getResponseHeader('Retry-After') ?? NaN);
      failed(new Problem((request.response as never) ?? { type: '#unreadable', title: request.statusText, status: request.status }, Number.isFinite(wait) ? wait : undefined));
    });
    request.addEventListener('error', () => failed(Problem.unreachable()));
    request.addEventListener('abort', () => failed(new DOMException('stopped', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function typeOf(name: string): string | undefined {
  return TYPES[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
}

const PREFIXES: readonly (readonly [string, string])[] = [
  ['pg:', 'https://w3id.org/pairgraph/ontology#'], ['pgc:', 'https://w3id.org/pairgraph/code/'], ['rdfs:', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['skos:', 'http://www.w3.org/2004/02/skos/core#'], ['dcterms:', 'http://purl.org/dc/terms/'], ['oa:', 'http://www.w3.org/ns/oa#'], ['xsd:', 'http://www.w3.org/2001/XMLSchema#'],
];

/** A term as a file would write it: pg:County, <area/450225>. */
export function short(term: string): string {
  const iri = term.replace(/^<(.*)>$/, '$1');
  if (iri === 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type') return 'a';
  for (const [prefix, namespace] of PREFIXES) if (iri.startsWith(namespace)) return prefix + iri.slice(namespace.length);
  if (iri.startsWith('https://w3id.org/pairgraph/id/')) return `<${iri.slice('https://w3id.org/pairgraph/id/'.length)}>`;
  return term;
}

/** A line of a file that has something to be said of it. */
export interface Mark {
  readonly line: number;
  /** From 1, in code points; 0 when the whole line is meant. */
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly detail?: string;
}

/** Rows of a table, divided as its first line is. Quoted cells may hold line ends. */
export function cells(text: string): readonly (readonly string[])[] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const comma = [',', ';', '\t'].sort((one, other) => first.split(other).length - first.split(one).length)[0]!;
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const character = text[i]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') { cell += '"'; i++; }
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === comma) { rows.at(-1)!.push(cell); cell = ''; }
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[i + 1] === '\n') i++;
      rows.at(-1)!.push(cell);
      cell = '';
      rows.push([]);
    } else cell += character;
  }
  if (cell !== '' || rows.at(-1)!.length > 0) rows.at(-1)!.push(cell);
  else rows.pop();
  return rows;
}
