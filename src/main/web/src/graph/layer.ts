// The layer above sigma: names where there is room, the marks inside squares, counts on ties, rings around what is chosen.
import { BADGE_PX } from './camera';
import { AROUND, Boxes, fontOf, LINE_HEIGHT, lines, NAME_SIZE, standing, widthOf, type Standing } from './names';
import type { Palette } from './palette';
import type { DrawnNode, Scene } from './scene';

/** Where something may stand beside a name, on which side of the node that is, and where the other side of the node begins. */
export interface Anchor { readonly x: number; readonly y: number; readonly side: 'left' | 'right'; readonly across: number }

export interface Sight {
  /** How much larger than at the first zoom a node is. */
  readonly scale: number;
  readonly ratio: number;
  at(id: string): { x: number; y: number } | undefined;
  strength(id: string): number;
  readonly over: string | undefined;
  readonly chosen: string | undefined;
}

const BESIDE = 7;
/** What the ring around the chosen one takes of that. */
const RING = 4;
/** Of so many in sight only the weightiest are named: there is no room for others, and to try costs more than to draw. */
const CROWD = 600;
const NAMED_OF_A_CROWD = 300;
const LEAST_MARK = 5.5;
const COUNT_SIZE = 12;
const LEAST_TIE = 150;
const FREE_WIDTH = 190;

export class LayerOfNames {
  private readonly canvas = document.createElement('canvas');
  private readonly context = this.canvas.getContext('2d');
  private readonly paths = new Map<string, Path2D>();
  private width = 1;
  private height = 1;
  /** How wide a name may be before it breaks into lines. */
  nameWidth = FREE_WIDTH;
  private nameRows = Infinity;

  constructor(container: HTMLElement) {
    this.canvas.className = 'names';
    this.canvas.setAttribute('aria-hidden', 'true');
    this.canvas.style.cssText = 'position:absolute;inset:0;pointer-events:none';
    container.append(this.canvas);
  }

  resize(width: number, height: number): void {
    const density = devicePixelRatio;
    this.width = width;
    this.height = height;
    this.nameWidth = nameWidthIn(width);
    this.nameRows = nameRowsIn(width);
    this.canvas.width = width * density;
    this.canvas.height = height * density;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.context?.setTransform(density, 0, 0, density, 0, 0);
  }

  remove(): void {
    this.canvas.remove();
  }

  widthOfName(node: DrawnNode): number {
    const font = fontOf(NAME_SIZE, node.start ? 650 : 400);
    return Math.max(0, ...lines(node.name, font, this.nameWidth, this.nameRows).map((line) => widthOf(line, font)));
  }

  draw(scene: Scene, palette: Palette, sight: Sight): Map<string, Anchor> {
    const anchors = new Map<string, Anchor>();
    const { context } = this;
    if (context === null) return anchors;
    context.clearRect(0, 0, this.width, this.height);
    const boxes = new Boxes();
    const nodes = scene.nodes
      .map((node) => ({ node, at: sight.at(node.id) }))
      .filter((one): one is { node: DrawnNode; at: { x: number; y: number } } => one.at !== undefined && this.inSight(one.at))
      .sort((a, b) => this.rank(b.node, sight) - this.rank(a.node, sight));
    const isCrowded = nodes.length > CROWD;
    for (const { node, at } of isCrowded ? [] : nodes) {
      const radius = node.radius * sight.scale;
      boxes.take({ x: at.x - radius, y: at.y - radius, width: radius * 2, height: radius * 2 });
    }
    for (const { node, at } of nodes) this.mark(context, node, at, palette, sight);
    for (const { node, at } of isCrowded ? nodes.slice(0, NAMED_OF_A_CROWD) : nodes) {
      const anchor = this.name(context, node, at, boxes, palette, sight);
      if (anchor !== undefined) anchors.set(node.id, anchor);
    }
    this.counts(context, scene, boxes, palette, sight);
    context.globalAlpha = 1;
    return anchors;
  }

  private rank(node: DrawnNode, sight: Sight): number {
    const noticed = node.id === sight.over || node.id === sight.chosen ? 1e6 : 0;
    return noticed + (sight.strength(node.id) < 1 ? -1e5 : 0) + node.weight;
  }

  private inSight({ x, y }: { x: number; y: number }): boolean {
    return x > -240 && y > -20 && x < this.width + 240 && y < this.height + 20;
  }

  private mark(context: CanvasRenderingContext2D, node: DrawnNode, at: { x: number; y: number }, palette: Palette, sight: Sight): void {
    const radius = node.radius * sight.scale;
    context.globalAlpha = sight.strength(node.id);
    if (node.mark !== '' && radius > LEAST_MARK && (node.shape === 'square' || node.shape === 'stack')) {
      const scale = (radius * 1.36) / 24;
      context.save();
      context.translate(at.x - 12 * scale, at.y - 12 * scale);
      context.scale(scale, scale);
      context.strokeStyle = palette.ground;
      context.lineWidth = 2.6;
      context.lineCap = context.lineJoin = 'round';
      context.stroke(this.path(node.mark));
      context.restore();
    }
    if (node.start) this.ring(context, node, at, radius + 3.5, palette.tones[node.tone], 1.5);
    if (node.id === sight.chosen) this.ring(context, node, at, radius + 5.5, palette.accent, 3);
    if (node.pinned) {
      context.fillStyle = palette.accent;
      context.beginPath();
      context.arc(at.x + radius * 0.8, at.y - radius * 0.8, 3.2, 0, Math.PI * 2);
      context.fill();
    }
  }

