// What the server says (openapi.yaml), as records. An answer that is no success is thrown as a Problem.

export interface Label { readonly zh?: string; readonly en?: string }
/** A date as far as a document gives it. */
export interface Day { readonly date: string; readonly precision?: string }
export interface Thing { readonly id: string; readonly iri: string; readonly class?: string; readonly label: Label; readonly count?: number }
export interface Some<T> { readonly total: number; readonly items: readonly T[] }
export interface Page<T> extends Some<T> { readonly next?: string }
export interface Ref { readonly id: string; readonly label: Label }
export interface EvidenceRef {
  readonly id: string;
  readonly document?: Ref;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly start?: number;
  readonly end?: number;
}
export type CountByKind = Readonly<Record<string, number>>;
export type SidesByKind = Readonly<Record<string, { readonly supports: number; readonly supported: number }>>;

export type Extent = 'exact' | 'prefix' | 'contains' | 'words' | 'similar';
export type NameReading = 'name' | 'pinyin' | 'other-pinyin' | 'initials';
/** Why a search found a party. */
export interface Match {
  readonly name: string;
  readonly language?: string;
  readonly alternative: boolean;
  readonly extent: Extent;
  readonly reading: NameReading;
}
export interface PartySummary extends Thing {
  readonly adminCode?: string;
  readonly within?: Thing;
  readonly degree?: CountByKind;
  readonly match?: Match;
}

/** What every claim has. */
interface Dated { readonly start?: Day; readonly end?: Day; readonly asOf?: Day }
interface Asserted extends Thing, Dated {
  readonly status?: string;
  readonly basis?: string;
  readonly note?: Label;
  readonly evidence: readonly EvidenceRef[];
}
export interface PairingSummary extends Asserted {
  readonly kind?: string;
  readonly supporters: readonly Thing[];
  readonly supported: readonly Thing[];
  readonly programme?: Thing;
  readonly disagreesWith: readonly string[];
}
export interface Pairing extends Asserted {
  readonly kind?: string;
  readonly supporters: readonly Thing[];
  readonly supported: readonly Thing[];
  readonly programme?: Thing;
  readonly partOf: readonly Thing[];
  readonly parts: Some<Thing>;
  readonly disagreesWith: readonly Thing[];
  readonly observations: Some<Observation>;
  readonly events: Some<EventClaim>;
}
export interface CoBuilding extends Asserted {
  readonly supporters: readonly Thing[];
  readonly supported: readonly Thing[];
  readonly builds?: Thing;
  readonly programme?: Thing;
}
export interface Observation extends Asserted {
  readonly about: readonly Thing[];
  readonly indicator?: Thing;
  readonly value?: number;
  readonly valueMax?: number;
  readonly unit?: Thing;
  readonly qualifier?: string;
  readonly printedValue?: string;
  readonly percentOfTarget?: number;
  readonly percentChange?: number;
  readonly from?: Thing;
  readonly to?: Thing;
  readonly programme?: Thing;
  readonly partOf: readonly Thing[];
  readonly disagreesWith: readonly Thing[];
}
export interface ObservationWithParts extends Observation { readonly parts: Some<Thing>; readonly observations: Some<Observation> }
export interface Posting extends Asserted {
  readonly person?: Thing;
  readonly from?: Thing;
  readonly to?: Thing;
  readonly post?: Label;
  readonly duration?: string;
  readonly programme?: Thing;
}
export interface EventClaim extends Asserted {
  readonly kind?: string;
  readonly participants: readonly Thing[];
  readonly about: readonly Thing[];
  readonly signed: readonly Thing[];
  readonly programme?: Thing;
}
export interface Statement extends Asserted {
  readonly value?: number;
  readonly valueMax?: number;
  readonly unit?: Thing;
  readonly qualifier?: string;
  readonly printedValue?: string;
}
export interface Disagreement {
  readonly one: Statement;
  readonly other: Statement;
  readonly differences: readonly { readonly code: string; readonly label: Label }[];
}
export interface Disagreements extends Page<Disagreement> { readonly apparent: Some<Disagreement> }

