// What stays bright: what is pointed at, else the claim that is chosen, and what it is tied to. All else is dimmed.
import type { DrawnEdge, Scene } from './scene';

const DIM = 0.13;

export class Light {
  private nodes: ReadonlySet<string> = new Set();
  private edges: ReadonlyMap<string, DrawnEdge> = new Map();
  /** The ties of each node and of each claim. */
  private tied: ReadonlyMap<string, readonly string[]> = new Map();
  private lit: ReadonlySet<string> | undefined;
  over: string | undefined;
  chosen: string | undefined;

  /** Takes over another scene; who is bright in it is worked out with the next {@link spread}. */
  fallOn(scene: Scene): void {
    this.nodes = new Set(scene.nodes.map((node) => node.id));
    this.edges = new Map(scene.edges.map((edge) => [edge.id, edge]));
    this.tied = tiesOf(scene);
  }

  /** Works out who is bright, and tells of which node or tie that has changed. */
  spread(): (id: string) => boolean {
    const before = this.lit;
    const centre = this.over ?? (this.chosen !== undefined && !this.nodes.has(this.chosen) ? this.chosen : undefined);
    const lit = centre === undefined ? new Set<string>() : this.around(centre);
    this.lit = lit.size > 1 ? lit : undefined;
    return (id) => (before === undefined || before.has(id)) !== (this.lit === undefined || this.lit.has(id));
  }

  strength(id: string): number {
    return this.lit === undefined || this.lit.has(id) ? 1 : DIM;
  }

  claimOf(tie: string): string | undefined {
    return this.edges.get(tie)?.claim;
  }

  tiesTo(end: string | undefined): readonly string[] {
    return end === undefined ? [] : (this.tied.get(end) ?? []);
  }

  /** A thing or a claim, its ties, and who is at their other ends. */
  private around(centre: string): Set<string> {
    const around = new Set([centre]);
    const near = this.tiesTo(centre).flatMap((id) => {
      const claim = this.claimOf(id);
      return claim === undefined ? [id] : this.tiesTo(claim);
    });
    for (const id of near) {
      const edge = this.edges.get(id);
      if (edge !== undefined) [edge.id, edge.source, edge.target].forEach((one) => around.add(one));
    }
    return around;
  }
}

function tiesOf(scene: Scene): Map<string, string[]> {
  const ties = new Map<string, string[]>();
  for (const { id, claim, source, target } of scene.edges) {
    for (const end of claim === undefined ? [source, target] : [source, target, claim]) {
      const list = ties.get(end);
      if (list === undefined) ties.set(end, [id]);
      else list.push(id);
    }
  }
  return ties;
}
