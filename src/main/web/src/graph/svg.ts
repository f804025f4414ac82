// The picture as an SVG file, written from the positions; and that as a PNG.
import { FAINT } from './looks';
import { nameRowsIn, nameWidthIn } from './layer';
import { AROUND, Boxes, fontOf, LINE_HEIGHT, lines, NAME_SIZE, standing, widthOf, type Stand } from './names';
import type { Palette } from './palette';
import type { DrawnEdge, DrawnNode, Scene } from './scene';

const MARGIN = 24;
const NOTE_SIZE = 12;
const LEAST_NOTE = 320;
/** Where on its tie a count may stand, the middle first. */
const COUNT_SPOTS = [0.5, 0.36, 0.64, 0.25, 0.75];
const BESIDE = 7;
const MOST_PIXELS = 24_000_000;

export interface Drawing { readonly text: string; readonly width: number; readonly height: number }

/** @param room how wide the room is that the scene was laid out for */
export function svgOf(scene: Scene, palette: Palette, room: number, title: string): Drawing {
  const at = new Map(scene.nodes.map((node) => [node.id, node]));
  const around = extent(scene.nodes, room);
  const note = lines(title, fontOf(NOTE_SIZE), Math.max(around.right - around.left - 2 * MARGIN, LEAST_NOTE));
  const box = { ...around, right: Math.max(around.right, around.left + LEAST_NOTE + 2 * MARGIN), bottom: around.bottom + MARGIN + note.length * LINE_HEIGHT };
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const gradients: string[] = [];
  const edges = scene.edges.map((edge, index) => edgeOf(edge, index, at, palette, gradients)).join('');
  const nodes = scene.nodes.map((node) => nodeOf(node, palette)).join('');
  const boxes = new Boxes();
  const names = namesOf(scene.nodes, palette, room, boxes);
  const counts = scene.edges.map((edge) => countOf(edge, at, palette, boxes)).join('');
  const caption = note.map((line, index) => `<text x="${n(box.left + MARGIN)}" y="${n(around.bottom + MARGIN / 2 + index * LINE_HEIGHT)}" font-size="${NOTE_SIZE}" fill="${palette.muted}">${escaped(line)}</text>`).join('');
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="${n(box.left)} ${n(box.top)} ${n(width)} ${n(height)}" font-family="${escaped(fontOf(1).replace(/^\S+ \S+ /, ''))}" font-size="${NAME_SIZE}">` +
    `<title>${escaped(title)}</title><defs>${gradients.join('')}</defs><rect x="${n(box.left)}" y="${n(box.top)}" width="100%" height="100%" fill="${palette.ground}"/>${edges}${nodes}${names}${counts}${caption}</svg>`;
  return { text, width, height };
}

/** Twice as fine as the screen, as long as that is not too large. */
export async function pngOf(drawing: Drawing): Promise<Blob> {
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (drawing.width * drawing.height)));
  const image = new Image();
  const url = URL.createObjectURL(new Blob([drawing.text], { type: 'image/svg+xml' }));
  try {
    await new Promise((loaded, failed) => {
      image.onload = loaded;
      image.onerror = failed;
      image.src = url;
    });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(drawing.width * scale);
    canvas.height = Math.round(drawing.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) => canvas.toBlob((blob) => (blob === null ? failed(new Error('The picture is too large')) : done(blob)), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function extent(nodes: readonly DrawnNode[], room: number): { left: number; right: number; top: number; bottom: number } {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const node of nodes) {
    const font = fontOf(NAME_SIZE, node.start ? 650 : 400);
    const name = Math.max(0, ...lines(node.name, font, nameWidthIn(room), nameRowsIn(room)).map((line) => widthOf(line, font))) + node.radius + BESIDE;
    box.left = Math.min(box.left, node.x - (node.nameSide === 'right' ? node.radius : name) - MARGIN);
    box.right = Math.max(box.right, node.x + (node.nameSide === 'left' ? node.radius : name) + MARGIN);
    box.top = Math.min(box.top, node.y - node.radius - MARGIN);
    box.bottom = Math.max(box.bottom, node.y + node.radius + MARGIN);
  }
  return nodes.length === 0 ? { left: 0, right: 100, top: 0, bottom: 100 } : box;
}

function edgeOf(edge: DrawnEdge, index: number, at: ReadonlyMap<string, DrawnNode>, palette: Palette, gradients: string[]): string {
  const [from, to] = [at.get(edge.source), at.get(edge.target)];
  if (from === undefined || to === undefined) return '';
  let stroke = palette.tones[edge.from];
  if (edge.from !== edge.to) {
    gradients.push(
      `<linearGradient id="g${index}" gradientUnits="userSpaceOnUse" x1="${n(from.x)}" y1="${n(from.y)}" x2="${n(to.x)}" y2="${n(to.y + (from.y === to.y ? 0.01 : 0))}"><stop offset="0.08" stop-color="${palette.tones[edge.from]}"/><stop offset="0.92" stop-color="${palette.tones[edge.to]}"/></linearGradient>`,
    );
    stroke = `url(#g${index})`;
  }
  const dashes = edge.line === 'dashed' ? ' stroke-dasharray="7.5 5.5"' : edge.line === 'dotted' ? ` stroke-dasharray="0.1 ${n(Math.max(6, edge.width * 2.2))}" stroke-linecap="round"` : '';
  const opacity = edge.claim === undefined ? 0.9 : edge.ended ? 0.28 : 0.82;
  return `<path d="${course(edge, from, to)}" fill="none" stroke="${stroke}" stroke-width="${n(edge.width)}" opacity="${opacity}"${dashes}/>`;
}

