// Where a point of the earth stands on the plane: degrees, true along one parallel, so that nothing is bent; and what of
// the plane is in view.

export interface Point { readonly lat: number; readonly long: number }
export interface Spot { readonly x: number; readonly y: number }
/** The middle of what is in view, in degrees, and how many pixels a degree of latitude takes. */
export interface View extends Point { readonly scale: number }
export interface Size { readonly width: number; readonly height: number }

/** About the middle of the country, so that shapes look as people know them. */
const TRUE_PARALLEL_DEGREES = 30;
const SHORTENED = Math.cos((TRUE_PARALLEL_DEGREES * Math.PI) / 180);
export const LEAST_SCALE = 2;
export const GREATEST_SCALE = 2000;
/** What is shown where there is nothing to fit: the country. */
const NOWHERE: View = { lat: 35, long: 104, scale: 14 };
const STEPS_DEGREES = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30];
const LINES_APART_PX = 90;

export function spotOf(point: Point, view: View, size: Size): Spot {
  return {
    x: size.width / 2 + (point.long - view.long) * SHORTENED * view.scale,
    y: size.height / 2 - (point.lat - view.lat) * view.scale,
  };
}

export function pointOf(spot: Spot, view: View, size: Size): Point {
  return {
    lat: view.lat - (spot.y - size.height / 2) / view.scale,
    long: view.long + (spot.x - size.width / 2) / (SHORTENED * view.scale),
  };
}

/** The transformation of what is drawn in degrees (x to the east, y to the north) into the view. */
export function transformOf(view: View, size: Size): string {
  const { x, y } = spotOf({ lat: 0, long: 0 }, view, size);
  return `matrix(${SHORTENED * view.scale} 0 0 ${-view.scale} ${x} ${y})`;
}

/** All points in view, with a margin for their names. */
export function fitted(points: readonly Point[], size: Size): View {
  if (points.length === 0 || size.width === 0) return NOWHERE;
  const lats = points.map((point) => point.lat);
  const longs = points.map((point) => point.long);
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...longs), Math.max(...longs)];
  const across = Math.max((size.width - 2 * Math.min(120, size.width / 5)) / Math.max((east - west) * SHORTENED, 0.5), 1);
  const along = Math.max((size.height - 2 * Math.min(80, size.height / 5)) / Math.max(north - south, 0.5), 1);
  return { lat: (south + north) / 2, long: (west + east) / 2, scale: clamped(Math.min(across, along)) };
}

/** Nearer or farther, so that what is under `spot` stays there. */
export function zoomed(view: View, size: Size, factor: number, spot: Spot = { x: size.width / 2, y: size.height / 2 }): View {
  const scale = clamped(view.scale * factor);
  const under = pointOf(spot, view, size);
  const moved = spotOf(under, { ...view, scale }, size);
  return panned({ ...view, scale }, spot.x - moved.x, spot.y - moved.y);
}

/** Moved by pixels. */
export function panned(view: View, right: number, down: number): View {
  return {
    lat: Math.min(85, Math.max(-85, view.lat + down / view.scale)),
    long: Math.min(180, Math.max(-180, view.long - right / (SHORTENED * view.scale))),
    scale: view.scale,
  };
}

export interface Graticule { readonly step: number; readonly parallels: readonly number[]; readonly meridians: readonly number[] }

/** The lines of the grid that are in view. */
export function graticule(view: View, size: Size): Graticule {
  const step = STEPS_DEGREES.find((degrees) => degrees * view.scale >= LINES_APART_PX) ?? 30;
  const first = pointOf({ x: 0, y: size.height }, view, size);
  const last = pointOf({ x: size.width, y: 0 }, view, size);
  return { step, parallels: multiples(step, first.lat, last.lat, 90), meridians: multiples(step, first.long, last.long, 180) };
}

function multiples(step: number, from: number, to: number, bound: number): number[] {
  const found: number[] = [];
  for (let n = Math.ceil(Math.max(from, -bound) / step); n * step <= Math.min(to, bound); n++) found.push(Number((n * step).toFixed(2)));
  return found;
}

function clamped(scale: number): number {
  return Math.min(GREATEST_SCALE, Math.max(LEAST_SCALE, scale));
}
