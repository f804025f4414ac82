// The canvas: sigma draws and picks, a layer above bears names and marks. It shows a scene and says what the reader does.
import { MultiDirectedGraph } from 'graphology';
import type Sigma from 'sigma';
import { SceneCamera, type Look, type Room } from './camera';
import { drawingOf } from './drawing';
import { birthplaces, Gliding, type Spot } from './gliding';
import type { HeldTies } from './held';
import { LayerOfNames, type Anchor } from './layer';
import { Light } from './light';
import { partyLook, tieLook } from './looks';
import { paletteNow } from './palette';
import { Pointer, type PointerDoings } from './pointer';
import type { PartyLook, TieLook } from './programs';
import type { Scene } from './scene';

export interface Doings extends PointerDoings {
  hovered(id: string | undefined): void;
  anchored(anchors: ReadonlyMap<string, Anchor>): void;
  /** The sight has come to rest; none when it is the one that shows all. */
  looked(at: Look | undefined): void;
}

const STILL_MS = 160;
/** So near to its edge a node is out of sight, and so far from it one is brought back. */
const EDGE_PX = 12;
const INSIDE_PX = 80;

/** How far the sight has to move for a place along one side of the canvas. */
function beyond(at: number, size: number): number {
  if (at < EDGE_PX) return at - INSIDE_PX;
  return at > size - EDGE_PX ? at - (size - INSIDE_PX) : 0;
}

export class Stage {
  private readonly graph = new MultiDirectedGraph<PartyLook, TieLook>();
  private readonly sigma: Sigma<PartyLook, TieLook>;
  private readonly ties: HeldTies;
  private readonly layer: LayerOfNames;
  private readonly watcher: ResizeObserver;
  private readonly camera: SceneCamera;
  private readonly pointer: Pointer;
  private readonly light = new Light();
  private readonly gliding = new Gliding((spots) => {
    for (const [id, spot] of spots) this.put(id, spot);
    this.moved();
  });
  private scene: Scene = { nodes: [], edges: [] };
  private roomKnown: Room = { width: 1, height: 1 };
  private palette = paletteNow();
  private moving = false;
  /** Whether an arrangement has taken the nodes from where the scene has them. */
  private isPlaced = false;
  private stilling: ReturnType<typeof setTimeout> | undefined;
  /** Whether sigma has its places in memory for all that the graph has, so that single ones can be painted anew. */
  private indexed = false;

  constructor(private readonly container: HTMLElement, private readonly doings: Doings, resized: () => void) {
    const { sigma, ties } = drawingOf(this.graph, container, this.light, () => this.moving);
    this.sigma = sigma;
    this.ties = ties;
    this.layer = new LayerOfNames(container);
    this.setRoom();
    this.sigma.on('beforeProcess', () => (this.indexed = true));
    this.sigma.on('afterRender', () => this.drawNames());
    this.sigma.getCamera().on('updated', () => this.move());
    this.camera = new SceneCamera(this.sigma.getCamera(), () => this.room, (node) => this.layer.widthOfName(node), (at) => doings.looked(at));
    this.pointer = new Pointer(
      this.sigma,
      {
        claimOf: (tie) => this.light.claimOf(tie),
        over: (id) => this.pointed(id),
        put: (id, x, y) => {
          this.put(id, { x, y });
          this.moved();
        },
        at: (id) => this.at(id),
      },
      doings,
    );
    this.watcher = new ResizeObserver(() => {
      this.setRoom();
      resized();
    });
    this.watcher.observe(container);
  }

  /** What the picture was last made for: between a change of the container and its being told, not what the container has. */
  get room(): Room {
    return this.roomKnown;
  }

  /** Shows a scene; what stays glides to its new place. */
  show(scene: Scene, glide: boolean): void {
    this.scene = scene;
    this.light.fallOn(scene);
    this.indexed = false;
    this.isPlaced = false;
    this.clearFor(scene);
    const births = birthplaces(scene, (id) => this.at(id));
    const from = new Map<string, Spot>();
    const to = new Map<string, Spot>();
    for (const node of scene.nodes) {
      const end = { x: node.x, y: -node.y };
      const begin = this.at(node.id) ?? births.get(node.id) ?? end;
      from.set(node.id, begin);
      to.set(node.id, end);
      this.graph.mergeNode(node.id, partyLook(node, begin, this.palette));
    }
    for (const edge of scene.edges) {
      if (this.graph.hasEdge(edge.id)) this.graph.replaceEdgeAttributes(edge.id, tieLook(edge, this.palette));
      else if (this.graph.hasNode(edge.source) && this.graph.hasNode(edge.target)) this.graph.addEdgeWithKey(edge.id, edge.source, edge.target, tieLook(edge, this.palette));
    }
    this.gliding.start(from, to, glide);
    this.relight();
  }

  /** Moves nodes without a new scene, while an arrangement settles. */
  place(spots: ReadonlyMap<string, { x: number; y: number }>): void {
    this.gliding.stop();
    this.isPlaced = true;
    for (const [id, { x, y }] of spots) if (this.pointer.held !== id) this.put(id, { x, y: -y });
    this.moved();
  }

  /** What is chosen stands out. */
  choose(id: string | undefined): void {
    const { light } = this;
    if (light.chosen === id) return;
    const ties = [...light.tiesTo(light.chosen), ...light.tiesTo(id)];
    light.chosen = id;
    this.relight(ties);
  }