function course(edge: DrawnEdge, from: DrawnNode, to: DrawnNode): string {
  if (edge.course === 'outline') return `M${n(from.x)} ${n(from.y)}H${n(to.x)}V${n(to.y)}`;
  let c1 = { x: from.x + (to.x - from.x) * 0.5, y: from.y - edge.bend };
  let c2 = { x: to.x - (to.x - from.x) * 0.5, y: to.y - edge.bend };
  if (edge.course === 'straight') {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const across = { x: ((to.y - from.y) / length) * edge.bend, y: (-(to.x - from.x) / length) * edge.bend };
    c1 = { x: from.x + (to.x - from.x) * 0.3 + across.x, y: from.y + (to.y - from.y) * 0.3 + across.y };
    c2 = { x: from.x + (to.x - from.x) * 0.7 + across.x, y: from.y + (to.y - from.y) * 0.7 + across.y };
  }
  return `M${n(from.x)} ${n(from.y)}C${n(c1.x)} ${n(c1.y)} ${n(c2.x)} ${n(c2.y)} ${n(to.x)} ${n(to.y)}`;
}

function nodeOf(node: DrawnNode, palette: Palette): string {
  return node.faint ? `<g opacity="${FAINT}">${shapeOf(node, palette)}</g>` : shapeOf(node, palette);
}

function shapeOf(node: DrawnNode, palette: Palette): string {
  const fill = palette.tones[node.tone];
  const { x, y, radius } = node;
  const start = node.start ? `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius + 3.5)}" fill="none" stroke="${fill}" stroke-width="1.5"/>` : '';
  if (node.shape === 'circle' || node.shape === 'knot') {
    const half = node.otherTone === node.tone ? '' : `<path d="M${n(x)} ${n(y - radius)}A${n(radius)} ${n(radius)} 0 0 1 ${n(x)} ${n(y + radius)}Z" fill="${palette.tones[node.otherTone]}"/>`;
    return `${start}<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${fill}"/>${half}`;
  }
  const sheet = (by: number, opacity: number) =>
    `<rect x="${n(x - radius + by)}" y="${n(y - radius - by)}" width="${n(radius * 2)}" height="${n(radius * 2)}" rx="${n(radius * 0.36)}" fill="${fill}" opacity="${opacity}"/>`;
  const scale = (radius * 1.36) / 24;
  return (
    (node.shape === 'stack' ? sheet(4, 0.3) + sheet(2, 0.55) : '') + sheet(0, 1) +
    `<path d="${node.mark}" transform="translate(${n(x - 12 * scale)} ${n(y - 12 * scale)}) scale(${n(scale)})" fill="none" stroke="${palette.ground}" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>`
  );
}

/** The names, those of the weightiest first; in a free arrangement one that would lie over another is left out, as on the canvas. */
function namesOf(nodes: readonly DrawnNode[], palette: Palette, room: number, boxes: Boxes): string {
  for (const { x, y, radius } of nodes) boxes.take({ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 });
  return [...nodes].sort((a, b) => b.weight - a.weight).map((node) => nameOf(node, palette, room, boxes)).join('');
}

function nameOf(node: DrawnNode, palette: Palette, room: number, boxes: Boxes): string {
  if (node.name === '') return '';
  const weight = node.start ? 650 : 400;
  const font = fontOf(NAME_SIZE, weight);
  const text = lines(node.name, font, nameWidthIn(room), nameRowsIn(room));
  const size = { width: Math.max(...text.map((line) => widthOf(line, font))), height: text.length * LINE_HEIGHT };
  const isFree = node.nameSide === 'auto';
  const found = standing(node, node.radius + BESIDE, size, isFree ? AROUND : [node.nameSide as Stand], boxes, node.start || !isFree);
  if (found === undefined) return '';
  const anchor = found.stand === 'left' ? 'end' : found.stand === 'right' ? 'start' : 'middle';
  const y = (index: number) => found.y + (index - (text.length - 1) / 2) * LINE_HEIGHT + NAME_SIZE * 0.36;
  const spans = text.map((line, index) => `<tspan x="${n(found.x)}" y="${n(y(index))}">${escaped(line)}</tspan>`).join('');
  return `<text text-anchor="${anchor}" font-weight="${weight}" fill="${node.tone === 'neutral' || node.faint ? palette.muted : palette.text}" stroke="${palette.ground}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${spans}</text>`;
}

function countOf(edge: DrawnEdge, at: ReadonlyMap<string, DrawnNode>, palette: Palette, boxes: Boxes): string {
  const [from, to] = [at.get(edge.source), at.get(edge.target)];
  if (edge.text === '' || from === undefined || to === undefined) return '';
  const width = widthOf(edge.text, fontOf(NOTE_SIZE, 600)) + 10;
  const spots = COUNT_SPOTS.map((t) => ({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * (edge.course === 'water' ? t * t * (3 - 2 * t) : t) - edge.bend * 0.75 }));
  const spot = spots.find(({ x, y }) => boxes.take({ x: x - width / 2, y: y - 9, width, height: 18 }));
  if (spot === undefined) return '';
  const { x, y } = spot;
  return `<text x="${n(x)}" y="${n(y + 4)}" text-anchor="middle" font-size="12" font-weight="600" fill="${palette.text}" stroke="${palette.ground}" stroke-width="5" paint-order="stroke">${escaped(edge.text)}</text>`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
