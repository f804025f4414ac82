// A roll-up as it is drawn: one line for each pair of places, whatever the kinds of its links.
import type { RollUp, RollUpArea, RollUpEdge } from '../api';

export interface Pair {
  readonly key: string;
  readonly source: RollUpArea;
  readonly target: RollUpArea;
  /** One for each kind, the most first. */
  readonly edges: readonly RollUpEdge[];
  /** What its edges have at least, of all kinds together. */
  readonly links: number;
}
export type Side = 'supporter' | 'supported' | 'both';
export interface Drawn { readonly area: RollUpArea; readonly side: Side; readonly links: number }

export const keyOf = (source: string, target: string): string => `${source} ${target}`;

/** The pairs of places with the links of some kinds (all, where none is named), the most links first. */
export function pairsOf(rollUp: RollUp, kinds: readonly string[]): Pair[] {
  const areas = new Map(rollUp.areas.map((area) => [area.id, area]));
  const found = new Map<string, RollUpEdge[]>();
  for (const edge of rollUp.edges) {
    if (kinds.length > 0 && !kinds.includes(edge.kind)) continue;
    const key = keyOf(edge.source, edge.target);
    const edges = found.get(key);
    if (edges === undefined) found.set(key, [edge]);
    else edges.push(edge);
  }
  const pairs: Pair[] = [];
  for (const [key, edges] of found) {
    const [source, target] = [areas.get(edges[0]!.source), areas.get(edges[0]!.target)];
    if (source === undefined || target === undefined) continue;
    edges.sort((one, other) => other.atLeast - one.atLeast);
    pairs.push({ key, source, target, edges, links: edges.reduce((sum, edge) => sum + edge.atLeast, 0) });
  }
  return pairs.sort((one, other) => other.links - one.links || one.key.localeCompare(other.key));
}

/** The places of some pairs, the most links first. */
export function placesOf(pairs: readonly Pair[]): Drawn[] {
  const found = new Map<string, Drawn>();
  const add = (area: RollUpArea, side: Side, links: number) => {
    const known = found.get(area.id);
    found.set(area.id, { area, side: known === undefined || known.side === side ? side : 'both', links: links + (known?.links ?? 0) });
  };
  for (const pair of pairs) {
    add(pair.source, 'supporter', pair.links);
    add(pair.target, 'supported', pair.links);
  }
  return [...found.values()].sort((one, other) => other.links - one.links || one.area.id.localeCompare(other.area.id));
}

/** How many links there are of each kind, in a roll-up of all kinds. */
export function linksByKind(rollUp: RollUp): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const edge of rollUp.edges) counts.set(edge.kind, (counts.get(edge.kind) ?? 0) + edge.atLeast);
  return counts;
}
