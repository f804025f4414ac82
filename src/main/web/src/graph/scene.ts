// What is drawn, as plain values in a room whose unit is a pixel at the first zoom; y grows downwards. The canvas, the
// SVG file and the picture are all made from it.
import { countedWords } from '../codes';
import { language, named } from '../i18n';
import { glyphOf, markOf } from '../ui/glyphs';
import type { Rest, Shown, ShownClaim, ShownNode, Side } from './shown';

export type Shape = 'circle' | 'square' | 'stack' | 'knot';
export type Line = 'solid' | 'dashed' | 'dotted';
export type Course = 'water' | 'straight' | 'outline';
export type Tone = 'supporter' | 'supported' | 'neutral' | 'place';

export interface DrawnNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly shape: Shape;
  readonly radius: number;
  readonly tone: Tone;
  /** The other half of its ring, when it has both roles. */
  readonly otherTone: Tone;
  readonly start: boolean;
  readonly pinned: boolean;
  readonly name: string;
  /** On which side of it the name stands; `auto` is where there is room. */
  readonly nameSide: 'left' | 'right' | 'auto';
  readonly mark: string;
  /** It stands for parties that nobody names. */
  readonly faint: boolean;
  readonly weight: number;
  readonly more: number;
}

export interface DrawnEdge {
  readonly id: string;
  readonly claim: string | undefined;
  readonly source: string;
  readonly target: string;
  readonly from: Tone;
  readonly to: Tone;
  readonly width: number;
  readonly line: Line;
  readonly course: Course;
  /** How far it bows aside, for those that join the same two. */
  readonly bend: number;
  readonly ended: boolean;
  /** Written at its middle. */
  readonly text: string;
}

export interface Scene { readonly nodes: readonly DrawnNode[]; readonly edges: readonly DrawnEdge[] }

interface Positions {
  readonly spots: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly knots: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly shores: boolean;
  readonly pinned: ReadonlySet<string>;
  readonly today: string;
  /** Pairs of ids, `a b` and `b a`, that follow each other on a path. */
  readonly path: ReadonlySet<string>;
}

const BEND = 16;
/** How much thicker a tie on the path is. */
const BOLD = 3;

const KNOT = 'knot ';

export const knotId = (claim: string): string => KNOT + claim;
/** The claim that a node knots together; none for a party. */
export const knottedBy = (id: string): string | undefined => (id.startsWith(KNOT) ? id.slice(KNOT.length) : undefined);

export function sceneOf(shown: Shown, positions: Positions): Scene {
  const nodes: DrawnNode[] = [];
  for (const node of shown.nodes.values()) {
    const spot = positions.spots.get(node.id);
    if (spot !== undefined) nodes.push(drawnNode(node, spot, shown, positions));
  }
  const edges: DrawnEdge[] = [];
  for (const rest of shown.rests) {
    const spot = positions.spots.get(rest.id);
    const group = shown.nodes.get(rest.group);
    if (spot === undefined || group === undefined) continue;
    nodes.push(drawnRest(rest, spot, group, positions));
    edges.push({
      id: rest.id, claim: undefined, source: rest.id, target: rest.group, from: 'place', to: 'place', width: 1, line: 'solid',
      course: positions.shores ? 'outline' : 'straight', bend: 0, ended: false, text: '',
    });
  }
  for (const place of shown.places) {
    edges.push({
      id: place.id, claim: undefined, source: place.kind === 'member' ? place.target : place.source, target: place.kind === 'member' ? place.source : place.target,
      from: 'place', to: 'place', width: positions.path.has(`${place.source} ${place.target}`) ? 1 + BOLD : 1, line: 'solid', course: positions.shores ? 'outline' : 'straight', bend: 0, ended: false, text: '',
    });
  }
  const between = new Map<string, number>();
  for (const claim of shown.claims) {
    const knot = positions.knots.get(claim.id);
    if (knot !== undefined) nodes.push(drawnKnot(claim, knot));
    edges.push(...drawnClaim(claim, knot !== undefined, positions, between, shown));
  }
  return { nodes, edges };
}

/** What a party is called on the canvas: a group by count and kind where its place stands above it. */
export function shortName(node: ShownNode, shown: Shown): string {
  const group = node.node.group;
  if (group === undefined || node.node.within === undefined || !shown.nodes.has(node.node.within)) return named(node.node.label, node.id);
  return named(countedWords(group.count, group.kinds, group.qualifier));
}

/** 其余269所学校; 269 more, not named. */
export function restName({ count, kinds }: Rest): string {
  if (language.value === 'zh') return count === undefined ? '其余未具名' : `其余${countedWords(count, kinds).zh}`;
  return count === undefined ? 'more, not named' : `${count} more, not named`;
}

