// Where the nodes of a result's network stand and on which side their names: in pixels of the room that there is.
import { move, type Body } from '../graph/forces';
import { AROUND, Boxes, LINE_HEIGHT, fontOf, lines, standing, widthOf, type Stand } from '../graph/names';
import type { Network } from './columns';

export const NAME_SIZE = 12;
/** `side` is where the name stands; undefined where it has no room. */
export interface Place { readonly x: number; readonly y: number; readonly text: string; readonly side: Stand | undefined }
export interface Room { readonly width: number; readonly height: number }

interface Name { readonly text: string; readonly width: number; readonly height: number }
type Spot = Pick<Place, 'x' | 'y'>;
type Edge = Network['edges'][number];
type NameOf = (node: string) => string;

const MARGIN = 20;
const BESIDE = 12;

export function laidOut(network: Network, nameOf: NameOf, room: Room): { readonly places: ReadonlyMap<string, Place>; readonly straight: boolean } {
  const shores = onShores(network, nameOf, room);
  return shores === undefined ? { places: free(network, nameOf, room), straight: false } : { places: shores, straight: true };
}

function named(text: string, most: number): Name {
  const font = fontOf(NAME_SIZE);
  const broken = lines(text, font, most);
  return { text: broken.join('\n'), width: Math.max(...broken.map((line) => widthOf(line, font))), height: broken.length * LINE_HEIGHT };
}

// On two shores: where no node stands on both sides, who points stands left of whom it points at.

const COLUMNS_AT_MOST = 3;
const WIDEST_NAME = 240;
const NARROWEST_NAME = 90;
const SHORTEST_TIE = 70;
const LONGEST_TIE = 460;
const ROW_GAP = 5;
const PART_GAP = 8;
/** How far rows move apart at most where there is more room than they need. */
const LOOSEST = 2.2;

interface Part { readonly sources: readonly string[]; readonly targets: readonly string[] }

function onShores({ nodes, edges }: Network, nameOf: NameOf, room: Room): Map<string, Place> | undefined {
  const targets = new Set(edges.map((edge) => edge.target));
  if (edges.some((edge) => targets.has(edge.source))) return undefined;
  const parts = partsOf(nodes, edges);
  for (let count = 1; count <= COLUMNS_AT_MOST; count++) {
    const width = room.width / count;
    const most = Math.min(WIDEST_NAME, (width - SHORTEST_TIE) / 2 - BESIDE - MARGIN / 2);
    if (most < NARROWEST_NAME) return undefined;
    const names = new Map(nodes.map((node) => [node, named(nameOf(node), most)]));
    const columns = inColumns(parts, names, count, room.height - 2 * MARGIN);
    if (columns !== undefined) return new Map(columns.flatMap((column, index) => [...columnOf(column, names, { left: (room.width / columns.length) * index, width: room.width / columns.length, height: room.height })]));
  }
  return undefined;
}

/** What hangs together, each side in the order that crosses the fewest ties. */
function partsOf(nodes: readonly string[], edges: readonly Edge[]): Part[] {
  const beside = new Map<string, string[]>(nodes.map((node) => [node, []]));
  for (const { source, target } of edges) {
    beside.get(source)?.push(target);
    beside.get(target)?.push(source);
  }
  const isSource = new Set(edges.map((edge) => edge.source));
  const seen = new Set<string>();
  return nodes.flatMap((first) => {
    if (seen.has(first)) return [];
    seen.add(first);
    const found = [first];
    for (const node of found) for (const other of beside.get(node) ?? []) if (!seen.has(other)) { seen.add(other); found.push(other); }
    const targets = inOrder(found.filter((node) => !isSource.has(node)), found.filter((node) => isSource.has(node)), beside);
    return [{ sources: inOrder(found.filter((node) => isSource.has(node)), targets, beside), targets }];
  });
}

function inOrder(side: readonly string[], other: readonly string[], beside: ReadonlyMap<string, readonly string[]>): string[] {
  const rank = new Map(other.map((node, index) => [node, index]));
  const middle = (node: string): number => {
    const ranks = (beside.get(node) ?? []).map((one) => rank.get(one) ?? 0);
    return ranks.reduce((sum, one) => sum + one, 0) / Math.max(ranks.length, 1);
  };
  return [...side].sort((one, two) => middle(one) - middle(two));
}

