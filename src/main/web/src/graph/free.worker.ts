// Works the free arrangement out beside the page, and sends positions while it settles.
import { move, WARM, type Body, type Spring } from './forces';

export interface Order {
  readonly number: number;
  readonly bodies: readonly { readonly x: number; readonly y: number; readonly pull: number; readonly fixed: boolean }[];
  readonly springs: readonly Spring[];
  readonly breadth: number;
  readonly apart: number;
  /** 1 from anew, less when little has changed. */
  readonly heat: number;
}
/** The reader holds a body of the order at a place: the rest gives way. */
export interface Pull { readonly number: number; readonly body: number; readonly x: number; readonly y: number }
export interface Positions { readonly number: number; readonly xy: Float32Array; readonly done: boolean }

const COOLING = 0.985;
const COLD = 0.03;
const STILL = 0.05;
const PAUSE_MS = 16;
const WORK_MS = 12;

let bodies: Body[] = [];
let order: Order | undefined;
let heat = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

addEventListener('message', (event: MessageEvent<Order | Pull>) => {
  if ('body' in event.data) pull(event.data);
  else begin(event.data);
});

function begin(next: Order): void {
  order = next;
  bodies = order.bodies.map((body) => ({ ...body, vx: 0, vy: 0 }));
  heat = order.heat;
  clearTimeout(timer);
  work();
}

function pull({ number, body, x, y }: Pull): void {
  const pulled = bodies[body];
  if (pulled === undefined || number !== order?.number) return;
  Object.assign(pulled, { x, y, fixed: true });
  heat = Math.max(heat, WARM);
  timer ??= setTimeout(work, PAUSE_MS);
}

function work(): void {
  timer = undefined;
  if (order === undefined) return;
  const end = performance.now() + WORK_MS;
  let moved = Infinity;
  do {
    moved = move(bodies, order.springs, heat, order.breadth, order.apart);
    heat *= COOLING;
  } while (performance.now() < end && heat > COLD);
  const done = heat <= COLD || moved < STILL;
  const xy = new Float32Array(bodies.length * 2);
  bodies.forEach((body, index) => xy.set([body.x, body.y], index * 2));
  postMessage({ number: order.number, xy, done } satisfies Positions, { transfer: [xy.buffer] });
  if (!done) timer = setTimeout(work, PAUSE_MS);
}
