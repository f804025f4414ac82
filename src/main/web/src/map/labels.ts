// Which names fit on a map without lying over each other, and where.
import type { Size, Spot } from './projection';

export interface Wanted { readonly id: string; readonly text: string; readonly spot: Spot; /** Of the mark that it names. */ readonly radius: number }
export interface Placed { readonly id: string; readonly text: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' }
interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

export const LABEL_PX = 13;
const GAP_PX = 4;
const SHORT = 12;

/** Those that come first are placed first; a name that fits nowhere is shortened, else left out. Marks and figures are never covered. */
export function placed(wanted: readonly Wanted[], size: Size, figures: readonly { readonly text: string; readonly spot: Spot }[]): Placed[] {
  const taken: Box[] = wanted.map(({ spot, radius }) => around(spot, radius));
  for (const { text, spot } of figures) taken.push(boxOf(spot.x - widthOf(text) / 2, spot.y - LABEL_PX / 2, widthOf(text)));
  const labels: Placed[] = [];
  for (const [index, want] of wanted.entries()) {
    for (const text of [want.text, shortened(want.text)]) {
      const fitting = sides(want, widthOf(text)).find(({ box }) => isInside(box, size) && taken.every((other, owner) => owner === index || !overlap(box, other)));
      if (fitting === undefined) continue;
      taken.push(fitting.box);
      labels.push({ id: want.id, text, x: fitting.x, y: fitting.y, anchor: fitting.anchor });
      break;
    }
  }
  return labels;
}

/** Each figure at the first of its spots that no earlier figure covers; one that fits nowhere stands at its first. */
export function spaced(figures: readonly { readonly text: string; readonly spots: readonly Spot[] }[]): Spot[] {
  const taken: Box[] = [];
  return figures.map(({ text, spots }) => {
    const boxAt = ({ x, y }: Spot) => boxOf(x - widthOf(text) / 2 - GAP_PX, y - LABEL_PX / 2, widthOf(text) + 2 * GAP_PX);
    const spot = spots.find((one) => taken.every((other) => !overlap(boxAt(one), other))) ?? spots[0] ?? { x: 0, y: 0 };
    taken.push(boxAt(spot));
    return spot;
  });
}

/** A Han character is as wide as it is high, another about half of that. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e80' ? LABEL_PX : LABEL_PX * 0.58;
  return width;
}

/** The beginning of a long name, for where all of it does not fit. */
function shortened(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, SHORT).trimEnd()}…`;
}

function sides({ spot, radius }: Wanted, width: number): { x: number; y: number; anchor: Placed['anchor']; box: Box }[] {
  const away = radius + GAP_PX;
  const half = LABEL_PX / 2;
  const beside = (x: number, anchor: 'start' | 'end') => ({ x, y: spot.y + half - 2, anchor, box: boxOf(anchor === 'start' ? x : x - width, spot.y - half, width) });
  const over = (y: number) => ({ x: spot.x, y, anchor: 'middle' as const, box: boxOf(spot.x - width / 2, y - LABEL_PX + 2, width) });
  return [beside(spot.x + away, 'start'), beside(spot.x - away, 'end'), over(spot.y - away), over(spot.y + away + LABEL_PX - 3)];
}

function boxOf(left: number, top: number, width: number): Box {
  return { left: left - 1, top: top - 1, right: left + width + 1, bottom: top + LABEL_PX + 2 };
}

function around(spot: Spot, radius: number): Box {
  return { left: spot.x - radius, top: spot.y - radius, right: spot.x + radius, bottom: spot.y + radius };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function isInside(box: Box, size: Size): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height;
}