export interface Party extends Thing {
  readonly otherNames: readonly { readonly text: string; readonly language: string }[];
  readonly kind?: string;
  readonly adminCode?: string;
  readonly point?: Point;
  readonly places: readonly Thing[];
  readonly group?: {
    readonly count?: number;
    readonly qualifier?: string;
    readonly kinds: readonly string[];
    readonly named: Some<Thing>;
    readonly remainder?: number;
  };
  readonly groups: readonly Thing[];
  readonly basis?: string;
  readonly note?: Label;
  readonly pairings: readonly {
    readonly direction: 'supports' | 'supported';
    readonly kind?: string;
    readonly count: number;
    readonly total: number;
    readonly items: readonly PairingSummary[];
  }[];
  readonly coBuildings: Some<CoBuilding>;
  readonly observations: Some<Observation>;
  readonly postings: Some<Posting>;
  readonly events: Some<EventClaim>;
  readonly tasks: Some<Thing>;
  readonly evidence: readonly EvidenceRef[];
}
export interface Passage extends Thing {
  readonly document?: Thing;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly start?: number;
  readonly end?: number;
  readonly passageDigest?: string;
  readonly textDigest?: string;
  /** Its words, where the operator has the document. */
  readonly passage?: string;
  readonly evidenceOf: Some<Thing>;
}
/** A class or property by its name. */
export interface Word { readonly iri: string; readonly label: Label }
/** Words, a number or a date as it is written. */
export interface Literal { readonly value: string; readonly lang?: string; readonly datatype?: string }
/** Everything that is said of a thing, and what points to it. */
export interface ThingPage {
  readonly id: string;
  readonly iri: string;
  readonly class?: Word;
  readonly label: Label;
  readonly statements: readonly { readonly property: Word; readonly total?: number; readonly values: readonly (Thing | Literal)[] }[];
  readonly incoming: readonly { readonly property: Word; readonly class?: Word; readonly count: number; readonly items: readonly Thing[] }[];
  readonly truncated: boolean;
}
export interface Indicator extends Thing { readonly definition: Label; readonly units: readonly Thing[]; readonly observations: number }
export interface Measure {
  readonly measure: string;
  readonly label: Label;
  readonly query?: string;
  readonly sparql: string;
  readonly classes: readonly { readonly class: string; readonly label: Label; readonly total: number; readonly covered: number }[];
}

export interface GroupSize { readonly count: number; readonly qualifier: string; readonly kinds: readonly string[]; readonly named: number }
export interface NetworkNode {
  readonly id: string;
  readonly iri: string;
  readonly class?: string;
  readonly label: Label;
  readonly within?: string;
  readonly group?: GroupSize;
}
export interface WalkNode extends NetworkNode { readonly depth: number; readonly degree: CountByKind }
/** A step from supporter to supported; `within` leads to the place around, `member` from a group to a member. */
export interface NetworkEdge {
  readonly id: string;
  readonly claim?: string;
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  readonly programme?: string;
  readonly start?: string;
  readonly startPrecision?: string;
  readonly asOf?: string;
  readonly asOfPrecision?: string;
  readonly end?: string;
  readonly endPrecision?: string;
  readonly status?: string;
  readonly basis?: string;
  /** Of the whole claim: how many links it implies at least. Not to be added up. */
  readonly count?: number;
  /** When the claim has several parties on a side: how many. */
  readonly supporters?: number;
  readonly supported?: number;
  /** The claims that disagree with this one, for which it speaks. */
  readonly others?: readonly string[];
}
export interface Walk {
  readonly revision: number;
  readonly nodes: readonly WalkNode[];
  readonly edges: readonly NetworkEdge[];
  readonly truncated: boolean;
  readonly next?: string;
}
export interface NeighbourCounts {
  readonly revision: number;
  readonly party: NetworkNode;
  readonly neighbours: SidesByKind;
  readonly places: CountByKind;
  readonly below?: SidesByKind;
}
export interface Paths {
  readonly revision: number;
  readonly length?: number;
  readonly paths: readonly (readonly string[])[];
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  readonly truncated: boolean;
  readonly complete: boolean;
}
export interface RollUpEdge {
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  readonly stated?: { readonly claim: string; readonly links: number; readonly date?: string };
  readonly others: readonly string[];
  readonly below: number;
  readonly atLeast: number;
  readonly named: number;
  readonly remainder: number;
  readonly placedByProgramme: boolean;
}
export interface Point { readonly lat: number; readonly long: number; readonly source?: string }
export interface RollUpArea extends NetworkNode { readonly point?: Point }
export interface RollUp {
  readonly revision: number;
  readonly level: 'province' | 'city' | 'county';
  readonly areas: readonly RollUpArea[];
  readonly edges: readonly RollUpEdge[];
  readonly unplaced: number;
}

