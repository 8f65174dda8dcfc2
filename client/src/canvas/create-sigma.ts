import Sigma from 'sigma';
import { palettes } from '../theme/palette.ts';
import type { Scheme } from '../theme/scheme.ts';
import type { DrawnGraph, DrawnLine, DrawnNode } from './drawn-graph.ts';
import { lineState, lineStyles, nodeState, nodeStyles } from './graph-styles.ts';
import { lineDrawing, plainLineDrawing } from './line-paint.ts';
import { nodeLayer, nodeShapes, nodeVariables } from './node-paint.ts';
import { shrinkingBy, thicknessOf } from './large.ts';
import { paddingOf, type Size } from './stage-size.ts';

interface Looks {
  scheme: Scheme;
  /** Its lines are straight and without heads, do not answer to the pointer, and are left out while it moves. */
  large: boolean;
  /** Of nodes, against their usual size. */
  scale: number;
  stage: Size;
}

/** Sigma with our shapes, styles and states, drawing a graph into an element. */
export function createSigma(graph: DrawnGraph, container: HTMLElement, looks: Looks) {
  const { scheme, large, scale, stage } = looks;
  const palette = palettes[scheme];
  return new Sigma<DrawnNode, DrawnLine, object, typeof nodeState, typeof lineState>(
    graph,
    container,
    {
      primitives: {
        nodes: {
          shapes: nodeShapes,
          variables: nodeVariables,
          layers: [nodeLayer(palette)],
          label: { font: { family: 'system-ui, sans-serif', weight: '500' } },
        },
        edges: large ? plainLineDrawing : lineDrawing,
      },
      styles: {
        nodes: nodeStyles(scheme, palette, scale),
        edges: lineStyles(palette, large, large ? thicknessOf(graph.size) : 1),
      },
      customNodeState: nodeState,
      customEdgeState: lineState,
      settings: {
        // What is hidden for a moment, while another view is fetched, has no size.
        allowInvalidContainer: true,
        itemSizesReference: 'screen',
        renderEdgeLabels: !large,
        enableEdgeEvents: !large,
        hideEdgesOnMove: large,
        hideLabelsOnMove: large,
        enableNodeDrag: true,
        labelDensity: 0.6,
        labelGridCellSize: 120,
        labelRenderedSizeThreshold: 5 * scale,
        minEdgeThickness: large ? 0.5 : 1.7,
        ...(large && { zoomToSizeRatioFunction: (ratio) => shrinkingBy(scale, ratio) }),
        stagePadding: paddingOf(stage),
        // Places alone make the frame: a step that is taken back gives the very same view.
        autoRescaleContent: 'positions',
        minCameraRatio: 0.03,
        maxCameraRatio: 4,
        doubleClickZoomingRatio: 1,
      },
    },
  );
}