const rowOf = (name: Name | undefined): number => (name?.height ?? LINE_HEIGHT) + ROW_GAP;
const sideHeight = (side: readonly string[], names: ReadonlyMap<string, Name>): number => side.reduce((sum, node) => sum + rowOf(names.get(node)), 0);
const partHeight = (part: Part, names: ReadonlyMap<string, Name>): number => Math.max(sideHeight(part.sources, names), sideHeight(part.targets, names)) + PART_GAP;

/** Columns of about the same height; none if they do not fit. */
function inColumns(parts: readonly Part[], names: ReadonlyMap<string, Name>, count: number, most: number): Part[][] | undefined {
  const heights = parts.map((part) => partHeight(part, names));
  const total = heights.reduce((sum, height) => sum + height, 0);
  for (let limit = Math.max(total / count, ...heights); limit <= most; limit += LINE_HEIGHT) {
    const columns: Part[][] = [[]];
    let height = 0;
    parts.forEach((part, index) => {
      if (height + heights[index]! > limit + 1) { columns.push([]); height = 0; }
      height += heights[index]!;
      columns.at(-1)!.push(part);
    });
    if (columns.length <= count) return columns;
  }
  return undefined;
}

function columnOf(parts: readonly Part[], names: ReadonlyMap<string, Name>, room: Room & { readonly left: number }): Map<string, Place> {
  const widest = (side: readonly string[]): number => Math.max(...side.map((node) => names.get(node)?.width ?? 0));
  const [before, after] = [widest(parts.flatMap((part) => part.sources)), widest(parts.flatMap((part) => part.targets))];
  const tie = Math.min(LONGEST_TIE, room.width - before - after - 2 * BESIDE - MARGIN);
  const left = room.left + (room.width - before - after - 2 * BESIDE - tie) / 2 + before + BESIDE;
  const needed = parts.reduce((sum, part) => sum + partHeight(part, names), 0);
  const loose = Math.min(LOOSEST, (room.height - 2 * MARGIN) / needed);
  const places = new Map<string, Place>();
  let top = (room.height - needed * loose) / 2;
  for (const part of parts) {
    const height = partHeight(part, names) * loose;
    for (const [side, x, nodes] of [['left', left, part.sources], ['right', left + tie, part.targets]] as const) {
      const stretch = (height - PART_GAP * loose) / sideHeight(nodes, names);
      let y = top + (PART_GAP * loose) / 2;
      for (const node of nodes) {
        const row = rowOf(names.get(node)) * stretch;
        places.set(node, { x, y: y + row / 2, text: names.get(node)?.text ?? '', side });
        y += row;
      }
    }
    top += height;
  }
  return places;
}

// Freely otherwise: nodes keep apart, ties pull, and the picture is stretched to its room.

const COLD = 0.03;
const ROUNDS = 220;
const PUSHES_AT_MOST = 30_000_000;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const FREE_NAME = 150;
/** Who has so many ties is named before anybody else. */
const HUB = 6;

function free({ nodes, edges }: Network, nameOf: NameOf, room: Room): Map<string, Place> {
  const index = new Map(nodes.map((node, at) => [node, at]));
  const own = (room.width * room.height) / nodes.length;
  const sources = new Set(edges.map((edge) => edge.source));
  const targets = new Set(edges.map((edge) => edge.target));
  const bodies: Body[] = nodes.map((node, at) => {
    const radius = Math.sqrt((at + 0.5) * own) * 0.5;
    const pull = (targets.has(node) ? 1 : 0) - (sources.has(node) ? 1 : 0);
    return { x: Math.cos(at * GOLDEN) * radius, y: Math.sin(at * GOLDEN) * radius, vx: 0, vy: 0, pull, fixed: false };
  });
  const springs = edges.map(({ source, target }) => ({ a: index.get(source)!, b: index.get(target)!, length: Math.sqrt(own) * 0.6, strength: 0.15 }));
  const rounds = Math.max(40, Math.min(ROUNDS, PUSHES_AT_MOST / (nodes.length * nodes.length)));
  const cooling = COLD ** (1 / rounds);
  for (let heat = 1; heat > COLD; heat *= cooling) move(bodies, springs, heat, room.width * 0.2, own * 0.5);
  const names = nodes.map((node) => named(nameOf(node), FREE_NAME));
  return withNames(nodes, edges, names, stretched(bodies, room), room);
}

