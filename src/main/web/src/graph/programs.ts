// How sigma draws: parties as circles, squares and stacks with a ring of one or two colours; ties as curves from one colour
// into the other, dashed, dotted or whole.
import type { Attributes } from 'graphology-types';
import { EdgeProgram, NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

export interface PartyLook extends Attributes {
  x: number;
  y: number;
  size: number;
  color: string;
  otherColor: string;
  shape: number;
  alpha: number;
}
export interface TieLook extends Attributes {
  type: 'tie' | 'place';
  size: number;
  color: string;
  otherColor: string;
  line: number;
  course: number;
  bend: number;
  alpha: number;
}

/** Where a tie is broken into pieces, as parts of its way: a curve evenly, a corner close around its middle. */
const CURVE = Array.from({ length: 21 }, (_, piece) => piece / 20);
const CORNER = [0, 0.499, 0.501, 1];
const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;

const PARTY_UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_half'] as const;
const TIE_UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_half'] as const;

const PARTY_VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_otherColor;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_alpha;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_half;
varying vec4 v_color;
varying vec4 v_otherColor;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_alpha;
const float bias = 255.0 / 254.0;
void main() {
  float radius = a_size / u_sizeRatio;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  vec2 offset = a_corner * (radius + 4.0);
  gl_Position = vec4(centre + offset / u_half, 0.0, 1.0);
  v_at = offset;
  v_radius = radius;
  v_shape = a_shape;
  v_alpha = a_alpha;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_otherColor = a_otherColor;
}`;

const PARTY_FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec4 v_otherColor;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_alpha;
float box(vec2 at, float half_, float round_) {
  vec2 d = abs(at) - vec2(half_ - round_);
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - round_;
}
float shapeAt(vec2 at) {
  if (v_shape < 0.5 || v_shape > 2.5) return length(at) - v_radius;
  float d = box(at, v_radius, v_radius * 0.36);
  return d;
}
void main() {
  float d = shapeAt(v_at);
  #ifdef PICKING_MODE
  if (d > 3.0) discard;
  gl_FragColor = v_color;
  #else
  float cover = 1.0 - smoothstep(-0.6, 0.6, d);
  vec4 fill = v_at.x > 0.0 ? v_otherColor : v_color;
  fill = mix(v_color, fill, smoothstep(-0.6, 0.6, v_at.x));
  // A stack shows two more sheets behind the first.
  if (v_shape > 1.5 && v_shape < 2.5) {
    float second = 1.0 - smoothstep(-0.6, 0.6, box(v_at - vec2(2.0, 2.0), v_radius, v_radius * 0.36));
    float third = 1.0 - smoothstep(-0.6, 0.6, box(v_at - vec2(4.0, 4.0), v_radius, v_radius * 0.36));
    float edge = 1.0 - smoothstep(0.2, 1.4, d);
    float behind = max(second * 0.55, third * 0.3) * (1.0 - edge);
    cover = max(cover, behind);
  }
  float alpha = cover * v_alpha * v_color.a;
  gl_FragColor = vec4(fill.rgb * alpha, alpha);
  #endif
}`;

const TIE_VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_otherColor;
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute vec4 a_look; // line, course, bend, alpha
attribute float a_t;
attribute float a_edge;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_half;
varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying float v_line;
const float bias = 255.0 / 254.0;
vec2 at(vec2 a, vec2 b, float t, out vec2 tangent) {
  float course = a_look.y;
  float bend = a_look.z / u_sizeRatio;
  if (course > 1.5) {
    vec2 corner = vec2(b.x, a.y);
    bool before = t < 0.5;
    tangent = before ? corner - a : b - corner;
    if (length(tangent) < 0.001) tangent = b - a;
    return before ? mix(a, corner, t * 2.0) : mix(corner, b, t * 2.0 - 1.0);
  }
  vec2 c1;
  vec2 c2;
  if (course < 0.5) {
    float reach = (b.x - a.x) * 0.5;
    c1 = a + vec2(reach, bend);
    c2 = b + vec2(-reach, bend);
  } else {
    vec2 across = vec2(-(b.y - a.y), b.x - a.x);
    across = across / max(length(across), 0.001) * bend;
    c1 = mix(a, b, 0.3) + across;
    c2 = mix(a, b, 0.7) + across;
  }
  float s = 1.0 - t;
  tangent = 3.0 * s * s * (c1 - a) + 6.0 * s * t * (c2 - c1) + 3.0 * t * t * (b - c2);
  return s * s * s * a + 3.0 * s * s * t * c1 + 3.0 * s * t * t * c2 + t * t * t * b;
}
void main() {
  vec2 a = (u_matrix * vec3(a_from, 1.0)).xy * u_half;
  vec2 b = (u_matrix * vec3(a_to, 1.0)).xy * u_half;
  vec2 tangent;
  vec2 point = at(a, b, a_t, tangent);
  vec2 normal = vec2(-tangent.y, tangent.x) / max(length(tangent), 0.001);
  float half_ = max(a_width / u_sizeRatio, 0.8) * 0.5;
  #ifdef PICKING_MODE
  float reach = max(half_, 5.0);
  #else
  float reach = half_ + 1.0;
  #endif
  gl_Position = vec4((point + normal * reach * a_edge) / u_half, 0.0, 1.0);
  v_across = reach * a_edge;
  v_half = half_;
  v_along = a_t * distance(a, b) * 1.06;
  v_line = a_look.x;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = mix(a_color, a_otherColor, smoothstep(0.08, 0.92, a_t));
  v_color.a *= a_look.w;
  #endif
  v_color.a *= bias;
}`;

const TIE_FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying float v_line;
void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float cover = 1.0 - smoothstep(v_half - 0.5, v_half + 0.5, abs(v_across));
  if (v_line > 1.5) {
    float period = max(6.0, v_half * 4.4);
    vec2 dot_ = vec2(mod(v_along, period) - period * 0.5, v_across);
    cover = 1.0 - smoothstep(max(v_half, 1.1) - 0.5, max(v_half, 1.1) + 0.5, length(dot_));
  } else if (v_line > 0.5) {
    cover *= 1.0 - smoothstep(7.0, 8.0, mod(v_along, 13.0));
  }
  float alpha = cover * v_color.a;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}`;

class PartyProgram extends NodeProgram<(typeof PARTY_UNIFORMS)[number], PartyLook, TieLook> {
  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: PARTY_VERTEX,
      FRAGMENT_SHADER_SOURCE: PARTY_FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS: PARTY_UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_alpha', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_otherColor', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [[-1, -1], [1, -1], [1, 1], [-1, -1], [1, 1], [-1, 1]],
    };
  }

  processVisibleItem(id: number, start: number, data: NodeDisplayData): void {
    const look = data as NodeDisplayData & PartyLook;
    this.array.set([look.x, look.y, look.size, look.shape, look.alpha, floatColor(look.color), floatColor(look.otherColor)], start);
    this.array[start + 7] = id;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof PARTY_UNIFORMS)[number]>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform2f(uniformLocations.u_half, params.width / 2, params.height / 2);
  }
}

