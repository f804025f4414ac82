// Which part of what is known a view shows: a pure function of both.
import type { NetworkEdge } from '../api';
import type { Claim, KnownNode, Network } from './network';
import { step, type View } from './view';

export type Side = 'supporter' | 'supported';

export interface ShownNode {
  readonly id: string;
  readonly node: KnownNode;
  /** On which shore it stands. */
  readonly side: Side;
  /** What it does in the claims shown: one, both or none of the two. */
  readonly role: Side | 'both' | 'none';
  readonly start: boolean;
  /** Neighbours that are not shown, by the kind of the step to them. */
  readonly more: Readonly<Record<string, More>>;
  /** Kinds that the reader has opened and can put away. */
  readonly opened: readonly string[];
}

/** What a step would show: so many parties, who stand for so many (a group for its members). */
export interface More { readonly parties: number; readonly size: number }

export interface ShownClaim {
  readonly id: string;
  readonly first: NetworkEdge;
  readonly supporters: readonly string[];
  readonly supported: readonly string[];
}

/** The members of an opened group that no document names: beside its named ones, so that the count is whole. */
export interface Rest {
  readonly id: string;
  readonly group: string;
  readonly side: Side;
  /** None where the group is no exact number. */
  readonly count: number | undefined;
  readonly kinds: readonly string[];
}

export interface Shown {
  readonly nodes: ReadonlyMap<string, ShownNode>;
  readonly rests: readonly Rest[];
  readonly claims: readonly ShownClaim[];
  /** From a thing to the place around it, from a group to its members. */
  readonly places: readonly NetworkEdge[];
  /** There would be more, but the canvas is full. */
  readonly full: boolean;
}

/** More would be no picture any longer. */
const MOST_NODES = 1500;

/** Whether a claim may be seen under the filters of a view. */
export function passes(view: View, edge: NetworkEdge): boolean {
  return (
    among(view.kinds, edge.kind) && among(view.programmes, edge.programme) && among(view.statuses, edge.status) && among(view.bases, edge.basis) &&
    holds(edge, view.at)
  );
}

/** Whether a claim holds on a day: not before its first day, not after its end. */
export function holds(edge: NetworkEdge, day: string | undefined): boolean {
  if (day === undefined) return true;
  const begin = edge.start ?? edge.asOf;
  return begin !== undefined && begin <= day && (edge.end === undefined || day <= edge.end);
}

export function shown(network: Network, view: View, path: readonly string[] = []): Shown {
  const met = reached(network, view, path);
  joinClaims(network, view, met);
  addPlaces(network, view, met);
  const claims = claimsAmong(network, view, met);
  const places = view.places ? placesAmong(network, met) : [];
  const roles = rolesOf(claims);
  const sides = sidesOf(network, met, roles);
  const nodes = new Map<string, ShownNode>();
  for (const id of met) {
    const node = network.nodes.get(id);
    if (node === undefined) continue;
    nodes.set(id, {
      id, node, side: sides.get(id) ?? 'supporter', role: roles.get(id) ?? 'none', start: view.from.includes(id),
      more: moreOf(network, view, id, met), opened: view.open.filter((key) => key.startsWith(`${id}~`)).map((key) => key.slice(id.length + 1)),
    });
  }
  return { nodes, rests: restsOf(nodes, places), claims, places, full: met.size >= MOST_NODES };
}

const REST = 'rest ';

export const restId = (group: string): string => REST + group;
/** The group whose rest a node is; none for a party. */
export const restOf = (id: string): string | undefined => (id.startsWith(REST) ? id.slice(REST.length) : undefined);

function restsOf(nodes: ReadonlyMap<string, ShownNode>, places: readonly NetworkEdge[]): Rest[] {
  const opened = new Set(places.filter((edge) => edge.kind === 'member').map((edge) => edge.source));
  return [...opened].flatMap((id) => {
    const { node, side } = nodes.get(id) ?? {};
    if (node?.group === undefined || side === undefined || node.group.count <= node.group.named) return [];
    const { count, named, qualifier, kinds } = node.group;
    return [{ id: restId(id), group: id, side, count: qualifier === 'exact' ? count - named : undefined, kinds }];
  });
}