  private ring(context: CanvasRenderingContext2D, node: DrawnNode, at: { x: number; y: number }, radius: number, color: string, width: number): void {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    if (node.shape === 'circle' || node.shape === 'knot') context.arc(at.x, at.y, radius, 0, Math.PI * 2);
    else context.roundRect(at.x - radius, at.y - radius, radius * 2, radius * 2, radius * 0.4);
    context.stroke();
  }

  private name(
    context: CanvasRenderingContext2D, node: DrawnNode, at: { x: number; y: number }, boxes: Boxes, palette: Palette, sight: Sight,
  ): Anchor | undefined {
    if (node.name === '') return undefined;
    const font = fontOf(NAME_SIZE, node.start || node.id === sight.chosen ? 650 : 400);
    const gap = node.radius * sight.scale + BESIDE + (node.id === sight.chosen ? RING : 0);
    const found = this.fit(node, at, font, gap, boxes, sight);
    if (found === undefined) return undefined;
    const { text, width, stand, x } = found;
    context.globalAlpha = Math.max(sight.strength(node.id), 0.3);
    context.font = font;
    context.textBaseline = 'middle';
    context.textAlign = stand === 'left' ? 'right' : stand === 'right' ? 'left' : 'center';
    context.lineJoin = 'round';
    text.forEach((line, index) => {
      const y = found.y + (index - (text.length - 1) / 2) * LINE_HEIGHT + 0.5;
      context.strokeStyle = palette.ground;
      context.lineWidth = 4;
      context.strokeText(line, x, y);
      context.fillStyle = node.tone === 'neutral' || node.faint ? palette.muted : palette.text;
      context.fillText(line, x, y);
    });
    const end = stand === 'left' ? x - width - 6 : (stand === 'right' ? x + width : x + width / 2) + 6;
    const side = stand === 'left' ? 'left' : 'right';
    return { x: end, y: found.y, side, across: side === 'left' ? at.x + gap : at.x - gap };
  }

  /** Where a name has room, together with the badge beside it. One that has none as a whole is shortened rather than left out. */
  private fit(node: DrawnNode, at: { x: number; y: number }, font: string, gap: number, boxes: Boxes, sight: Sight): (Standing & { text: string[]; width: number }) | undefined {
    const must = node.start || node.id === sight.over || node.id === sight.chosen;
    const isFree = node.nameSide === 'auto';
    const stands = node.nameSide === 'auto' ? AROUND : [node.nameSide];
    const tries = isFree ? [Infinity] : [this.nameRows, 2, 1];
    for (const [index, rows] of tries.entries()) {
      const text = lines(node.name, font, isFree ? FREE_WIDTH : this.nameWidth, rows);
      const width = Math.max(...text.map((line) => widthOf(line, font)));
      const found = standing(at, gap, { width: width + (node.more > 0 ? BADGE_PX : 0), height: text.length * LINE_HEIGHT }, stands, boxes, must && index === tries.length - 1);
      if (found !== undefined) return { ...found, text, width };
    }
    return undefined;
  }

  private counts(context: CanvasRenderingContext2D, scene: Scene, boxes: Boxes, palette: Palette, sight: Sight): void {
    const font = fontOf(COUNT_SIZE, 600);
    for (const edge of scene.edges) {
      if (edge.text === '') continue;
      const from = sight.at(edge.source);
      const to = sight.at(edge.target);
      if (from === undefined || to === undefined || Math.hypot(to.x - from.x, to.y - from.y) < Math.min(LEAST_TIE, this.width * 0.2)) continue;
      const width = widthOf(edge.text, font);
      // The middle may be taken: a little before or after it is as good.
      for (const t of [0.5, 0.36, 0.64, 0.25, 0.75]) {
        const eased = edge.course === 'water' ? t * t * (3 - 2 * t) : t;
        const x = from.x + (to.x - from.x) * t;
        const y = from.y + (to.y - from.y) * eased - (edge.bend / sight.ratio) * 0.75;
        if (!boxes.take({ x: x - width / 2 - 5, y: y - 9, width: width + 10, height: 18 })) continue;
        context.globalAlpha = Math.max(sight.strength(edge.id), 0.3);
        context.font = font;
        context.textAlign = 'center';
        context.textBaseline = 'middle';
        context.fillStyle = palette.ground;
        context.beginPath();
        context.roundRect(x - width / 2 - 4, y - 8.5, width + 8, 17, 8.5);
        context.fill();
        context.fillStyle = palette.text;
        context.fillText(edge.text, x, y + 0.5);
        break;
      }
    }
  }

  private path(drawing: string): Path2D {
    const known = this.paths.get(drawing);
    if (known !== undefined) return known;
    const path = new Path2D(drawing);
    this.paths.set(drawing, path);
    return path;
  }
}

/** Below these a canvas has little room for names, or is that of a phone. */
const NARROW = 560;
const PHONE = 480;

/** Into how many lines a name of a shore may break: on a phone long ones would push half of the picture out of sight. */
export const nameRowsIn = (width: number): number => (width < PHONE ? 2 : Infinity);

/** How wide a name of a shore may be on a canvas of this width. */
export function nameWidthIn(width: number): number {
  return width < NARROW ? Math.max(84, width * 0.27) : Math.min(230, width * 0.22);
}
