// How nodes come from where they are to where they shall be.
import type { Scene } from './scene';

export interface Spot { readonly x: number; readonly y: number }

const MOVE_MS = 320;
/** Above this many nodes nothing glides: the machine is better used otherwise. */
const MOST_GLIDING = 600;

export class Gliding {
  private frame = 0;

  /** @param put moves nodes for one frame */
  constructor(private readonly put: (spots: ReadonlyMap<string, Spot>) => void) {}

  /** Takes them there at once, where motion is not wanted or not worth it. */
  start(from: ReadonlyMap<string, Spot>, to: ReadonlyMap<string, Spot>, isWanted: boolean): void {
    this.stop();
    const isStill = !isWanted || to.size > MOST_GLIDING || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const begin = performance.now();
    const draw = (now: number) => {
      const t = isStill ? 1 : Math.min((now - begin) / MOVE_MS, 1);
      this.put(between(from, to, 1 - (1 - Math.max(t, 0)) ** 3));
      if (t < 1) this.frame = requestAnimationFrame(draw);
    };
    draw(begin);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
  }
}

function between(from: ReadonlyMap<string, Spot>, to: ReadonlyMap<string, Spot>, part: number): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  for (const [id, end] of to) {
    const start = from.get(id) ?? end;
    spots.set(id, { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part });
  }
  return spots;
}

/** Where new nodes come from: out of a neighbour that is there already. */
export function birthplaces(scene: Scene, at: (id: string) => Spot | undefined): Map<string, Spot> {
  const places = new Map<string, Spot>();
  const bear = (id: string, neighbour: string) => {
    const place = at(neighbour);
    if (!places.has(id) && at(id) === undefined && place !== undefined) places.set(id, place);
  };
  for (const { source, target } of scene.edges) {
    bear(source, target);
    bear(target, source);
  }
  return places;
}
