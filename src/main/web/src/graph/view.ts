// What the reader wants to see, as values that an address can hold; each step makes another one.
import type { LocationQuery, LocationQueryRaw } from 'vue-router';

export type Direction = 'both' | 'supports' | 'supported';
export type Arrangement = 'shores' | 'free';

export interface View {
  readonly from: readonly string[];
  /** How many steps are shown without being asked for. */
  readonly depth: number;
  /** `id~kind`: neighbours that were asked for, and that were put away again. */
  readonly open: readonly string[];
  readonly shut: readonly string[];
  readonly hidden: readonly string[];
  /** Where the reader has put a node. */
  readonly pins: Readonly<Record<string, readonly [number, number]>>;
  readonly kinds: readonly string[];
  readonly programmes: readonly string[];
  readonly statuses: readonly string[];
  readonly bases: readonly string[];
  readonly direction: Direction;
  readonly places: boolean;
  readonly at: string | undefined;
  readonly path: readonly [string, string] | undefined;
  readonly selected: string | undefined;
  readonly arrangement: Arrangement;
}

export const PLAIN: View = {
  from: [], depth: 1, open: [], shut: [], hidden: [], pins: {}, kinds: [], programmes: [], statuses: [], bases: [], direction: 'both', places: true,
  at: undefined, path: undefined, selected: undefined, arrangement: 'shores',
};

const MOST_DEPTH = 4;
const MOST_VALUES = 200;

/** The view that an address asks for; what it says wrongly is left out. */
export function viewOf(query: LocationQuery): View {
  const [pathFrom, pathTo] = list(query['path']);
  return {
    from: list(query['from']),
    depth: Math.min(Math.max(Number(one(query['depth']) ?? 1) || 1, 1), MOST_DEPTH),
    open: list(query['open']),
    shut: list(query['shut']),
    hidden: list(query['hide']),
    pins: pinsOf(list(query['pin'])),
    kinds: list(query['kind']),
    programmes: list(query['programme']),
    statuses: list(query['status']),
    bases: list(query['basis']),
    direction: directionOf(one(query['direction'])),
    places: one(query['places']) !== 'no',
    at: dateOf(one(query['at'])),
    path: pathFrom !== undefined && pathTo !== undefined ? [pathFrom, pathTo] : undefined,
    selected: one(query['select']),
    arrangement: one(query['layout']) === 'free' ? 'free' : 'shores',
  };
}

export function addressOf(view: View): LocationQueryRaw {
  return {
    ...some('from', view.from),
    ...(view.depth === PLAIN.depth ? {} : { depth: String(view.depth) }),
    ...some('open', view.open),
    ...some('shut', view.shut),
    ...some('hide', view.hidden),
    ...some('pin', Object.entries(view.pins).map(([id, [x, y]]) => `${id}@${Math.round(x)},${Math.round(y)}`)),
    ...some('kind', view.kinds),
    ...some('programme', view.programmes),
    ...some('status', view.statuses),
    ...some('basis', view.bases),
    ...(view.direction === 'both' ? {} : { direction: view.direction }),
    ...(view.places ? {} : { places: 'no' }),
    ...(view.at === undefined ? {} : { at: view.at }),
    ...some('path', view.path ?? []),
    ...(view.selected === undefined ? {} : { select: view.selected }),
    ...(view.arrangement === 'shores' ? {} : { layout: 'free' }),
  };
}

/** Whether two views differ in nothing that an address holds. */
export function same(one: View, other: View): boolean {
  return JSON.stringify(addressOf(one)) === JSON.stringify(addressOf(other));
}

export const step = (id: string, kind: string): string => `${id}~${kind}`;

export function without<T>(values: readonly T[], value: T): readonly T[] {
  return values.filter((candidate) => candidate !== value);
}

export function withValue<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values : [...values, value];
}

function some(name: string, values: readonly string[]): LocationQueryRaw {
  return values.length === 0 ? {} : { [name]: [...values] };
}

type Given = LocationQuery[string] | undefined;

function list(given: Given): string[] {
  const values = Array.isArray(given) ? given : [given];
  return values.filter((value): value is string => typeof value === 'string' && value !== '').slice(0, MOST_VALUES);
}

function one(given: Given): string | undefined {
  return list(given)[0];
}

function directionOf(text: string | undefined): Direction {
  return text === 'supports' || text === 'supported' ? text : 'both';
}

function dateOf(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

function pinsOf(texts: readonly string[]): Record<string, readonly [number, number]> {
  const pins: Record<string, readonly [number, number]> = {};
  for (const text of texts) {
    const found = /^(.+)@(-?\d+),(-?\d+)$/.exec(text);
    if (found !== null) pins[found[1] ?? ''] = [Number(found[2]), Number(found[3])];
  }
  return pins;
}