function drawnNode(node: ShownNode, spot: { x: number; y: number }, shown: Shown, positions: Positions): DrawnNode {
  const glyph = glyphOf(node.node.class);
  const group = node.node.group;
  const own: Tone = node.role === 'none' ? 'neutral' : node.role === 'both' ? 'supporter' : node.role;
  return {
    id: node.id, x: spot.x, y: spot.y,
    shape: glyph.frame,
    radius: glyph.frame === 'circle' ? glyph.radius * 0.85 : group === undefined ? 8.5 : 8.5 + Math.log10(Math.max(group.count, 1)) * 1.6,
    tone: own, otherTone: node.role === 'both' ? 'supported' : own,
    start: node.start, pinned: positions.pinned.has(node.id),
    name: shortName(node, shown),
    nameSide: positions.shores && !positions.pinned.has(node.id) ? sideOfName(node.side) : 'auto',
    mark: group === undefined ? glyph.drawing : markOf(group.kinds[0]),
    faint: false,
    weight: (node.start ? 1000 : 0) + (node.role === 'none' ? 0 : 10) + Object.keys(node.node.degree ?? {}).length + (glyph.frame === 'circle' ? glyph.radius : 0),
    more: Object.entries(node.more).reduce((sum, [kind, { parties }]) => sum + (kind === 'idle' ? 0 : parties), 0),
  };
}

function drawnRest(rest: Rest, spot: { x: number; y: number }, group: ShownNode, positions: Positions): DrawnNode {
  const tone: Tone = group.role === 'none' ? 'neutral' : group.role === 'both' ? 'supporter' : group.role;
  return {
    id: rest.id, x: spot.x, y: spot.y, shape: 'stack', radius: 7, tone, otherTone: tone, start: false, pinned: false, name: restName(rest),
    nameSide: positions.shores ? sideOfName(rest.side) : 'auto', mark: markOf(rest.kinds[0]), faint: true, weight: 1, more: 0,
  };
}

const sideOfName = (side: Side) => (side === 'supporter' ? 'left' : 'right');

function drawnKnot(claim: ShownClaim, knot: { x: number; y: number }): DrawnNode {
  return {
    id: knotId(claim.id), x: knot.x, y: knot.y, shape: 'knot', radius: 4.5, tone: 'supporter', otherTone: 'supported', start: false, pinned: false, name: '',
    nameSide: 'auto', mark: '', faint: false, weight: 0, more: 0,
  };
}

function drawnClaim(claim: ShownClaim, knotted: boolean, positions: Positions, between: Map<string, number>, shown: Shown): DrawnEdge[] {
  const { first } = claim;
  const look = {
    claim: claim.id,
    width: 1.6 + (first.count === undefined ? 0 : Math.log10(Math.max(first.count, 1)) * 1.7) + (onPath(claim, positions.path) ? BOLD : 0),
    line: lineOf(first.status, first.basis),
    course: positions.shores ? ('water' as const) : ('straight' as const),
    ended: first.end !== undefined && first.end < positions.today,
  };
  if (knotted) {
    const knot = knotId(claim.id);
    const middle: Tone = 'neutral';
    return [
      ...claim.supporters.map((id) => ({ ...look, id: `${claim.id} ${id}`, source: id, target: knot, from: 'supporter' as const, to: middle, bend: 0, text: '' })),
      ...claim.supported.map((id, index) => ({
        ...look, id: `${claim.id} ${id}`, source: knot, target: id, from: middle, to: 'supported' as const, bend: 0, text: index === 0 ? counts(claim, shown) : '',
      })),
    ];
  }
  const [source = '', target = ''] = [claim.supporters[0], claim.supported[0]];
  const pair = source < target ? `${source} ${target}` : `${target} ${source}`;
  const nth = between.get(pair) ?? 0;
  between.set(pair, nth + 1);
  const bend = Math.ceil(nth / 2) * BEND * (nth % 2 === 0 ? 1 : -1);
  return [{ ...look, id: claim.id, source, target, from: 'supporter', to: 'supported', bend, text: counts(claim, shown) }];
}

function onPath(claim: ShownClaim, path: ReadonlySet<string>): boolean {
  return path.size > 0 && claim.supporters.some((one) => claim.supported.some((other) => path.has(`${one} ${other}`)));
}

export function lineOf(status: string | undefined, basis: string | undefined): Line {
  if (status === 'planned' || status === 'agreed') return 'dashed';
  return basis === 'inferred' ? 'dotted' : 'solid';
}

/** 274 → 371, where a counted group is a side. */
function counts(claim: ShownClaim, shown: Shown): string {
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + (shown.nodes.get(id)?.node.group?.count ?? 1), 0);
  return claim.first.count === undefined ? '' : `${sum(claim.supporters)} → ${sum(claim.supported)}`;
}
