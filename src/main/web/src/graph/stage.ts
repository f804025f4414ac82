// The canvas: sigma draws and picks, a layer above bears names and marks. It shows a scene and says what the reader does.
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { token } from '../theme';
import { LayerOfNames, type Anchor } from './layer';
import { programs, type PartyLook, type TieLook } from './programs';
import { knottedBy, type Course, type DrawnEdge, type DrawnNode, type Line, type Scene, type Shape, type Tone } from './scene';
import { restOf } from './shown';

export interface Doings {
  node(id: string): void;
  claim(id: string): void;
  nothing(): void;
  open(id: string): void;
  moved(id: string, x: number, y: number): void;
  pulled(id: string, x: number, y: number): void;
  hovered(id: string | undefined): void;
  anchored(anchors: ReadonlyMap<string, Anchor>): void;
  /** The sight has come to rest; none when it is the one that shows all. */
  looked(at: Look | undefined): void;
}

/** What is in the middle, and how many units of the scene a pixel stands for. */
export interface Look { readonly x: number; readonly y: number; readonly ratio: number }

export interface Palette {
  readonly tones: Readonly<Record<Tone, string>>;
  readonly ground: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
}

const SHAPES: Record<Shape, number> = { circle: 0, square: 1, stack: 2, knot: 3 };
const LINES: Record<Line, number> = { solid: 0, dashed: 1, dotted: 2 };
const COURSES: Record<Course, number> = { water: 0, straight: 1, outline: 2 };
const MOVE_MS = 320;
/** So long after its last move a sight is at rest. */
const REST_MS = 250;
const STILL_MS = 120;
const DRAG_PX = 4;
const DIM = 0.13;
/** How strongly that is drawn which nobody names. */
export const FAINT = 0.5;
/** Above this many nodes nothing glides: the machine is better used otherwise. */
const MOST_GLIDING = 600;
/** Above this many nodes the whole is more telling than each name. */
const MANY = 150;
/** Layers of sigma's that this canvas has no use for: its names and marks are a layer of their own. */
const UNUSED = ['edgeLabels', 'labels', 'hovers', 'hoverNodes'] as const;
/** A picture that is small for its canvas is not enlarged beyond this. */
const NEAREST_RATIO = 0.6;
/** Beyond it the names of neighbouring rows would meet; on a narrow canvas, where they break into lines, they would at once. */
const LEGIBLE_RATIO = 1.3;
/** What "+12" beside a name takes. */
export const BADGE_PX = 42;
/** In a free arrangement a name that has no room is left out, so that more may be in sight. */
const FREE_RATIO = 2.5;
/** What lies over the foot of a narrow canvas. */
const NARROW_PX = 560;
const FOOT_PX = 48;
const LEAST_RATIO = 0.08;
const MOST_RATIO = 6;

export function paletteNow(): Palette {
  return {
    tones: { supporter: token('supporter'), supported: token('supported'), neutral: token('neutral'), place: token('edge-place') },
    ground: token('canvas'), text: token('text'), muted: token('muted'), accent: token('accent'),
  };
}

/** The colours of paper: those of the light theme. */
export function paletteOfPaper(): Palette {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset['theme'] = 'light';
  const palette = paletteNow();
  if (theme === undefined) delete dataset['theme'];
  else dataset['theme'] = theme;
  return palette;
}

export class Stage {
  private readonly graph = new MultiDirectedGraph<PartyLook, TieLook>();
  private readonly sigma: Sigma<PartyLook, TieLook>;
  private readonly layer: LayerOfNames;
  private readonly watcher: ResizeObserver;
  private scene: Scene = { nodes: [], edges: [] };
  private nodes = new Map<string, DrawnNode>();
  private edges = new Map<string, DrawnEdge>();
  /** The ties of each node and of each claim. */
  private tied = new Map<string, string[]>();
  private palette = paletteNow();
  private over: string | undefined;
  private lit: ReadonlySet<string> | undefined;
  private chosen: string | undefined;
  private gliding = 0;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private moving = false;
  /** Whether an arrangement has taken the nodes from where the scene has them. */
  private isPlaced = false;
  private stilling: ReturnType<typeof setTimeout> | undefined;
  /** Where the camera shows all. */
  private home: Look | undefined;
  /** Whether sigma has its places in memory for all that the graph has, so that single ones can be painted anew. */
  private indexed = false;
  private pulled: { id: string; x: number; y: number; far: boolean } | undefined;

