// Sigma as the canvas uses it: our programs, no names of its own, and looks as bright as the light on them.
import type { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { LEAST_RATIO, MOST_RATIO } from './camera';
import { HeldTies } from './held';
import type { Light } from './light';
import { programs, type PartyLook, type TieLook } from './programs';

/** Layers of sigma's that this canvas has no use for: its names and marks are a layer of their own. */
const UNUSED = ['edgeLabels', 'labels', 'hovers', 'hoverNodes'] as const;

export interface Drawing { readonly sigma: Sigma<PartyLook, TieLook>; readonly ties: HeldTies }

/** @param isMoving whether something moves, so that what the pointer is over need not be drawn */
export function drawingOf(graph: MultiDirectedGraph<PartyLook, TieLook>, container: HTMLElement, light: Light, isMoving: () => boolean): Drawing {
  let ties: HeldTies | undefined;
  const areHeld = (): boolean => ties?.areHeld ?? false;
  /** Leaves ties as they are while they are held. */
  class Kept extends Sigma<PartyLook, TieLook> {
    override clear(): this {
      const gl = areHeld() ? this.getCanvases()['nodes']?.getContext('webgl2') : undefined;
      if (gl === undefined || gl === null) return super.clear();
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.clear(gl.COLOR_BUFFER_BIT);
      return this;
    }
  }
  const { node, edge } = programs(isMoving, areHeld);
  const sigma = new Kept(graph, container, {
    renderLabels: false, enableEdgeEvents: true, autoRescale: false, stagePadding: 0, zIndex: true, allowInvalidContainer: true,
    minCameraRatio: LEAST_RATIO, maxCameraRatio: MOST_RATIO, doubleClickZoomingRatio: 1, defaultDrawNodeHover: () => {}, inertiaDuration: 150, zoomDuration: 180,
    defaultNodeType: 'party', defaultEdgeType: 'tie', nodeProgramClasses: node, edgeProgramClasses: edge,
    // Sigma hands over copies: they may be changed.
    nodeReducer: (id, look) => {
      look.alpha *= light.strength(id);
      return look;
    },
    edgeReducer: (id, look) => {
      look.alpha *= light.strength(id);
      if (light.chosen !== undefined && light.claimOf(id) === light.chosen) look.size += 2;
      return look;
    },
  });
  // What is never drawn on is not put together with the rest either: without a graphics card that costs as much as drawing.
  const canvases = sigma.getCanvases();
  for (const name of UNUSED) if (canvases[name] !== undefined) canvases[name].style.display = 'none';
  ties = new HeldTies(sigma as unknown as Sigma, canvases['edges']!, isMoving);
  return { sigma, ties };
}
