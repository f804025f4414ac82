// The free arrangement seen from the page: sends the order to the worker and hands on where everything is.
import type { DrawnNode } from './scene';
import type { Shown } from './shown';
import { knotsOf } from './shores';
import { WARM } from './forces';
import type { Order, Positions, Pull } from './free.worker';

type Spots = ReadonlyMap<string, { x: number; y: number }>;

/** How much of the square that each node has for itself: the length of a tie to a place, and how strongly nodes push. */
const PLACE_SHARE = 0.45;
const APART_SHARE = 0.5;
const LEAST_PLACE = 46;
const LEAST_APART = 2600;
const PLACE_STRENGTH = 0.22;
const CLAIM = { length: 190, strength: 0.05 };
export class FreeArrangement {
  private worker: Worker | undefined;
  private ids: string[] = [];
  private spots = new Map<string, { x: number; y: number }>();
  private pins = new Set<string>();
  private number = 0;
  private pulled = false;
  private shown: Shown | undefined;
  private room = { width: 1, height: 1 };

  /** @param settled is told when the arrangement has come to rest after it was begun */
  constructor(private readonly moved: (spots: Spots, knots: Spots) => void, private readonly settled: () => void) {}

  /** Begins where the nodes were before, instead of on the shores. */
  keep(spots: Map<string, { x: number; y: number }>, before: readonly DrawnNode[]): void {
    for (const node of before) if (spots.has(node.id)) spots.set(node.id, this.spots.get(node.id) ?? { x: node.x, y: node.y });
  }

  start(shown: Shown, spots: Spots, pins: Set<string>, room: { width: number; height: number }): void {
    const calm = this.ids.length > 0 && this.spots.size > 0;
    this.pulled = false;
    this.shown = shown;
    this.pins = pins;
    this.room = room;
    this.ids = [...shown.nodes.keys(), ...shown.rests.map((rest) => rest.id)].filter((id) => spots.has(id));
    this.spots = new Map(this.ids.map((id) => [id, spots.get(id) ?? { x: 0, y: 0 }]));
    this.send(calm ? WARM : 1);
  }

  /** The reader pulls a node: the rest gives way. */
  pull(id: string, x: number, y: number): void {
    const body = this.ids.indexOf(id);
    if (body < 0) return;
    this.pulled = true;
    const { width, height } = this.room;
    this.worker?.postMessage({ number: this.number, body, x: x - width / 2, y: y - height / 2 } satisfies Pull);
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.ids = [];
    this.spots.clear();
  }

  kill(): void {
    this.stop();
  }

  private send(heat: number): void {
    if (this.shown === undefined) return;
    this.worker ??= this.begin();
    const index = new Map(this.ids.map((id, at) => [id, at]));
    const join = (a: string, b: string, spring: { length: number; strength: number }) => {
      const [one, other] = [index.get(a), index.get(b)];
      return one === undefined || other === undefined ? [] : [{ a: one, b: other, ...spring }];
    };
    const { width, height } = this.room;
    const own = (width * height) / Math.max(this.ids.length, 1);
    const place = { length: Math.max(LEAST_PLACE, Math.sqrt(own) * PLACE_SHARE), strength: PLACE_STRENGTH };
    const order: Order = {
      number: ++this.number,
      heat,
      apart: Math.max(LEAST_APART, own * APART_SHARE),
      breadth: Math.max(width * 0.25, Math.sqrt(this.ids.length) * 26),
      bodies: this.ids.map((id) => {
        const spot = this.spots.get(id) ?? { x: 0, y: 0 };
        return { x: spot.x - width / 2, y: spot.y - height / 2, pull: this.shown?.nodes.get(id)?.side === 'supported' ? 1 : -1, fixed: this.pins.has(id) };
      }),
      springs: [
        ...this.shown.places.flatMap((edge) => join(edge.source, edge.target, place)),
        ...this.shown.rests.flatMap((rest) => join(rest.id, rest.group, place)),
        ...this.shown.claims.flatMap((claim) => claim.supporters.flatMap((one) => claim.supported.flatMap((other) => join(one, other, CLAIM)))),
      ],
    };
    this.worker.postMessage(order);
  }

  private begin(): Worker {
    const worker = new Worker(new URL('./free.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<Positions>) => {
      const { number, xy, done } = event.data;
      if (number !== this.number || this.shown === undefined) return;
      const { width, height } = this.room;
      this.ids.forEach((id, at) => this.spots.set(id, { x: (xy[at * 2] ?? 0) + width / 2, y: (xy[at * 2 + 1] ?? 0) + height / 2 }));
      this.moved(this.spots, knotsOf(this.shown, this.spots));
      if (done && !this.pulled) this.settled();
    });
    return worker;
  }
}