  constructor(private readonly container: HTMLElement, private readonly doings: Doings, resized: () => void) {
    const drawing = programs(() => this.moving);
    this.sigma = new Sigma<PartyLook, TieLook>(this.graph, container, {
      renderLabels: false, enableEdgeEvents: true, autoRescale: false, stagePadding: 0, zIndex: true, allowInvalidContainer: true,
      minCameraRatio: LEAST_RATIO, maxCameraRatio: MOST_RATIO, doubleClickZoomingRatio: 1, defaultDrawNodeHover: () => {}, inertiaDuration: 150, zoomDuration: 180,
      defaultNodeType: 'party', defaultEdgeType: 'tie', nodeProgramClasses: drawing.node, edgeProgramClasses: drawing.edge,
      // Sigma hands over copies: they may be changed.
      nodeReducer: (id, look) => {
        look.alpha *= this.strength(id);
        return look;
      },
      edgeReducer: (id, look) => {
        look.alpha *= this.strength(id);
        if (this.chosen !== undefined && this.edges.get(id)?.claim === this.chosen) look.size += 2;
        return look;
      },
    });
    // What is never drawn on is not put together with the rest either: without a graphics card that costs as much as drawing.
    const canvases = this.sigma.getCanvases();
    for (const name of UNUSED) if (canvases[name] !== undefined) canvases[name].style.display = 'none';
    this.layer = new LayerOfNames(container);
    this.setRoom();
    this.sigma.on('beforeProcess', () => (this.indexed = true));
    this.sigma.on('afterRender', () => this.drawNames());
    this.listen();
    this.watcher = new ResizeObserver(() => {
      this.setRoom();
      resized();
    });
    this.watcher.observe(container);
  }

  get room(): { width: number; height: number } {
    return { width: Math.max(this.container.clientWidth, 1), height: Math.max(this.container.clientHeight, 1) };
  }

  /** Shows a scene; what stays glides to its new place. */
  show(scene: Scene, glide: boolean): void {
    this.scene = scene;
    this.nodes = new Map(scene.nodes.map((node) => [node.id, node]));
    this.edges = new Map(scene.edges.map((edge) => [edge.id, edge]));
    this.tied = tiesOf(scene);
    for (const id of this.graph.edges()) if (!this.edges.has(id)) this.graph.dropEdge(id);
    for (const id of this.graph.nodes()) if (!this.nodes.has(id)) this.graph.dropNode(id);
    this.indexed = false;
    this.isPlaced = false;
    const from = new Map<string, { x: number; y: number }>();
    const births = this.birthplaces(scene);
    for (const node of scene.nodes) {
      const at = this.graph.hasNode(node.id) ? this.graph.getNodeAttributes(node.id) : (births.get(node.id) ?? { x: node.x, y: -node.y });
      from.set(node.id, { x: at.x, y: at.y });
      this.graph.mergeNode(node.id, this.lookOf(node, at));
    }
    for (const edge of scene.edges) {
      if (this.graph.hasEdge(edge.id)) this.graph.replaceEdgeAttributes(edge.id, this.tie(edge));
      else if (this.graph.hasNode(edge.source) && this.graph.hasNode(edge.target)) {
        this.graph.addEdgeWithKey(edge.id, edge.source, edge.target, this.tie(edge));
      }
    }
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches || scene.nodes.length > MOST_GLIDING;
    this.glide(from, glide && !still ? MOVE_MS : 0);
  }

  /** Moves nodes without a new scene, while an arrangement settles. */
  place(spots: ReadonlyMap<string, { x: number; y: number }>): void {
    cancelAnimationFrame(this.gliding);
    this.isPlaced = true;
    for (const [id, { x, y }] of spots) if (this.pulled?.id !== id) this.put(id, x, -y);
    this.moved();
  }

  private put(id: string, x: number, y: number): void {
    if (!this.graph.hasNode(id)) return;
    const look = this.graph.getNodeAttributes(id);
    look.x = x;
    look.y = y;
  }

  /** Has the positions taken over with the next frame; the looks stay. */
  private moved(): void {
    this.move();
    this.sigma.refresh({ partialGraph: {}, schedule: true });
  }

