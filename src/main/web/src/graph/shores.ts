// The two shores: supporters left, supported right, each an outline of its places; what ties them crosses the water.
import type { Shown, ShownNode, Side } from './shown';

export interface Spot { readonly x: number; readonly y: number; readonly side: Side }

export interface Arranged {
  readonly spots: ReadonlyMap<string, Spot>;
  /** Where a claim of several parties is knotted. */
  readonly knots: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

export interface Room {
  readonly width: number;
  readonly height: number;
  /** How wide the name of a node is. */
  readonly widthOf: (id: string) => number;
  readonly leastRow: number;
  /** How many rows a node takes: a name of several lines takes more than one. */
  readonly rowsOf: (id: string) => number;
}

const MOST_ROW = 40;
const INDENT = 22;
const MARGIN = 26;
/** A canvas narrower than this has no room for both names and indents. */
const NARROW = 560;
const NARROW_INDENT = 9;
/** From the middle of a node to its name, and from that to the edge of the canvas. */
const BESIDE = 22;
const LEAST_SHORE = 90;
const EDGE = 8;
/** Between two outlines of one shore, in rows. */
const GAP = 0.6;
const SWEEPS = 6;

interface Tree { readonly id: string; readonly children: Tree[]; weight: number }

/** Rows from top to bottom; y grows downwards. Every node has a row of its own, so that names never meet. */
export function arrange(shown: Shown, placeOf: (id: string) => string | undefined, room: Room): Arranged {
  const nodes = [...shown.nodes.values()];
  const forests = { supporter: forest(nodes, 'supporter', shown, placeOf), supported: forest(nodes, 'supported', shown, placeOf) };
  const partners = partnersOf(shown);
  const rows = { supporter: rowsOf(forests.supporter, room), supported: rowsOf(forests.supported, room) };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const side: Side = sweep % 2 === 0 ? 'supported' : 'supporter';
    const other = side === 'supported' ? rows.supporter : rows.supported;
    order(forests[side], partners, other, rows[side]);
    rows[side] = rowsOf(forests[side], room);
  }
  return placed(forests, rows, shown, room);
}

function forest(nodes: readonly ShownNode[], side: Side, shown: Shown, placeOf: (id: string) => string | undefined): Tree[] {
  const here = nodes.filter((node) => node.side === side);
  const trees = new Map(here.map((node) => [node.id, { id: node.id, children: [], weight: 0 } as Tree]));
  const roots: Tree[] = [];
  for (const node of here) {
    const tree = trees.get(node.id);
    const place = placeOf(node.id);
    const parent = place !== undefined && shown.nodes.get(place)?.side === side ? trees.get(place) : undefined;
    if (tree === undefined) continue;
    if (parent === undefined || parent === tree) roots.push(tree);
    else parent.children.push(tree);
  }
  for (const rest of shown.rests) if (rest.side === side) trees.get(rest.group)?.children.push({ id: rest.id, children: [], weight: 0 });
  return roots;
}

function partnersOf(shown: Shown): Map<string, string[]> {
  const partners = new Map<string, string[]>();
  const join = (one: string, other: string) => {
    const list = partners.get(one);
    if (list === undefined) partners.set(one, [other]);
    else list.push(other);
  };
  for (const claim of shown.claims) {
    for (const supporter of claim.supporters) {
      for (const supported of claim.supported) {
        join(supporter, supported);
        join(supported, supporter);
      }
    }
  }
  return partners;
}

function rowsOf(roots: readonly Tree[], room: Room): Map<string, number> {
  const rows = new Map<string, number>();
  let row = 0;
  const visit = (tree: Tree) => {
    const own = room.rowsOf(tree.id);
    rows.set(tree.id, row + (own - 1) / 2);
    row += own;
    tree.children.forEach(visit);
  };
  roots.forEach((root) => {
    visit(root);
    row += GAP;
  });
  return rows;
}

/** Puts what is tied to upper rows of the other shore above the rest; what is tied to nobody goes last. */
function order(trees: Tree[], partners: ReadonlyMap<string, string[]>, other: ReadonlyMap<string, number>, own: ReadonlyMap<string, number>): { sum: number; count: number } {
  let all = { sum: 0, count: 0 };
  for (const tree of trees) {
    const below = order(tree.children, partners, other, own);
    const rows = (partners.get(tree.id) ?? []).map((id) => other.get(id)).filter((row): row is number => row !== undefined);
    const sum = rows.reduce((total, row) => total + row, below.sum);
    const count = rows.length + below.count;
    tree.weight = count === 0 ? Number.MAX_SAFE_INTEGER / 2 + (own.get(tree.id) ?? 0) : sum / count;
    all = { sum: all.sum + sum, count: all.count + count };
  }
  trees.sort((a, b) => a.weight - b.weight || (own.get(a.id) ?? 0) - (own.get(b.id) ?? 0));
  return all;
}

function placed(forests: Record<Side, Tree[]>, rows: Record<Side, Map<string, number>>, shown: Shown, room: Room): Arranged {
  const last = Math.max(0, ...rows.supporter.values(), ...rows.supported.values());
  const row = Math.min(MOST_ROW, Math.max(room.leastRow, (room.height - 2 * MARGIN) / Math.max(last, 1)));
  const spots = new Map<string, Spot>();
  const indent = room.width < NARROW ? NARROW_INDENT : INDENT;
  const reach = (trees: readonly Tree[], depth: number): number => Math.max(0, ...trees.map((tree) => Math.max(depth * indent + BESIDE + room.widthOf(tree.id), reach(tree.children, depth + 1))));
  const shore = Math.min(Math.max(LEAST_SHORE, reach(forests.supporter, 0), reach(forests.supported, 0)) + EDGE, room.width * 0.42);
  const middle = (Math.max(room.height, last * row + 2 * MARGIN)) / 2;
  for (const side of ['supporter', 'supported'] as const) {
    const height = Math.max(0, ...rows[side].values()) * row;
    const visit = (tree: Tree, depth: number) => {
      const inward = side === 'supporter' ? shore : room.width - shore;
      const x = inward + (side === 'supporter' ? -1 : 1) * depth * indent;
      spots.set(tree.id, { x, y: middle - height / 2 + (rows[side].get(tree.id) ?? 0) * row, side });
      tree.children.forEach((child) => visit(child, depth + 1));
    };
    forests[side].forEach((root) => visit(root, 0));
  }
  return { spots, knots: knotsOf(shown, spots) };
}

/** In the middle between its two sides. */
export function knotsOf(shown: Shown, spots: ReadonlyMap<string, { x: number; y: number }>): Map<string, { x: number; y: number }> {
  const knots = new Map<string, { x: number; y: number }>();
  for (const claim of shown.claims) {
    if (claim.supporters.length + claim.supported.length < 3) continue;
    const one = centre(claim.supporters, spots);
    const other = centre(claim.supported, spots);
    if (one === undefined || other === undefined) continue;
    // Nearer to the side of more parties, so that the bundle is read as one line from there on.
    const share = claim.supporters.length >= claim.supported.length ? 0.38 : 0.62;
    knots.set(claim.id, { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share });
  }
  return knots;
}

function centre(ids: readonly string[], spots: ReadonlyMap<string, { x: number; y: number }>): { x: number; y: number } | undefined {
  const found = ids.map((id) => spots.get(id)).filter((spot) => spot !== undefined);
  if (found.length === 0) return undefined;
  return { x: found.reduce((sum, spot) => sum + spot.x, 0) / found.length, y: found.reduce((sum, spot) => sum + spot.y, 0) / found.length };
}
