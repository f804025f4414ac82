// A free arrangement: nodes keep apart, ties pull, each side drifts to its shore. No page, no worker: numbers only.

export interface Body { x: number; y: number; vx: number; vy: number; readonly pull: number; fixed: boolean }
export interface Spring { readonly a: number; readonly b: number; readonly length: number; readonly strength: number }

/** How hot a picture begins that is changed a little: it is not shaken as a whole. */
export const WARM = 0.45;
const REACH = 420;
const FRICTION = 0.62;
const TO_SHORE = 0.012;
const TO_MIDDLE = 0.006;
const FASTEST = 60;

/**
 * Moves all bodies once; returns how much they moved on the average.
 *
 * @param apart how strongly bodies push each other
 */
export function move(bodies: Body[], springs: readonly Spring[], heat: number, breadth: number, apart: number): number {
  repel(bodies, heat * apart);
  for (const { a, b, length, strength } of springs) {
    const one = bodies[a];
    const other = bodies[b];
    if (one === undefined || other === undefined) continue;
    const dx = other.x - one.x;
    const dy = other.y - one.y;
    const distance = Math.hypot(dx, dy) || 1;
    const force = ((distance - length) / distance) * strength * heat;
    one.vx += dx * force;
    one.vy += dy * force;
    other.vx -= dx * force;
    other.vy -= dy * force;
  }
  let moved = 0;
  for (const body of bodies) {
    body.vx += (body.pull * breadth - body.x) * TO_SHORE * heat;
    body.vy += -body.y * TO_MIDDLE * heat;
    body.vx *= FRICTION;
    body.vy *= FRICTION;
    if (body.fixed) {
      body.vx = body.vy = 0;
      continue;
    }
    const speed = Math.hypot(body.vx, body.vy);
    const slow = speed > FASTEST ? FASTEST / speed : 1;
    body.x += body.vx * slow;
    body.y += body.vy * slow;
    moved += Math.min(speed, FASTEST);
  }
  return bodies.length === 0 ? 0 : moved / bodies.length;
}

/** Only neighbours in a grid push each other: far ones would not matter, and 1,500 stay quick. */
function repel(bodies: Body[], strength: number): void {
  const cells = new Map<number, number[]>();
  const cellOf = (x: number, y: number) => Math.floor(x / REACH) * 73_856_093 + Math.floor(y / REACH);
  bodies.forEach((body, index) => {
    const key = cellOf(body.x, body.y);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [index]);
    else cell.push(index);
  });
  for (let i = 0; i < bodies.length; i++) {
    const body = bodies[i] as Body;
    for (let cx = -1; cx <= 1; cx++) {
      for (let cy = -1; cy <= 1; cy++) {
        for (const j of cells.get(cellOf(body.x + cx * REACH, body.y + cy * REACH)) ?? []) {
          if (j <= i) continue;
          push(body, bodies[j] as Body, i, j, strength);
        }
      }
    }
  }
}

function push(one: Body, other: Body, i: number, j: number, strength: number): void {
  let dx = other.x - one.x;
  let dy = other.y - one.y;
  if (dx === 0 && dy === 0) {
    dx = ((i * 7919) % 13) - 6 || 1;
    dy = ((j * 6101) % 11) - 5;
  }
  const square = dx * dx + dy * dy;
  if (square > REACH * REACH) return;
  const force = strength / Math.max(square, 60);
  const distance = Math.sqrt(square);
  one.vx -= (dx / distance) * force;
  one.vy -= (dy / distance) * force;
  other.vx += (dx / distance) * force;
  other.vy += (dy / distance) * force;
}