/** A class, a property, a code list or a code. */
export interface Term {
  readonly iri: string;
  readonly name: string;
  readonly kind: 'class' | 'object-property' | 'datatype-property' | 'code-list' | 'code';
  readonly label: Label;
  readonly definition?: Label;
  readonly example?: Label;
  readonly note?: Label;
  readonly links: readonly { readonly relation: string; readonly target: string }[];
  readonly uses: number;
}
export interface SavedQuery { readonly name: string; readonly link: string; readonly title: Required<Label>; readonly query: string }
/** What fixes a query, a revision and the digest of the result. */
export interface Citation { readonly id: string; readonly url: string; readonly query: string; readonly revision: number; readonly text: string }
/** SPARQL 1.1 Query Results JSON. */
export interface RdfTerm { readonly type: 'uri' | 'literal' | 'bnode'; readonly value: string; readonly 'xml:lang'?: string; readonly datatype?: string }
export interface Rows {
  readonly head: { readonly vars: readonly string[] };
  readonly results: { readonly bindings: readonly Readonly<Record<string, RdfTerm>>[] };
}
export interface NamedQuery {
  readonly name: string;
  readonly group: string;
  readonly title: Required<Label>;
  readonly question: Required<Label>;
  readonly parameters: readonly {
    readonly name: string;
    readonly type: 'thing' | 'code' | 'class' | 'date' | 'integer' | 'text';
    readonly default?: string;
    readonly description: Required<Label>;
  }[];
  readonly result?: string;
  readonly text: string;
}
export interface SourceVersion {
  readonly version: number;
  readonly state: 'current' | 'superseded' | 'withdrawn';
  readonly graph: string;
  readonly triples: number;
  readonly fileDigests: readonly string[];
  readonly revision: number;
  readonly recordedAt: string;
  readonly actor: string;
  readonly added: number;
  readonly removed: number;
}
export interface SourceSummary { readonly name: string; readonly versions: number; readonly current?: SourceVersion }
export interface Source { readonly name: string; readonly currentVersion?: number; readonly versions: readonly SourceVersion[] }
export interface Change {
  readonly source: string;
  readonly version: number;
  readonly graph: string;
  readonly triples: number;
  readonly fileDigests: readonly string[];
  readonly added: number;
  readonly removed: number;
}
export interface Revision {
  readonly revision: number;
  readonly recordedAt: string;
  readonly action: 'first-load' | 'import' | 'release' | 'withdraw';
  readonly actor: string;
  readonly toolVersion: string;
  readonly changes: readonly Change[];
}
export interface Unchanged { readonly unchanged: true; readonly revision: number }
export interface Dependant { readonly iri: string; readonly by: readonly string[]; readonly references: number }
export interface Totals { readonly pairings: CountByKind; readonly parties: CountByKind }
export interface Plan {
  readonly id: string;
  readonly source: string;
  readonly baseRevision: number;
  readonly madeAt: string;
  readonly applicable: boolean;
  readonly files: readonly { readonly name: string; readonly format: string; readonly digest: string }[];
  readonly syntaxErrors: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
    readonly excerpt: string;
  }[];
  readonly shapeResults: readonly {
    readonly severity: 'VIOLATION' | 'WARNING' | 'INFO';
    readonly focusNode: string;
    readonly path?: string;
    readonly value?: string;
    readonly message: Label;
    readonly line: number;
  }[];
  readonly unknownTerms: readonly { readonly iri: string; readonly line: number; readonly nearest?: string }[];
  readonly triples: { readonly added: number; readonly removed: number; readonly unchanged: number };
  readonly lookalikes: readonly { readonly iri: string; readonly existing: string; readonly why: string }[];
  readonly dependants: readonly Dependant[];
  readonly totals: { readonly before: Totals; readonly after: Totals };
  readonly warnings: readonly string[];
}

