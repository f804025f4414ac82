// Names on the canvas: how wide they are, where their lines break, and which of them have room.

const context = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();
const MOST_REMEMBERED = 20_000;

export const NAME_SIZE = 13;
export const LINE_HEIGHT = 15;
const FAMILY = getComputedStyle(document.documentElement).fontFamily;

export const fontOf = (size: number, weight = 400): string => `${weight} ${size}px ${FAMILY}`;

export function widthOf(text: string, font: string): number {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined || context === null) return known ?? text.length * NAME_SIZE;
  context.font = font;
  const width = context.measureText(text).width;
  if (widths.size > MOST_REMEMBERED) widths.clear();
  widths.set(key, width);
  return width;
}

/**
 * Breaks a name between words, or between Han characters, so that no line is wider than it must be.
 *
 * @param rows into so many lines at most, where the last then ends with an ellipsis; without it nothing is cut off
 */
export function lines(text: string, font: string, most: number, rows = Infinity): string[] {
  if (widthOf(text, font) <= most) return [text];
  const whole = broken(text, font, most, (widthOf(text, font) / Math.ceil(widthOf(text, font) / most)) * 1.15);
  if (whole.length <= rows) return whole;
  // Full lines hold more than lines of about the same length.
  const full = broken(text, font, most, most);
  if (full.length <= rows) return full;
  const first = full.slice(0, rows - 1);
  const begin = first.reduce((at, line) => text.indexOf(line, at) + line.length, 0);
  return [...first, cut(text.slice(begin).trimStart(), font, most)];
}

function broken(text: string, font: string, most: number, wanted: number): string[] {
  const pieces = text.match(/[\u3400-\u9fff]|[^\s\u3400-\u9fff]+\s*/g) ?? [text];
  // Lines of about the same length look better than a full one and a rest.
  const goal = Math.min(most, wanted);
  const found: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf((line + piece).trimEnd(), font) > goal) {
      found.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line !== '') found.push(line.trimEnd());
  return found;
}

/** As much of a text as has room before an ellipsis, whole words if there is one that has. */
function cut(text: string, font: string, most: number): string {
  let end = text.length;
  while (end > 1 && widthOf(`${text.slice(0, end).trimEnd()}…`, font) > most) end--;
  const word = text.slice(0, end + 1).lastIndexOf(' ');
  return `${text.slice(0, word > 0 && end < text.length ? word : end).trimEnd()}…`;
}

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Takes boxes as long as they meet none that it has. */
export class Boxes {
  private readonly cells = new Map<number, Box[]>();
  private static readonly CELL = 64;
  /** More cells than a row of the widest screen has. */
  private static readonly ROW = 4096;

  take(box: Box): boolean {
    const keys = this.keys(box);
    if (keys.some((key) => this.cells.get(key)?.some((other) => meet(box, other)))) return false;
    for (const key of keys) {
      const cell = this.cells.get(key);
      if (cell === undefined) this.cells.set(key, [box]);
      else cell.push(box);
    }
    return true;
  }

  private keys(box: Box): number[] {
    const keys: number[] = [];
    for (let x = Math.floor(box.x / Boxes.CELL); x <= (box.x + box.width) / Boxes.CELL; x++) {
      for (let y = Math.floor(box.y / Boxes.CELL); y <= (box.y + box.height) / Boxes.CELL; y++) keys.push(x + y * Boxes.ROW);
    }
    return keys;
  }
}

function meet(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

/** Where a name stands beside its node. */
export type Stand = 'left' | 'right' | 'below' | 'above';
/** Where a name may stand that has no shore to keep to, the best first. */
export const AROUND: readonly Stand[] = ['right', 'left', 'below', 'above'];

export interface Standing { readonly stand: Stand; /** Where its text begins, ends, or has its middle. */ readonly x: number; /** The middle of its lines. */ readonly y: number }

/**
 * The first of some places beside a node where a name has room, taken from the boxes; none when there is none.
 *
 * @param gap from the middle of the node to the name
 * @param must takes the last place even if it has no room
 */
export function standing(at: { x: number; y: number }, gap: number, size: { width: number; height: number }, stands: readonly Stand[], boxes: Boxes, must: boolean): Standing | undefined {
  for (const [index, stand] of stands.entries()) {
    const x = stand === 'left' ? at.x - gap : stand === 'right' ? at.x + gap : at.x;
    const left = stand === 'left' ? x - size.width : stand === 'right' ? x : x - size.width / 2;
    const y = stand === 'below' ? at.y + gap + size.height / 2 - 2 : stand === 'above' ? at.y - gap - size.height / 2 + 2 : at.y;
    if (boxes.take({ x: left - 2, y: y - size.height / 2 + 1, width: size.width + 4, height: size.height - 2 }) || (must && index === stands.length - 1)) return { stand, x, y };
  }
  return undefined;
}
