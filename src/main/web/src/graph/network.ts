// What of the network has come over the wire so far: nodes, edges, and the claims that join edges.
import { api, type NetworkEdge, type NetworkNode, type WalkNode } from '../api';

/** A node as far as it is known: how many neighbours it has is known once a walk has met it. */
export type KnownNode = NetworkNode & Partial<Pick<WalkNode, 'degree'>>;

/** One claim with all of its edges that are here. */
export interface Claim {
  readonly id: string;
  readonly first: NetworkEdge;
  readonly supporters: Set<string>;
  readonly supported: Set<string>;
}

const STARTS_AT_ONCE = 24;
const NODES_AT_ONCE = 3000;
/** How many neighbours of a hub come in one step. */
export const STEP = 100;

export class Network {
  readonly nodes = new Map<string, KnownNode>();
  readonly edges = new Map<string, NetworkEdge>();
  readonly claims = new Map<string, Claim>();
  readonly at = new Map<string, Set<NetworkEdge>>();
  revision = 0;
  private readonly whole = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly cursors = new Map<string, string | undefined>();

  add(nodes: readonly KnownNode[], edges: readonly NetworkEdge[]): void {
    for (const node of nodes) {
      const before = this.nodes.get(node.id);
      if (before?.degree === undefined || node.degree !== undefined) this.nodes.set(node.id, node);
    }
    for (const edge of edges) if (!this.edges.has(edge.id)) this.link(edge);
  }

  /** Asks for the first neighbourhood of starts, and keeps it. */
  async begin(starts: readonly string[], depth: number, limit: number, signal?: AbortSignal): Promise<void> {
    const walk = await api.walk({ from: starts, depth, through: 'places', limit }, { signal });
    this.revision = walk.revision;
    this.add(walk.nodes, walk.edges);
    if (!walk.truncated) walk.nodes.filter((node) => node.depth < depth).forEach((node) => this.whole.add(node.id));
  }

  /** Asks for all neighbours of those that are not known yet; a hub gives its first ones. */
  async complete(ids: Iterable<string>, signal?: AbortSignal): Promise<boolean> {
    const missing = [...ids].filter((id) => !this.whole.has(id) && !this.asked.has(id));
    for (let i = 0; i < missing.length; i += STARTS_AT_ONCE) {
      const from = missing.slice(i, i + STARTS_AT_ONCE);
      const walk = await api.walk({ from, depth: 1, through: 'places', limit: NODES_AT_ONCE }, { signal });
      this.add(walk.nodes, walk.edges);
      from.forEach((id) => (walk.truncated ? this.asked : this.whole).add(id));
    }
    return missing.length > 0;
  }

  isWhole(id: string): boolean {
    return this.whole.has(id);
  }

  /** Asks for more neighbours of a hub by one kind; does nothing when all are here. */
  async more(id: string, kind: string, signal?: AbortSignal): Promise<void> {
    const key = `${id} ${kind}`;
    if (this.whole.has(id) || (this.cursors.has(key) && this.cursors.get(key) === undefined)) return;
    const places = kind === 'within' || kind === 'idle' || kind === 'member' || kind.startsWith('in-');
    const walk = await api.walk(
      { from: [id], depth: 1, limit: STEP + 1, cursor: this.cursors.get(key), ...(places ? { through: 'places' } : { kind: [kind] }) },
      { signal },
    );
    this.add(walk.nodes, walk.edges);
    this.cursors.set(key, walk.next);
  }

  private link(edge: NetworkEdge): void {
    this.edges.set(edge.id, edge);
    for (const end of [edge.source, edge.target]) {
      const edges = this.at.get(end);
      if (edges === undefined) this.at.set(end, new Set([edge]));
      else edges.add(edge);
    }
    if (edge.claim === undefined) return;
    const claim = this.claims.get(edge.claim) ?? { id: edge.claim, first: edge, supporters: new Set(), supported: new Set() };
    claim.supporters.add(edge.source);
    claim.supported.add(edge.target);
    this.claims.set(claim.id, claim);
  }
}