interface ProblemRecord {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly parameter?: string;
  readonly plan?: Plan;
  readonly dependants?: readonly Dependant[];
}

/** An answer that is no success (RFC 9457), or none at all: then `name` is `unreachable` and `status` 0. */
export class Problem extends Error {
  /** What kind of problem it is: the part of its type after `#`, for example `unknown-thing`. */
  readonly kind: string;
  readonly status: number;
  readonly detail: string;
  readonly parameter: string | undefined;
  readonly plan: Plan | undefined;
  readonly dependants: readonly Dependant[];

  constructor(record: ProblemRecord, readonly retryAfterSeconds?: number) {
    super(record.detail ?? record.title);
    this.kind = record.type.split('#')[1] ?? record.type;
    this.status = record.status;
    this.detail = record.detail ?? record.title;
    this.parameter = record.parameter;
    this.plan = record.plan;
    this.dependants = record.dependants ?? [];
  }

  static readonly unreachable = () => new Problem({ type: '#unreachable', title: 'The server does not answer', status: 0 });
}

export type Value = string | number | boolean | readonly string[] | undefined;
export type Query = Readonly<Record<string, Value>>;
export interface Options {
  readonly signal?: AbortSignal | undefined;
  readonly token?: string | undefined;
}

const ROOT = '/api/v1/';
/** How long a server that has just started is waited for. */
const PATIENCE_SECONDS = 60;

/** What the network is asked for with: `kind`, `programme`, `status` and `basis` let each of their values through. */
export interface NetworkFilter {
  readonly direction?: 'supports' | 'supported' | 'both' | undefined;
  readonly through?: 'places' | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly programme?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly basis?: readonly string[] | undefined;
  readonly at?: string | undefined;
  readonly revision?: number | undefined;
}

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

async function get<T>(route: string, query: Query, options: Options = {}): Promise<T> {
  for (let waited = 0; ; ) {
    try {
      return (await asked(address(route, query), options, { method: 'GET' })) as T;
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.kind !== 'starting' || waited >= PATIENCE_SECONDS) throw problem;
      const seconds = problem.retryAfterSeconds ?? 1;
      await new Promise((resume) => setTimeout(resume, seconds * 1000));
      options.signal?.throwIfAborted();
      waited += seconds;
    }
  }
}

async function post<T>(route: string, body: unknown, options: Options): Promise<T> {
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

/** What an answer that is no success says, as a problem or in plain words. */
export async function problemFrom(answer: Response): Promise<Problem> {
  const text = await answer.text();
  try {
    return new Problem(JSON.parse(text) as ProblemRecord);
  } catch {
    return new Problem({ type: '#bad-request', title: text.slice(0, 2000) || answer.statusText, status: answer.status });
  }
}

async function problemIn(answer: Response): Promise<ProblemRecord> {
  try {
    return (await answer.json()) as ProblemRecord;
  } catch {
    return { type: '#unreadable', title: answer.statusText, status: answer.status };
  }
}