  /** As if the pointer were over it: the table uses it. */
  hover(id: string | undefined): void {
    if (this.light.over === id) return;
    this.light.over = id;
    this.relight();
  }

  repaint(): void {
    this.palette = paletteNow();
    this.ties.changed();
    for (const node of this.scene.nodes) this.graph.mergeNodeAttributes(node.id, partyLook(node, this.graph.getNodeAttributes(node.id), this.palette));
    for (const edge of this.scene.edges) if (this.graph.hasEdge(edge.id)) this.graph.replaceEdgeAttributes(edge.id, tieLook(edge, this.palette));
    this.sigma.refresh({ schedule: true });
  }

  /** Brings everything into sight, but never so small that names cannot be read. */
  fit(quick = false): void {
    // While nodes glide, where they will be counts.
    const { nodes } = this.isPlaced ? this.sceneNow() : this.scene;
    this.camera.fit(nodes, this.isPlaced, quick);
  }

  look(at: Look, quick: boolean): void {
    this.camera.look(at, quick);
  }

  lookNow(): Look {
    return this.camera.now();
  }

  zoom(factor: number): void {
    this.camera.zoom(factor);
  }

  /** Brings a node that is out of sight into it, and moves the picture no more than that takes. */
  reveal(id: string): void {
    const spot = this.at(id);
    if (spot === undefined) return;
    const at = this.sigma.graphToViewport(spot);
    const { width, height } = this.room;
    const [x, y] = [beyond(at.x, width), beyond(at.y, height)];
    if (x === 0 && y === 0) return;
    const middle = this.sigma.viewportToGraph({ x: width / 2 + x, y: height / 2 + y });
    this.camera.centre({ x: middle.x, y: -middle.y });
  }

  /** The scene with nodes where they are now, for files. */
  sceneNow(): Scene {
    return {
      ...this.scene,
      nodes: this.scene.nodes.map((node) => {
        const { x, y } = this.at(node.id) ?? { x: node.x, y: -node.y };
        return { ...node, x, y: -y };
      }),
    };
  }

  kill(): void {
    this.gliding.stop();
    this.camera.kill();
    clearTimeout(this.stilling);
    this.watcher.disconnect();
    this.layer.remove();
    this.sigma.kill();
  }

  /** Takes away what another scene has no more. */
  private clearFor(scene: Scene): void {
    const edges = new Set(scene.edges.map((edge) => edge.id));
    const nodes = new Set(scene.nodes.map((node) => node.id));
    for (const id of this.graph.edges()) if (!edges.has(id)) this.graph.dropEdge(id);
    for (const id of this.graph.nodes()) if (!nodes.has(id)) this.graph.dropNode(id);
  }

  private at(id: string): Spot | undefined {
    if (!this.graph.hasNode(id)) return undefined;
    const { x, y } = this.graph.getNodeAttributes(id);
    return { x, y };
  }

  private put(id: string, { x, y }: Spot): void {
    if (!this.graph.hasNode(id)) return;
    const look = this.graph.getNodeAttributes(id);
    look.x = x;
    look.y = y;
  }

  /** Has the positions taken over with the next frame; the looks stay. */
  private moved(): void {
    this.move();
    this.ties.changed();
    this.sigma.refresh({ partialGraph: {}, schedule: true });
  }

  /** Something moves: a little after the last time, it is drawn once more with what the pointer can be over. */
  private move(): void {
    this.moving = true;
    clearTimeout(this.stilling);
    this.stilling = setTimeout(() => this.rest(), STILL_MS);
  }

  /** A movement has not ended while its last frame is not to be seen: until then nothing more of it can come. */
  private rest(): void {
    if (this.ties.areBeingDrawn) {
      this.move();
      return;
    }
    this.moving = false;
    this.sigma.scheduleRender();
  }

  private pointed(id: string | undefined): void {
    this.container.style.cursor = id === undefined ? '' : 'pointer';
    this.hover(id);
    this.doings.hovered(id);
  }

  /** Paints anew what has become bright or dim, and ties that look otherwise for another reason. */
  private relight(changed: readonly string[] = []): void {
    const isStale = this.light.spread();
    this.ties.changed();
    this.sigma.refresh({
      partialGraph: { nodes: this.graph.filterNodes(isStale), edges: [...new Set([...changed, ...this.graph.filterEdges(isStale)])].filter((id) => this.graph.hasEdge(id)) },
      skipIndexation: this.indexed, schedule: true,
    });
  }

  private setRoom(): void {
    const width = Math.max(this.container.clientWidth, 1);
    const height = Math.max(this.container.clientHeight, 1);
    this.roomKnown = { width, height };
    this.sigma.setCustomBBox({ x: [0, width], y: [-height, 0] });
    this.layer.resize(width, height);
    this.ties.changed();
    this.sigma.refresh();
  }

  private drawNames(): void {
    const { ratio } = this.sigma.getCamera();
    const { over, chosen } = this.light;
    const at = (id: string) => {
      const spot = this.at(id);
      return spot === undefined ? undefined : this.sigma.graphToViewport(spot);
    };
    this.doings.anchored(this.layer.draw(this.scene, this.palette, { scale: 1 / Math.sqrt(ratio), ratio, at, strength: (id) => this.light.strength(id), over, chosen }));
  }
}
