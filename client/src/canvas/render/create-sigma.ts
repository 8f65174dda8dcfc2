import type Graph from 'graphology';
import SigmaOf from 'sigma';
import { palettes } from '../../theme/palette.ts';
import type { Scheme } from '../../theme/scheme.ts';
import type { DrawnLine, DrawnNode } from '../drawn/drawn-graph.ts';
import { lineState, lineStyles, nodeState, nodeStyles } from '../drawn/graph-styles.ts';
import { lineDrawing, noLines } from './line-paint.ts';
import { nodeLayer, nodeShapes, nodeVariables } from './node-paint.ts';
import { shrinkingBy } from '../drawn/large.ts';
import { paddingOf, type Size } from '../drawn/stage-size.ts';

interface Looks {
  scheme: Scheme;
  /** Its lines, which are not Sigma's, do not answer to the pointer. */
  large: boolean;
  /** Of nodes, against their usual size. */
  scale: number;
  stage: Size;
}

/** Sigma with our states. */
export type Sigma = SigmaOf<DrawnNode, DrawnLine, object, typeof nodeState, typeof lineState>;

/** Sigma with our shapes, styles and states, drawing a graph into an element. */
export function createSigma(
  graph: Graph<DrawnNode, DrawnLine>,
  container: HTMLElement,
  looks: Looks,
): Sigma {
  const { scheme, large, scale, stage } = looks;
  const palette = palettes[scheme];
  return new SigmaOf<DrawnNode, DrawnLine, object, typeof nodeState, typeof lineState>(
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
        edges: large ? noLines : lineDrawing,
      },
      styles: {
        nodes: nodeStyles(scheme, palette, scale),
        edges: lineStyles(palette),
      },
      customNodeState: nodeState,
      customEdgeState: lineState,
      settings: {
        // What is hidden for a moment, while another view is fetched, has no size.
        allowInvalidContainer: true,
        itemSizesReference: 'screen',
        renderEdgeLabels: !large,
        enableEdgeEvents: !large,
        hideLabelsOnMove: large,
        enableNodeDrag: true,
        labelDensity: 0.6,
        labelGridCellSize: 120,
        labelRenderedSizeThreshold: 5 * scale,
        minEdgeThickness: 1.7,
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