/**
 * What kind of step an edge is, seen from one of its ends: the kind of the claim; `within` to the place around; `in-school`
 * and the like to what lies in a place, `idle` where that has no pairing; `member`.
 */
export function kindOfStep(network: Network, edge: NetworkEdge, from: string): string {
  if (edge.kind !== 'within' || edge.source === from) return edge.kind;
  return takesPart(network, edge.source) ? `in-${kindOfParty(network.nodes.get(edge.source))}` : 'idle';
}

/** The kind that a party would be paired as. */
function kindOfParty(node: KnownNode | undefined): string {
  return node?.group?.kinds[0] ?? (node?.class ?? '').replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().replace('prefecture', 'city');
}

function takesPart(network: Network, id: string): boolean {
  const degree = network.nodes.get(id)?.degree;
  return degree === undefined || Object.keys(degree).length > 0;
}

function reached(network: Network, view: View, path: readonly string[]): Set<string> {
  const hidden = new Set(view.hidden);
  const met = new Map<string, number>();
  const queue: string[] = [];
  const meet = (id: string, depth: number) => {
    if (met.has(id) || hidden.has(id) || !network.nodes.has(id) || met.size >= MOST_NODES) return;
    met.set(id, depth);
    queue.push(id);
  };
  view.from.forEach((id) => meet(id, 0));
  path.forEach((id) => meet(id, view.depth));
  const open = new Set(view.open);
  const shut = new Set(view.shut);
  for (let next = 0; next < queue.length; next++) {
    const id = queue[next] ?? '';
    const depth = met.get(id) ?? 0;
    for (const edge of network.at.get(id) ?? []) {
      if (!follows(view, edge, id)) continue;
      const kind = kindOfStep(network, edge, id);
      const key = step(id, kind);
      if (shut.has(key)) continue;
      if (open.has(key) || (depth < view.depth && kind !== 'idle')) meet(edge.source === id ? edge.target : edge.source, depth + 1);
    }
  }
  return new Set(met.keys());
}

function follows(view: View, edge: NetworkEdge, from: string): boolean {
  if (edge.claim === undefined) return view.places;
  if (view.direction === 'supports' && edge.source !== from) return false;
  if (view.direction === 'supported' && edge.target !== from) return false;
  return passes(view, edge);
}

/** Who supports together is seen together. */
function joinClaims(network: Network, view: View, met: Set<string>): void {
  for (const claim of network.claims.values()) {
    if (claim.supporters.size + claim.supported.size < 3 || !passes(view, claim.first)) continue;
    if (![...claim.supporters].some((id) => met.has(id)) || ![...claim.supported].some((id) => met.has(id))) continue;
    for (const id of [...claim.supporters, ...claim.supported]) if (!view.hidden.includes(id) && network.nodes.has(id)) met.add(id);
  }
}

/** The places around what is shown, up to the province. */
function addPlaces(network: Network, view: View, met: Set<string>): void {
  if (!view.places) return;
  for (const id of [...met]) {
    for (let place = network.nodes.get(id)?.within; place !== undefined; place = network.nodes.get(place)?.within) {
      if (met.has(place) || view.hidden.includes(place) || !network.nodes.has(place) || view.shut.includes(step(id, 'within'))) break;
      met.add(place);
    }
  }
}

function claimsAmong(network: Network, view: View, met: ReadonlySet<string>): ShownClaim[] {
  const claims: ShownClaim[] = [];
  for (const claim of network.claims.values()) {
    if (!passes(view, claim.first)) continue;
    const here = (ids: ReadonlySet<string>) => [...ids].filter((id) => met.has(id));
    const supporters = here(claim.supporters);
    const supported = here(claim.supported);
    if (supporters.length > 0 && supported.length > 0) claims.push({ id: claim.id, first: (claim as Claim).first, supporters, supported });
  }
  return claims;
}

function placesAmong(network: Network, met: ReadonlySet<string>): NetworkEdge[] {
  return [...network.edges.values()].filter((edge) => edge.claim === undefined && met.has(edge.source) && met.has(edge.target));
}

