// Asks the SPARQL endpoint, and what came of it: rows, a yes or no, or triples.
import { Problem, problemFrom, type RdfTerm, type Rows } from '../api';

export interface Triple { readonly subject: RdfTerm; readonly predicate: RdfTerm; readonly object: RdfTerm }
interface Told { readonly revision: number; readonly milliseconds: number; readonly at: Date; /** After so many rows the server stopped. */ readonly cut: boolean }
export type Answer =
  | (Told & { readonly kind: 'rows'; readonly vars: readonly string[]; readonly rows: readonly Row[] })
  | (Told & { readonly kind: 'boolean'; readonly value: boolean })
  | (Told & { readonly kind: 'triples'; readonly triples: readonly Triple[] });
export type Row = Readonly<Record<string, RdfTerm>>;

export interface Place { readonly line: number; readonly column: number }

const ROWS = 'application/sparql-results+json';
const TRIPLES = 'application/rdf+json';
const LONGEST_SHOWN = 50_000_000;
/** What begins, after comments and prefixes, with a word of SPARQL Update. */
const UPDATE = /^(?:\s|#[^\n]*\n|(?:PREFIX|BASE)\b[^>]*>)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b/i;

type RdfJson = Record<string, Record<string, readonly { readonly type: string; readonly value: string; readonly lang?: string; readonly datatype?: string }[]>>;

/** Aborting it hangs up; the server stops the query when it next writes, at the latest at its deadline. */
export async function ask(query: string, revision: number | undefined, signal: AbortSignal): Promise<Answer> {
  const begun = performance.now();
  const answer = await send(query, revision, `${ROWS}, ${TRIPLES};q=0.9`, signal);
  const text = await answer.text();
  if (text.length > LONGEST_SHOWN) throw new Problem({ type: '#too-long', title: 'The answer is too long to be shown', status: 0 });
  const told: Told = {
    revision: Number(answer.headers.get('Pairgraph-Revision') ?? 0), milliseconds: Math.round(performance.now() - begun), at: new Date(), cut: answer.headers.has('Pairgraph-Cut'),
  };
  if (answer.headers.get('Content-Type')?.startsWith(TRIPLES)) return { ...told, kind: 'triples', triples: triplesIn(JSON.parse(text) as RdfJson) };
  const result = JSON.parse(text) as Partial<Rows> & { readonly boolean?: boolean; readonly 'pairgraph-cut'?: string };
  if (result.boolean !== undefined) return { ...told, kind: 'boolean', value: result.boolean };
  const cut = told.cut || result['pairgraph-cut'] !== undefined;
  return { ...told, cut, kind: 'rows', vars: result.head?.vars ?? [], rows: result.results?.bindings ?? [] };
}

/** The answer in another format, to be saved. */
export async function answerAs(mediaType: string, query: string, revision: number): Promise<Blob> {
  return (await send(query, revision, mediaType, undefined)).blob();
}

async function send(query: string, revision: number | undefined, accept: string, signal: AbortSignal | undefined): Promise<Response> {
  if (UPDATE.test(query)) throw new Problem({ type: '#no-update', title: 'SPARQL Update changes nothing here', status: 403 });
  const url = revision === undefined ? '/sparql' : `/sparql?revision=${revision}`;
  let answer: Response;
  try {
    answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/sparql-query', Accept: accept }, body: query, ...(signal === undefined ? {} : { signal }) });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw Problem.unreachable();
  }
  if (!answer.ok) throw await problemFrom(answer);
  return answer;
}

/** Where the server says that a query is not SPARQL; both count from 1. */
export function placeIn(message: string): Place | undefined {
  const found = /line:? (\d+),? column:? (\d+)/i.exec(message);
  return found === null ? undefined : { line: Number(found[1]), column: Number(found[2]) };
}

function triplesIn(graph: RdfJson): Triple[] {
  return Object.entries(graph).flatMap(([subject, properties]) =>
    Object.entries(properties).flatMap(([property, values]) =>
      values.map(({ type, value, lang, datatype }) => ({
        subject: { type: subject.startsWith('_:') ? ('bnode' as const) : ('uri' as const), value: subject },
        predicate: { type: 'uri' as const, value: property },
        object: { type: type === 'uri' || type === 'bnode' ? type : ('literal' as const), value, ...(lang === undefined ? {} : { 'xml:lang': lang }), ...(datatype === undefined ? {} : { datatype }) },
      })),
    ),
  );
}
