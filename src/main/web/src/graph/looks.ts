// How nodes and ties of a scene look to the programs that draw them.
import type { Palette } from './palette';
import type { PartyLook, TieLook } from './programs';
import type { Course, DrawnEdge, DrawnNode, Line, Shape } from './scene';

const SHAPES: Record<Shape, number> = { circle: 0, square: 1, stack: 2, knot: 3 };
const LINES: Record<Line, number> = { solid: 0, dashed: 1, dotted: 2 };
const COURSES: Record<Course, number> = { water: 0, straight: 1, outline: 2 };
/** How strongly that is drawn which nobody names. */
export const FAINT = 0.5;

export function partyLook(node: DrawnNode, at: { x: number; y: number }, palette: Palette): PartyLook {
  return {
    x: at.x, y: at.y, size: node.radius, shape: SHAPES[node.shape], alpha: node.faint ? FAINT : 1, color: palette.tones[node.tone], otherColor: palette.tones[node.otherTone],
    zIndex: node.shape === 'knot' ? 1 : 2,
  };
}

export function tieLook(edge: DrawnEdge, palette: Palette): TieLook {
  return {
    type: edge.claim === undefined ? 'place' : 'tie', size: edge.width, color: palette.tones[edge.from], otherColor: palette.tones[edge.to], line: LINES[edge.line], course: COURSES[edge.course],
    bend: edge.bend, alpha: edge.claim === undefined ? 0.9 : edge.ended ? 0.28 : 0.82, zIndex: edge.claim === undefined ? 0 : 1,
  };
}
