// Sigma as the canvas uses it: our programs, no names of its own, and looks as bright as the light on them.
import type { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { LEAST_RATIO, MOST_RATIO } from './camera';
import type { Light } from './light';
import { programs, type PartyLook, type TieLook } from './programs';

/** Layers of sigma's that this canvas has no use for: its names and marks are a layer of their own. */
const UNUSED = ['edgeLabels', 'labels', 'hovers', 'hoverNodes'] as const;

export function drawingOf(graph: MultiDirectedGraph<PartyLook, TieLook>, container: HTMLElement, light: Light, isMoving: () => boolean): Sigma<PartyLook, TieLook> {
  const { node, edge } = programs(isMoving);
  const sigma = new Sigma<PartyLook, TieLook>(graph, container, {
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
  return sigma;
}