/** Fills the room, with space for names at its sides. */
function stretched(bodies: readonly Body[], room: Room): Spot[] {
  const along = (values: readonly number[], from: number, to: number): number[] => {
    const least = Math.min(...values);
    const span = Math.max(...values) - least;
    return values.map((value) => (span === 0 ? (from + to) / 2 : from + ((value - least) / span) * (to - from)));
  };
  const aside = Math.min(FREE_NAME / 2, room.width / 8);
  const xs = along(bodies.map((body) => body.x), aside, room.width - aside);
  const ys = along(bodies.map((body) => body.y), MARGIN + LINE_HEIGHT, room.height - MARGIN - LINE_HEIGHT);
  return xs.map((x, at) => ({ x, y: ys[at]! }));
}

/** The most connected are named first; a name stands where it meets no other and the fewest ties. */
function withNames(nodes: readonly string[], edges: readonly Edge[], names: readonly Name[], spots: readonly Spot[], room: Room): Map<string, Place> {
  const index = new Map(nodes.map((node, at) => [node, at]));
  const ties = edges.map(({ source, target }) => [spots[index.get(source)!]!, spots[index.get(target)!]!] as const);
  const degree = nodes.map(() => 0);
  for (const { source, target } of edges) for (const node of [source, target]) degree[index.get(node)!]! += 1;
  const boxes = new Boxes();
  const put = (at: number): boolean => boxes.take(squareAt(spots[at]!, sizeOf(degree[at]!)));
  const places = new Map<string, Place>();
  const order = nodes.map((_, at) => at).sort((one, two) => degree[two]! - degree[one]!);
  const hubs = order.filter((at) => degree[at]! >= HUB);
  const others = order.slice(hubs.length);
  const name = (at: number, must: boolean): void => {
    const [text, spot] = [names[at]!, spots[at]!];
    const gap = sizeOf(degree[at]!) / 2 + 5;
    const middleOf = (stand: Stand): Spot => ({
      x: spot.x + (stand === 'left' ? -1 : stand === 'right' ? 1 : 0) * (gap + text.width / 2),
      y: spot.y + (stand === 'above' ? -1 : stand === 'below' ? 1 : 0) * (gap + text.height / 2),
    });
    const stands = AROUND.map((stand) => ({ stand, middle: middleOf(stand) }))
      .filter(({ middle: { x, y } }) => Math.min(x, room.width - x) > text.width / 2 + 2 && Math.min(y, room.height - y) > text.height / 2)
      .map(({ stand, middle }) => ({ stand, crossed: ties.filter(([from, to]) => crosses(from, to, middle, text)).length }))
      .sort((one, two) => one.crossed - two.crossed);
    places.set(nodes[at]!, { ...spot, text: text.text, side: standing(spot, gap, text, stands.map(({ stand }) => stand), boxes, must)?.stand });
  };
  // A hub has its name also where what hangs on it leaves no room.
  hubs.forEach(put);
  hubs.forEach((at) => name(at, true));
  others.forEach(put);
  others.forEach((at) => name(at, false));
  return places;
}

/** How large a node of so many ties is drawn. */
export const sizeOf = (degree: number): number => 9 + 4 * Math.log2(Math.max(degree, 1));

const squareAt = ({ x, y }: Spot, size: number) => ({ x: x - size / 2, y: y - size / 2, width: size, height: size });

/** Whether a line meets a box, given by its middle and its size (Liang and Barsky). */
function crosses(from: Spot, to: Spot, middle: Spot, size: Room): boolean {
  let [enter, leave] = [0, 1];
  for (const [start, way, centre, half] of [[from.x, to.x - from.x, middle.x, size.width / 2], [from.y, to.y - from.y, middle.y, size.height / 2]] as const) {
    if (way === 0) {
      if (Math.abs(start - centre) > half) return false;
      continue;
    }
    const [one, other] = [(centre - half - start) / way, (centre + half - start) / way];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  return enter <= leave;
}
