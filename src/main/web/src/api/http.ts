// How the server is asked.
import { Problem, problemIn } from './problem';

export type Value = string | number | boolean | readonly string[] | undefined;
export type Query = Readonly<Record<string, Value>>;
export interface Options {
  readonly signal?: AbortSignal | undefined;
  readonly token?: string | undefined;
  /** As of which revision; now if undefined. */
  readonly revision?: string | undefined;
}

const ROOT = '/api/v1/';
/** How long a server that has just started is waited for. */
const PATIENCE_SECONDS = 60;
/** Where a route of the API is, for a link or a download. */
export function address(route: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [String(value)]) parameters.append(name, one);
  }
  const text = parameters.toString().replaceAll('%2F', '/');
  return ROOT + route + (text === '' ? '' : `?${text}`);
}
/** The steps of an id, each safe in an address, with the slashes between them as they are. */
export function path(id: string): string {
  return id.split('/').map(encodeURIComponent).join('/');
}

export async function get<T>(route: string, query: Query, options: Options = {}): Promise<T> {
  for (let waited = 0; ; ) {
    try {
      return (await asked(address(route, { ...query, revision: query['revision'] ?? options.revision }), options, { method: 'GET' })) as T;
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.kind !== 'starting' || waited >= PATIENCE_SECONDS) throw problem;
      const seconds = problem.retryAfterSeconds ?? 1;
      await new Promise((resume) => setTimeout(resume, seconds * 1000));
      options.signal?.throwIfAborted();
      waited += seconds;
    }
  }
}

export async function post<T>(route: string, body: unknown, options: Options): Promise<T> {
  const headers = { 'Content-Type': 'application/json' };
  return (await asked(ROOT + route, options, { method: 'POST', headers, body: JSON.stringify(body) })) as T;
}

/** Asks, and throws what is no success as a Problem; an aborted question throws what `fetch` throws then. */
export async function asked(url: string, options: Options, init: RequestInit): Promise<unknown> {
  const headers = new Headers(init.headers);
  if (options.token !== undefined) headers.set('Authorization', `Bearer ${options.token}`);
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, headers, ...(options.signal === undefined ? {} : { signal: options.signal }) });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw Problem.unreachable();
  }
  if (answer.ok) return answer.json();
  const wait = Number(answer.headers.get('Retry-After') ?? NaN);
  throw new Problem(await problemIn(answer), Number.isFinite(wait) ? wait : undefined);
}
