// Where the reader looks: the camera of sigma, in units of the scene, whose y grows downwards.
import type { Camera } from 'sigma';
import type { DrawnNode } from './scene';

/** What is in the middle, and how many units of the scene a pixel stands for. */
export interface Look { readonly x: number; readonly y: number; readonly ratio: number }
export interface Room { readonly width: number; readonly height: number }
interface Extent { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

export const LEAST_RATIO = 0.08;
export const MOST_RATIO = 6;
/** So long after its last move a sight is at rest. */
const REST_MS = 250;
/** Above this many nodes the whole is more telling than each name. */
const MANY = 150;
/** A picture that is small for its canvas is not enlarged beyond this. */
const NEAREST_RATIO = 0.6;
/** Beyond it the names of neighbouring rows would meet; on a narrow canvas, where they break into lines, they would at once. */
const LEGIBLE_RATIO = 1.3;
/** In a free arrangement a name that has no room is left out, so that more may be in sight. */
const FREE_RATIO = 2.5;
/** What "+12" beside a name takes. */
export const BADGE_PX = 42;
/** What lies over the foot of a narrow canvas. */
const NARROW_PX = 560;
const FOOT_PX = 48;

export class SceneCamera {
  private resting: ReturnType<typeof setTimeout> | undefined;
  /** Where it shows all. */
  private home: Look | undefined;

  /** @param rested is told where the sight has come to rest; nothing when that is where it shows all */
  constructor(
    private readonly camera: Camera, private readonly roomNow: () => Room, private readonly widthOfName: (node: DrawnNode) => number, private readonly rested: (at: Look | undefined) => void,
  ) {
    camera.on('updated', () => this.rest());
  }

  /** Brings everything into sight, but never so small that names cannot be read. */
  fit(nodes: readonly DrawnNode[], isFree: boolean, quick: boolean): void {
    const { width, height } = this.roomNow();
    const most = nodes.length > MANY ? MOST_RATIO : isFree ? FREE_RATIO : width < NARROW_PX ? 1 : LEGIBLE_RATIO;
    let [box, needed, ratio] = [this.extent(nodes, 1), 1, 1];
    // Names keep their size: the more the rest shrinks, the more room they take of it.
    for (let round = 0; round < 4; round++) {
      needed = Math.max((box.right - box.left) / width, (box.bottom - box.top) / height, NEAREST_RATIO);
      ratio = Math.min(needed, most);
      box = this.extent(nodes, ratio);
    }
    const middle = (box.left + box.right) / 2;
    // What is higher than the window begins at its top.
    const centre = ratio < needed ? box.top + (height * ratio) / 2 : (box.top + box.bottom) / 2;
    this.home = { x: middle, y: centre, ratio };
    this.look(this.home, quick);
  }

  look(at: Look, quick: boolean): void {
    this.turn(at, quick);
    this.rest();
  }

  /** Brings a spot of the scene into the middle, as near as it is. */
  centre({ x, y }: { x: number; y: number }): void {
    this.turn({ x, y, ratio: this.camera.ratio }, false);
  }

  zoom(factor: number): void {
    void this.camera.animate({ ratio: Math.min(Math.max(this.camera.ratio * factor, LEAST_RATIO), MOST_RATIO) }, { duration: 150 });
  }

  now(): Look {
    const { width, height } = this.roomNow();
    const size = Math.max(width, height);
    const { x, y, ratio } = this.camera;
    return { x: width / 2 + (x - 0.5) * size, y: height / 2 - (y - 0.5) * size, ratio };
  }

  kill(): void {
    clearTimeout(this.resting);
  }

  private turn({ x, y, ratio }: Look, quick: boolean): void {
    const { width, height } = this.roomNow();
    const size = Math.max(width, height);
    const state = { x: 0.5 + (x - width / 2) / size, y: 0.5 + (height / 2 - y) / size, ratio };
    if (quick || matchMedia('(prefers-reduced-motion: reduce)').matches) this.camera.setState(state);
    else void this.camera.animate(state, { duration: 250 });
  }

  private rest(): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rested(this.isHome() ? undefined : this.now()), REST_MS);
  }

  private isHome(): boolean {
    const { home } = this;
    if (home === undefined) return false;
    const now = this.now();
    const { width, height } = this.roomNow();
    return Math.abs(home.ratio / now.ratio - 1) < 0.01 && Math.hypot(home.x - now.x, home.y - now.y) < Math.max(width, height) * now.ratio * 0.01;
  }

  /** What nodes take with their names. */
  private extent(nodes: readonly DrawnNode[], ratio: number): Extent {
    const { width, height } = this.roomNow();
    if (nodes.length === 0) return { left: 0, right: width, top: 0, bottom: height };
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const node of nodes) {
      const name = (this.widthOfName(node) + node.radius + 12 + (node.more > 0 ? BADGE_PX : 0)) * ratio;
      const edge = 24 * ratio;
      box.left = Math.min(box.left, node.x - (node.nameSide === 'right' ? edge : name));
      box.right = Math.max(box.right, node.x + (node.nameSide === 'left' ? edge : name));
      box.top = Math.min(box.top, node.y - edge);
      box.bottom = Math.max(box.bottom, node.y + edge);
    }
    if (width < NARROW_PX) box.bottom += FOOT_PX * ratio;
    return box;
  }
}