  /** What is chosen stands out. */
  choose(id: string | undefined): void {
    if (this.chosen === id) return;
    const edges = [this.chosen, id].flatMap((claim) => (claim === undefined ? [] : (this.tied.get(claim) ?? [])));
    this.chosen = id;
    this.light(edges);
  }

  /** As if the pointer were over it: the table uses it. */
  hover(id: string | undefined): void {
    if (this.over === id) return;
    this.over = id;
    this.light();
  }

  repaint(): void {
    this.palette = paletteNow();
    for (const node of this.scene.nodes) this.graph.mergeNodeAttributes(node.id, this.lookOf(node, this.graph.getNodeAttributes(node.id)));
    for (const edge of this.scene.edges) if (this.graph.hasEdge(edge.id)) this.graph.replaceEdgeAttributes(edge.id, this.tie(edge));
    this.sigma.refresh({ schedule: true });
  }

  /** Brings everything into sight, but never so small that names cannot be read. */
  fit(quick = false): void {
    const { width, height } = this.room;
    const most = this.nodes.size > MANY ? MOST_RATIO : this.isPlaced ? FREE_RATIO : width < NARROW_PX ? 1 : LEGIBLE_RATIO;
    // While nodes glide, where they will be counts.
    const { nodes } = this.isPlaced ? this.sceneNow() : this.scene;
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

  look({ x, y, ratio }: Look, quick: boolean): void {
    this.lookAt(x, y, ratio, quick);
    this.rest();
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: Math.min(Math.max(camera.ratio * factor, LEAST_RATIO), MOST_RATIO) }, { duration: 150 });
  }

  /** Moves the sight, for the keyboard. */
  pan(dx: number, dy: number): void {
    const camera = this.sigma.getCamera();
    const size = Math.max(this.room.width, this.room.height);
    camera.setState({ x: camera.x + (dx / size) * camera.ratio, y: camera.y - (dy / size) * camera.ratio });
  }

  reveal(id: string): void {
    if (!this.graph.hasNode(id)) return;
    const { x, y } = this.graph.getNodeAttributes(id);
    const at = this.sigma.graphToViewport({ x, y });
    const { width, height } = this.room;
    if (at.x < 40 || at.y < 40 || at.x > width - 40 || at.y > height - 40) this.lookAt(x, -y, this.sigma.getCamera().ratio, false);
  }

  /** The scene with nodes where they are now, for files. */
  sceneNow(): Scene {
    return {
      ...this.scene,
      nodes: this.scene.nodes.map((node) => {
        const { x, y } = this.graph.hasNode(node.id) ? this.graph.getNodeAttributes(node.id) : { x: node.x, y: -node.y };
        return { ...node, x, y: -y };
      }),
    };
  }

  kill(): void {
    cancelAnimationFrame(this.gliding);
    clearTimeout(this.resting);
    clearTimeout(this.stilling);
    this.watcher.disconnect();
    this.layer.remove();
    this.sigma.kill();
  }

  /** Something moves: a little after the last time, it is drawn once more with what the pointer can be over. */
  private move(): void {
    this.moving = true;
    clearTimeout(this.stilling);
    this.stilling = setTimeout(() => {
      this.moving = false;
      this.sigma.scheduleRender();
    }, STILL_MS);
  }

  private rest(): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      const now = this.lookNow();
      const { home } = this;
      const size = Math.max(this.room.width, this.room.height) * now.ratio;
      const isHome = home !== undefined && Math.abs(home.ratio / now.ratio - 1) < 0.01 && Math.hypot(home.x - now.x, home.y - now.y) < size * 0.01;
      this.doings.looked(isHome ? undefined : now);
    }, REST_MS);
  }

  private listen(): void {
    this.sigma.getCamera().on('updated', () => {
      this.move();
      this.rest();
    });
    this.sigma.on('clickNode', ({ node }) => {
      const claim = knottedBy(node);
      if (claim !== undefined) this.doings.claim(claim);
      else this.doings.node(restOf(node) ?? node);
    });
    this.sigma.on('clickEdge', ({ edge }) => {
      const claim = this.edges.get(edge)?.claim;
      if (claim !== undefined) this.doings.claim(claim);
    });
    this.sigma.on('clickStage', () => this.doings.nothing());
    this.sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      if (knottedBy(node) === undefined) this.doings.open(restOf(node) ?? node);
    });
    this.sigma.on('enterNode', ({ node }) => this.pointed(node));
    this.sigma.on('leaveNode', () => this.pointed(undefined));
    this.sigma.on('enterEdge', ({ edge }) => this.pointed(this.edges.get(edge)?.claim));
    this.sigma.on('leaveEdge', () => this.pointed(undefined));
    this.sigma.on('downNode', ({ node, event }) => {
      if (knottedBy(node) === undefined && restOf(node) === undefined) this.pulled = { id: node, x: event.x, y: event.y, far: false };
    });
    this.sigma.on('moveBody', ({ event, preventSigmaDefault }) => this.drag(event, preventSigmaDefault));
    for (const up of ['upNode', 'upEdge', 'upStage'] as const) this.sigma.on(up, () => this.drop());
  }

  private drag(event: { x: number; y: number }, preventSigmaDefault: () => void): void {
    if (this.pulled === undefined) return;
    preventSigmaDefault();
    this.pulled.far ||= Math.hypot(event.x - this.pulled.x, event.y - this.pulled.y) > DRAG_PX;
    if (!this.pulled.far) return;
    const { x, y } = this.sigma.viewportToGraph(event);
    this.put(this.pulled.id, x, y);
    this.moved();
    this.doings.moved(this.pulled.id, x, -y);
  }

  private drop(): void {
    const { pulled } = this;
    this.pulled = undefined;
    if (pulled?.far !== true || !this.graph.hasNode(pulled.id)) return;
    const { x, y } = this.graph.getNodeAttributes(pulled.id);
    this.doings.pulled(pulled.id, x, -y);
  }

  private pointed(id: string | undefined): void {
    if (this.pulled !== undefined) return;
    const over = id === undefined ? undefined : (knottedBy(id) ?? id);
    this.container.style.cursor = over === undefined ? '' : 'pointer';
    this.hover(over);
    this.doings.hovered(over);
  }

  /** Works out who stays bright: what is pointed at, else the claim chosen, and what it is tied to. */
  private light(changed: readonly string[] = []): void {
    const before = this.lit;
    const centre = this.over ?? (this.chosen !== undefined && !this.nodes.has(this.chosen) ? this.chosen : undefined);
    const lit = centre === undefined ? new Set<string>() : this.around(centre);
    this.lit = lit.size > 1 ? lit : undefined;
    const stale = (id: string) => (before === undefined || before.has(id)) !== (this.lit === undefined || this.lit.has(id));
    this.sigma.refresh({
      partialGraph: { nodes: this.graph.filterNodes(stale), edges: [...new Set([...changed, ...this.graph.filterEdges(stale)])].filter((id) => this.graph.hasEdge(id)) },
      skipIndexation: this.indexed, schedule: true,
    });
  }

  /** A thing or a claim, its ties, and who is at their other ends. */
  private around(centre: string): Set<string> {
    const around = new Set([centre]);
    const near = (this.tied.get(centre) ?? []).flatMap((id) => {
      const claim = this.edges.get(id)?.claim;
      return claim === undefined ? [id] : (this.tied.get(claim) ?? []);
    });
    for (const id of near) {
      const edge = this.edges.get(id);
      if (edge !== undefined) [edge.id, edge.source, edge.target].forEach((one) => around.add(one));
    }
    return around;
  }

  private strength(id: string): number {
    return this.lit === undefined || this.lit.has(id) ? 1 : DIM;
  }

  private lookOf(node: DrawnNode, at: { x: number; y: number }): PartyLook {
    return {
      x: at.x, y: at.y, size: node.radius, shape: SHAPES[node.shape], alpha: node.faint ? FAINT : 1, color: this.palette.tones[node.tone], otherColor: this.palette.tones[node.otherTone],
      zIndex: node.shape === 'knot' ? 1 : 2,
    };
  }

  private tie(edge: DrawnEdge): TieLook {
    return {
      type: edge.claim === undefined ? 'place' : 'tie', size: edge.width, color: this.palette.tones[edge.from], otherColor: this.palette.tones[edge.to], line: LINES[edge.line], course: COURSES[edge.course],
      bend: edge.bend, alpha: edge.claim === undefined ? 0.9 : edge.ended ? 0.28 : 0.82, zIndex: edge.claim === undefined ? 0 : 1,
    };
  }

  /** A new node comes out of a neighbour that is there already. */
  private birthplaces(scene: Scene): Map<string, { x: number; y: number }> {
    const places = new Map<string, { x: number; y: number }>();
    const bear = (id: string, neighbour: string) => {
      if (places.has(id) || this.graph.hasNode(id) || !this.graph.hasNode(neighbour)) return;
      const { x, y } = this.graph.getNodeAttributes(neighbour);
      places.set(id, { x, y });
    };
    for (const { source, target } of scene.edges) {
      bear(source, target);
      bear(target, source);
    }
    return places;
  }

  private glide(from: ReadonlyMap<string, { x: number; y: number }>, duration: number): void {
    cancelAnimationFrame(this.gliding);
    const begin = performance.now();
    const frame = (now: number) => {
      const t = duration === 0 ? 1 : Math.min((now - begin) / duration, 1);
      const eased = 1 - (1 - Math.max(t, 0)) ** 3;
      for (const [id, start] of from) {
        const to = this.nodes.get(id);
        if (to !== undefined) this.put(id, start.x + (to.x - start.x) * eased, start.y + (-to.y - start.y) * eased);
      }
      this.moved();
      if (t < 1) this.gliding = requestAnimationFrame(frame);
    };
    frame(begin);
    this.light();
  }

  private setRoom(): void {
    const { width, height } = this.room;
    this.sigma.setCustomBBox({ x: [0, width], y: [-height, 0] });
    this.layer.resize(width, height);
    this.sigma.refresh();
  }

  lookNow(): Look {
    const { width, height } = this.room;
    const size = Math.max(width, height);
    const { x, y, ratio } = this.sigma.getCamera();
    return { x: width / 2 + (x - 0.5) * size, y: height / 2 - (y - 0.5) * size, ratio };
  }

  private lookAt(x: number, y: number, ratio: number, quick: boolean): void {
    const { width, height } = this.room;
    const size = Math.max(width, height);
    const state = { x: 0.5 + (x - width / 2) / size, y: 0.5 + (height / 2 - y) / size, ratio };
    const camera = this.sigma.getCamera();
    if (quick || matchMedia('(prefers-reduced-motion: reduce)').matches) camera.setState(state);
    else void camera.animate(state, { duration: 250 });
  }

  private extent(nodes: readonly DrawnNode[], ratio: number): { left: number; right: number; top: number; bottom: number } {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const node of nodes) {
      const name = (this.layer.widthOfName(node) + node.radius + 12 + (node.more > 0 ? BADGE_PX : 0)) * ratio;
      const edge = 24 * ratio;
      box.left = Math.min(box.left, node.x - (node.nameSide === 'right' ? edge : name));
      box.right = Math.max(box.right, node.x + (node.nameSide === 'left' ? edge : name));
      box.top = Math.min(box.top, node.y - edge);
      box.bottom = Math.max(box.bottom, node.y + edge);
    }
    if (this.room.width < NARROW_PX) box.bottom += FOOT_PX * ratio;
    return nodes.length === 0 ? { left: 0, right: this.room.width, top: 0, bottom: this.room.height } : box;
  }

  private drawNames(): void {
    const ratio = this.sigma.getCamera().ratio;
    const anchors = this.layer.draw(this.scene, this.palette, {
      scale: 1 / Math.sqrt(ratio), ratio, at: (id) => this.onScreen(id), strength: (id) => this.strength(id), over: this.over, chosen: this.chosen,
    });
    this.doings.anchored(anchors);
  }

  private onScreen(id: string): { x: number; y: number } | undefined {
    if (!this.graph.hasNode(id)) return undefined;
    const { x, y } = this.graph.getNodeAttributes(id);
    return this.sigma.graphToViewport({ x, y });
  }
}

function tiesOf(scene: Scene): Map<string, string[]> {
  const ties = new Map<string, string[]>();
  for (const { id, claim, source, target } of scene.edges) {
    for (const end of claim === undefined ? [source, target] : [source, target, claim]) {
      const list = ties.get(end);
      if (list === undefined) ties.set(end, [id]);
      else list.push(id);
    }
  }
  return ties;
}
