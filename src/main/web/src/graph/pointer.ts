// What the pointer does on the canvas: it is over things, clicks them, opens them, and pulls them elsewhere.
import type Sigma from 'sigma';
import type { PartyLook, TieLook } from './programs';
import { knottedBy } from './scene';
import { restOf } from './shown';

export interface PointerDoings {
  node(id: string): void;
  claim(id: string): void;
  nothing(): void;
  open(id: string): void;
  moved(id: string, x: number, y: number): void;
  pulled(id: string, x: number, y: number): void;
}

/** What the canvas does for the pointer. */
export interface Pointed {
  claimOf(tie: string): string | undefined;
  over(id: string | undefined): void;
  /** Puts a node where the pointer is, in units of the graph, whose y grows upwards. */
  put(id: string, x: number, y: number): void;
  at(id: string): { x: number; y: number } | undefined;
}

const DRAG_PX = 4;

export class Pointer {
  private pull: { readonly id: string; readonly x: number; readonly y: number; isFar: boolean } | undefined;

  constructor(private readonly sigma: Sigma<PartyLook, TieLook>, private readonly canvas: Pointed, private readonly doings: PointerDoings) {
    this.listenToClicks();
    this.listenToMoves();
  }

  /** The node that it holds. */
  get held(): string | undefined {
    return this.pull?.id;
  }

  private listenToClicks(): void {
    const { sigma, canvas, doings } = this;
    sigma.on('clickNode', ({ node }) => {
      const claim = knottedBy(node);
      if (claim !== undefined) doings.claim(claim);
      else doings.node(restOf(node) ?? node);
    });
    sigma.on('clickEdge', ({ edge }) => {
      const claim = canvas.claimOf(edge);
      if (claim !== undefined) doings.claim(claim);
    });
    sigma.on('clickStage', () => doings.nothing());
    sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      if (knottedBy(node) === undefined) doings.open(restOf(node) ?? node);
    });
  }

  private listenToMoves(): void {
    const { sigma, canvas } = this;
    sigma.on('enterNode', ({ node }) => this.over(knottedBy(node) ?? node));
    sigma.on('leaveNode', () => this.over(undefined));
    sigma.on('enterEdge', ({ edge }) => this.over(canvas.claimOf(edge)));
    sigma.on('leaveEdge', () => this.over(undefined));
    sigma.on('downNode', ({ node, event }) => {
      if (knottedBy(node) === undefined && restOf(node) === undefined) this.pull = { id: node, x: event.x, y: event.y, isFar: false };
    });
    sigma.on('moveBody', ({ event, preventSigmaDefault }) => this.drag(event, preventSigmaDefault));
    for (const up of ['upNode', 'upEdge', 'upStage'] as const) sigma.on(up, () => this.drop());
  }

  private over(id: string | undefined): void {
    if (this.pull === undefined) this.canvas.over(id);
  }

  private drag(event: { x: number; y: number }, preventSigmaDefault: () => void): void {
    if (this.pull === undefined) return;
    preventSigmaDefault();
    this.pull.isFar ||= Math.hypot(event.x - this.pull.x, event.y - this.pull.y) > DRAG_PX;
    if (!this.pull.isFar) return;
    const { x, y } = this.sigma.viewportToGraph(event);
    this.canvas.put(this.pull.id, x, y);
    this.doings.moved(this.pull.id, x, -y);
  }

  private drop(): void {
    const { pull } = this;
    this.pull = undefined;
    const at = pull?.isFar === true ? this.canvas.at(pull.id) : undefined;
    if (pull !== undefined && at !== undefined) this.doings.pulled(pull.id, at.x, -at.y);
  }
}