function rolesOf(claims: readonly ShownClaim[]): Map<string, Side | 'both'> {
  const roles = new Map<string, Side | 'both'>();
  const play = (id: string, side: Side) => roles.set(id, roles.has(id) && roles.get(id) !== side ? 'both' : side);
  for (const claim of claims) {
    claim.supporters.forEach((id) => play(id, 'supporter'));
    claim.supported.forEach((id) => play(id, 'supported'));
  }
  return roles;
}

/** A place without a role stands where most of what it holds stands; else where the place around it does. */
function sidesOf(network: Network, met: ReadonlySet<string>, roles: ReadonlyMap<string, Side | 'both'>): Map<string, Side> {
  const leaning = new Map<string, number>();
  for (const id of met) {
    const role = roles.get(id);
    const weight = role === 'supporter' ? 1 : role === 'supported' ? -1 : 0;
    if (weight === 0) continue;
    const seen = new Set<string>();
    for (let place: string | undefined = id; place !== undefined && !seen.has(place); place = placeOf(network, place, met)) {
      seen.add(place);
      leaning.set(place, (leaning.get(place) ?? 0) + weight);
    }
  }
  const sides = new Map<string, Side>();
  for (const id of met) {
    const role = roles.get(id);
    if (role === 'supporter' || role === 'supported') sides.set(id, role);
    else sides.set(id, (leaning.get(id) ?? leaningAround(network, id, met, leaning)) >= 0 ? 'supporter' : 'supported');
  }
  return sides;
}

function leaningAround(network: Network, id: string, met: ReadonlySet<string>, leaning: ReadonlyMap<string, number>): number {
  const seen = new Set<string>();
  for (let place = placeOf(network, id, met); place !== undefined && !seen.has(place); place = placeOf(network, place, met)) {
    const weight = leaning.get(place);
    if (weight !== undefined) return weight;
    seen.add(place);
  }
  return 0;
}

/** The group that names a thing, else the place around it, among those shown. */
export function placeOf(network: Network, id: string, met: { has(id: string): boolean }): string | undefined {
  for (const edge of network.at.get(id) ?? []) if (edge.kind === 'member' && edge.target === id && met.has(edge.source)) return edge.source;
  const place = network.nodes.get(id)?.within;
  return place !== undefined && met.has(place) ? place : undefined;
}

/** How many neighbours of each kind could still be shown. */
function moreOf(network: Network, view: View, id: string, met: ReadonlySet<string>): Record<string, More> {
  const more: Record<string, More> = {};
  const counted = new Set<string>();
  for (const edge of network.at.get(id) ?? []) {
    const other = edge.source === id ? edge.target : edge.source;
    if (met.has(other) || view.hidden.includes(other) || !follows(view, edge, id)) continue;
    const kind = kindOfStep(network, edge, id);
    if (counted.has(`${kind} ${other}`)) continue;
    counted.add(`${kind} ${other}`);
    const { parties, size } = more[kind] ?? { parties: 0, size: 0 };
    more[kind] = { parties: parties + 1, size: size + (network.nodes.get(other)?.group?.count ?? 1) };
  }
  if (network.isWhole(id)) return more;
  // A hub, or a node at the rim: its degree says what the edges that are here do not.
  for (const [kind, count] of Object.entries(network.nodes.get(id)?.degree ?? {})) {
    const hidden = among(view.kinds, kind) ? count - neighboursShown(network, view, id, kind, met) : 0;
    if (hidden > (more[kind]?.parties ?? 0)) more[kind] = { parties: hidden, size: hidden };
  }
  return more;
}

function neighboursShown(network: Network, view: View, id: string, kind: string, met: ReadonlySet<string>): number {
  const others = new Set<string>();
  for (const edge of network.at.get(id) ?? []) {
    const other = edge.source === id ? edge.target : edge.source;
    if (edge.kind === kind && (met.has(other) || view.hidden.includes(other))) others.add(other);
  }
  return others.size;
}

function among(values: readonly string[], value: string | undefined): boolean {
  return values.length === 0 || (value !== undefined && values.includes(value));
}
