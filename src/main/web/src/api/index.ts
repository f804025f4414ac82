// The routes of the API (openapi.yaml), and the records that they answer with.
import type { Disagreements, Indicator, Measure, Observation, ObservationWithParts, Pairing, PairingSummary, Party, PartySummary, Passage } from './claims';
import { get, path, post, type Options, type Query } from './http';
import type { NeighbourCounts, NetworkFilter, Paths, RollUp, Walk } from './network';
import type { Citation, NamedQuery, Rows, SavedQuery, Term } from './queries';
import type { Plan, Revision, Source, SourceSummary, Unchanged } from './sources';
import type { Page, Some, Thing, ThingPage } from './things';

export const api = {
  parties: (query: Query, options?: Options) => get<Page<PartySummary>>('parties', query, options),
  party: (id: string, options?: Options) => get<Party>(`parties/${path(id)}`, {}, options),
  walk: (query: NetworkFilter & { from: readonly string[]; depth?: number; limit?: number; cursor?: string | undefined }, options?: Options) =>
    get<Walk>('walk', { ...query }, options),
  counts: (query: Omit<NetworkFilter, 'direction' | 'through'> & { from: string }, options?: Options) =>
    get<NeighbourCounts>('walk/counts', { ...query }, options),
  paths: (query: NetworkFilter & { from: string; to: string; max?: number }, options?: Options) =>
    get<Paths>('paths', { ...query }, options),
  rollup: (query: Query, options?: Options) => get<RollUp>('rollup', query, options),
  pairings: (query: Query, options?: Options) => get<Page<PairingSummary>>('pairings', query, options),
  pairing: (id: string, options?: Options) => get<Pairing>(`pairings/${path(id)}`, {}, options),
  observations: (query: Query, options?: Options) => get<Page<Observation>>('observations', query, options),
  observation: (id: string, options?: Options) => get<ObservationWithParts>(`observations/${path(id)}`, {}, options),
  thing: (id: string, options?: Options) => get<ThingPage>(`things/${path(id)}`, {}, options),
  /** The names of at most 100 things. */
  names: (ids: readonly string[], options?: Options) => get<Some<Thing>>('things', { id: ids }, options),
  evidence: (id: string, options?: Options) => get<Passage>(`evidence/${path(id)}`, {}, options),
  indicators: (options?: Options) => get<Page<Indicator>>('indicators', {}, options),
  disagreements: (query: Query, options?: Options) => get<Disagreements>('disagreements', query, options),
  coverage: (options?: Options) => get<Page<Measure>>('coverage', {}, options),
  terms: (options?: Options) => get<Page<Term>>('terms', {}, options),
  cite: (body: { query: string; revision: number }, options: Options) => post<Citation>('citations', body, options),
  /** What a steward keeps under a short link. */
  savedQuery: (name: string, options?: Options) => get<SavedQuery>(`saved-queries/${path(name)}`, {}, options),
  /** The rows of a query of the catalogue. */
  rows: (name: string, parameters: Query, options?: Options) => get<Rows>(`queries/${path(name)}`, { ...parameters, format: 'json' }, options),
  queries: (options?: Options) => get<Page<NamedQuery>>('queries', {}, options),
  sources: (options?: Options) => get<Page<SourceSummary>>('sources', {}, options),
  source: (name: string, options?: Options) => get<Source>(`sources/${path(name)}`, {}, options),
  revisions: (query: Query, options?: Options) => get<Page<Revision>>('revisions', query, options),
  readPlan: (id: string, options: Options) => get<Plan>(`imports/plans/${path(id)}`, {}, options),
  applyPlan: (id: string, consent: { acceptRemoved?: number; replace?: boolean }, options: Options) =>
    post<Revision | Unchanged>(`imports/plans/${path(id)}/apply`, consent, options),
  undo: (source: string, body: { version?: number; acceptDangling?: boolean }, options: Options) =>
    post<Revision>(`sources/${path(source)}/undo`, body, options),
};

export type * from './things';
export type * from './claims';
export type * from './network';
export type * from './queries';
export type * from './sources';
export { address, asked, path, type Options, type Query, type Value } from './http';
export { Problem, problemFrom } from './problem';
