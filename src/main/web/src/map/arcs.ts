// The line from a supporter to a supported place: bent, so that the way back is another line, and pointed at its end.
import type { Spot } from './projection';

export interface Curve {
  /** As the `d` of an SVG path. */
  readonly path: string;
  readonly head: string;
  /** Where its figure may stand, the middle first. */
  readonly spots: readonly Spot[];
}

const BEND = 0.16;
const PARTS = [0.5, 0.4, 0.6, 0.3, 0.7];

/** How thick a line is that stands for so many links. */
export function thickness(links: number): number {
  return 1.6 + 2.1 * Math.log10(Math.max(1, links));
}

/** From the edge of one mark to the edge of another; undefined where the marks lie on each other. */
export function curve(from: Spot, to: Spot, fromRadius: number, toRadius: number, width: number): Curve | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < fromRadius + toRadius + 6) return undefined;
  const control = { x: (from.x + to.x) / 2 + dy * BEND, y: (from.y + to.y) / 2 - dx * BEND };
  const headLength = Math.min(6 + width * 1.6, length / 3);
  const start = towards(from, control, fromRadius + 1);
  const tip = towards(to, control, toRadius + 1);
  const base = towards(to, control, toRadius + 1 + headLength);
  const half = { x: ((base.y - tip.y) / headLength) * (2.5 + width * 0.75), y: ((tip.x - base.x) / headLength) * (2.5 + width * 0.75) };
  return {
    path: `M${at(start)}Q${at(control)} ${at(base)}`,
    head: `M${at(tip)}L${at({ x: base.x + half.x, y: base.y + half.y })}L${at({ x: base.x - half.x, y: base.y - half.y })}Z`,
    spots: PARTS.map((t) => between(start, control, base, t)),
  };
}

function between(start: Spot, control: Spot, end: Spot, t: number): Spot {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y };
}

function towards(from: Spot, to: Spot, distance: number): Spot {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance };
}

function at(spot: Spot): string {
  return `${spot.x.toFixed(1)} ${spot.y.toFixed(1)}`;
}