class TieProgram extends EdgeProgram<(typeof TIE_UNIFORMS)[number], PartyLook, TieLook> {
  getDefinition() {
    return {
      VERTICES: (CURVE.length - 1) * 6,
      VERTEX_SHADER_SOURCE: TIE_VERTEX,
      FRAGMENT_SHADER_SOURCE: TIE_FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS: TIE_UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_from', size: 2, type: FLOAT },
        { name: 'a_to', size: 2, type: FLOAT },
        { name: 'a_width', size: 1, type: FLOAT },
        { name: 'a_look', size: 4, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_otherColor', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [
        { name: 'a_t', size: 1, type: FLOAT },
        { name: 'a_edge', size: 1, type: FLOAT },
      ],
      CONSTANT_DATA: ribbon(CURVE),
    };
  }

  processVisibleItem(id: number, start: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData): void {
    const look = data as EdgeDisplayData & TieLook;
    this.array.set(
      [source.x, source.y, target.x, target.y, look.size, look.line, look.course, look.bend, look.alpha, floatColor(look.color), floatColor(look.otherColor)],
      start,
    );
    this.array[start + 11] = id;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof TIE_UNIFORMS)[number]>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform2f(uniformLocations.u_half, params.width / 2, params.height / 2);
  }
}

/**
 * The programs of one canvas. While it moves, what the pointer is over is not drawn: that is half of the work, and nobody
 * points at what moves; ties that are held are not drawn either. Ties to places are straight or have one corner, which
 * needs few pieces.
 */
export function programs(isMoving: () => boolean, areHeld: () => boolean) {
  const draws = ({ isPicking }: ProgramInfo) => !isPicking || !isMoving();
  class Party extends PartyProgram {
    override drawWebGL(method: number, info: ProgramInfo): void {
      if (draws(info)) super.drawWebGL(method, info);
    }
  }
  class Tie extends TieProgram {
    override drawWebGL(method: number, info: ProgramInfo): void {
      if (draws(info) && !areHeld()) super.drawWebGL(method, info);
    }
  }
  class Place extends Tie {
    override getDefinition() {
      return { ...super.getDefinition(), VERTICES: (CORNER.length - 1) * 6, CONSTANT_DATA: ribbon(CORNER) };
    }
  }
  return { node: { party: Party }, edge: { tie: Tie, place: Place } };
}

/** A ribbon of pieces: how far along, and which edge of it. */
function ribbon(stops: readonly number[]): number[][] {
  return stops.slice(1).flatMap((to, piece) => {
    const from = stops[piece] ?? 0;
    return [[from, 1], [from, -1], [to, 1], [to, 1], [from, -1], [to, -1]];
  });
}
