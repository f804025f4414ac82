// Ties while the reader moves the picture. Where drawing them takes long, they are moved as the picture that was drawn last.
import type Sigma from 'sigma';
import type { Camera } from 'sigma';

/** Longer than two frames: the reader would see it stutter. */
const SLOW_MS = 40;
/** So much of the canvas may be bare, and so much may it be enlarged or made smaller, before ties are drawn anew. */
const BARE = 0.25;
const ENLARGED = 1.6;

type Spot = { readonly x: number; readonly y: number };
type State = ReturnType<Camera['getState']>;
/** How a picture is enlarged, then moved, in pixels. */
interface Shift { readonly scale: number; readonly x: number; readonly y: number }

export class HeldTies {
  /** Whether the next frame shows them as they were drawn last. */
  areHeld = false;
  private drawnAt: State | undefined;
  private takesLong = false;
  private measured: WebGLSync | undefined;

  /** @param isMoving whether the reader moves the picture, so that it need not be drawn with all its care */
  constructor(private readonly sigma: Sigma, private readonly canvas: HTMLCanvasElement, private readonly isMoving: () => boolean) {
    canvas.style.transformOrigin = '0 0';
    sigma.on('beforeRender', () => this.decide());
    sigma.on('afterRender', () => this.place());
  }

  /** Whether a frame of a movement has been ordered that is not to be seen yet. */
  get areBeingDrawn(): boolean {
    return this.measured !== undefined;
  }

  /** Ties or what they join have changed: the next frame draws them. */
  changed(): void {
    this.drawnAt = undefined;
  }

  private decide(): void {
    const shift = this.takesLong && this.isMoving() ? this.shiftNow() : undefined;
    this.areHeld = shift !== undefined && this.isClose(shift);
  }

  private place(): void {
    if (this.areHeld) {
      const { scale, x, y } = this.shiftNow()!;
      this.canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
      return;
    }
    this.canvas.style.transform = '';
    this.drawnAt = this.sigma.getCamera().getState();
    if (this.isMoving()) this.measure();
  }

  /** From where they were drawn to where they are now. */
  private shiftNow(): Shift | undefined {
    if (this.drawnAt === undefined) return undefined;
    const [origin, other] = [{ x: 0, y: 0 }, { x: 1, y: 1 }];
    const [from, fromOther] = [origin, other].map((spot) => this.sigma.framedGraphToViewport(spot, { cameraState: this.drawnAt! })) as [Spot, Spot];
    const [to, toOther] = [origin, other].map((spot) => this.sigma.framedGraphToViewport(spot, { cameraState: this.sigma.getCamera().getState() })) as [Spot, Spot];
    const scale = (toOther.x - to.x) / (fromOther.x - from.x);
    return { scale, x: to.x - scale * from.x, y: to.y - scale * from.y };
  }

  private isClose({ scale, x, y }: Shift): boolean {
    const { width, height } = this.sigma.getDimensions();
    const bare = (from: number, size: number): number => Math.max(from, size - (from + size * scale)) / size;
    return scale < ENLARGED && scale > 1 / ENLARGED && bare(x, width) < BARE && bare(y, height) < BARE;
  }

  /** How long the frame takes that was just ordered; one at a time. */
  private measure(): void {
    const gl = this.canvas.getContext('webgl2');
    const sync = this.measured === undefined ? gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0) : undefined;
    if (gl === null || sync === null || sync === undefined) return;
    const begin = performance.now();
    this.measured = sync;
    const look = (): void => {
      if (gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.UNSIGNALED && !gl.isContextLost()) {
        requestAnimationFrame(look);
        return;
      }
      this.takesLong = performance.now() - begin > SLOW_MS;
      gl.deleteSync(sync);
      this.measured = undefined;
    };
    requestAnimationFrame(look);
  }
}
