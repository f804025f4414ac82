// What the reader wants to see, as values that an address can hold; each step makes another one.
import type { LocationQuery, LocationQueryRaw } from 'vue-router';

export type Direction = 'both' | 'supports' | 'supported';
export type Arrangement = 'shores' | 'free';

/** The part of the picture that is looked at, in the room that the picture was laid out for. */
export interface SightOf {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
  readonly width: number;
  readonly height: number;
}

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
  /** None shows all of it. */
  readonly sight: SightOf | undefined;
}

export const PLAIN: View = {
  from: [], depth: 1, open: [], shut: [], hidden: [], pins: {}, kinds: [], programmes: [], statuses: [], bases: [], direction: 'both', places: true,
  at: undefined, path: undefined, selected: undefined, arrangement: 'shores', sight: undefined,
};

const MOST_DEPTH = 4;
const MOST_VALUES = 200;

/** The view that an address asks for; what it says wrongly is left out. */
export function viewOf(query: LocationQuery): View {
  const [pathFrom, pathTo] = list(query['path']);
  return {
    from: [...new Set(list(query['from']))],
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
    sight: sightOf(one(query['see'])),
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
    ...(view.sight === undefined ? {} : { see: sightText(view.sight) }),
  };
}

/** Whether two views differ in nothing that an address holds. */
export function same(one: View, other: View): boolean {
  return JSON.stringify(addressOf(one)) === JSON.stringify(addressOf(other));
}

/** Whether two views show the same parties and claims, however they look at them. */
export function showSame(one: View, other: View): boolean {
  const looked = { selected: undefined, sight: undefined, pins: {}, arrangement: 'shores' } as const;
  return same({ ...one, ...looked }, { ...other, ...looked });
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
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text) ? text : undefined;
}

/** Whether the calendar has it: a parser of dates takes the 31st of February for the 3rd of March. */
function isDay(text: string): boolean {
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function sightText({ x, y, ratio, width, height }: SightOf): string {
  return `${Math.round(x)},${Math.round(y)},${Number(ratio.toFixed(3))},${width}x${height}`;
}

function sightOf(text: string | undefined): SightOf | undefined {
  const found = /^(-?\d{1,6}),(-?\d{1,6}),(\d{1,2}(?:\.\d{1,3})?),(\d{2,5})x(\d{2,5})$/.exec(text ?? '');
  if (found === null) return undefined;
  const [x = 0, y = 0, ratio = 1, width = 1, height = 1] = found.slice(1).map(Number);
  return ratio > 0 ? { x, y, ratio, width, height } : undefined;
}

function pinsOf(texts: readonly string[]): Record<string, readonly [number, number]> {
  const pins: Record<string, readonly [number, number]> = {};
  for (const text of texts) {
    const found = /^(.+)@(-?\d+),(-?\d+)$/.exec(text);
    if (found !== null) pins[found[1] ?? ''] = [Number(found[2]), Number(found[3])];
  }
  return pins;
}
