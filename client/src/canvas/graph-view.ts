import Sigma from 'sigma';
import { palettes } from '../theme/palette.ts';
import type { Scheme } from '../theme/scheme.ts';
import type { Move } from './board.ts';
import type { Point } from './placement.ts';
import type { DrawnGraph, DrawnLine, DrawnNode } from './drawn-graph.ts';
import { lineState, lineStyles, nodeState, nodeStyles } from './graph-styles.ts';
import { drawingScale, paddingOf } from './stage-size.ts';
import { lineEnds, lineLayer, linePaths, lineVariables } from './line-paint.ts';
import { nodeLayer, nodeShapes, nodeVariables } from './node-paint.ts';

export interface ViewEvents {
  select: (ref: string | null) => void;
  /** Clicked together with Ctrl, Shift or the command key. */
  compare: (ref: string) => void;
  selectLine: (key: string) => void;
  expand: (ref: string) => void;
  /** `x` and `y` in pixels of the window. */
  menu: (ref: string, x: number, y: number) => void;
  dragged: (ref: string, move: Move) => void;
}

/** Node or line that the analyst has selected. */
export interface Selection {
  node: string | null;
  line: string | null;
}

const movingMs = 250;

/** Around a node with more neighbours than these, names would lie on one another. */
const mostNamed = { nodes: 40, lines: 14 };

/** Above so many lines the canvas shows none of them while it moves, and does not answer to clicks on them. */
const manyLines = 3_000;

function createSigma(graph: DrawnGraph, container: HTMLElement, scheme: Scheme) {
  const palette = palettes[scheme];
  const many = graph.size > manyLines;
  const stage = { width: container.clientWidth, height: container.clientHeight };
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
        edges: {
          paths: linePaths,
          extremities: lineEnds,
          variables: lineVariables,
          layers: [lineLayer],
        },
      },
      styles: {
        nodes: nodeStyles(scheme, palette, drawingScale(stage)),
        edges: lineStyles(palette),
      },
      customNodeState: nodeState,
      customEdgeState: lineState,
      settings: {
        itemSizesReference: 'screen',
        renderEdgeLabels: true,
        enableEdgeEvents: !many,
        hideEdgesOnMove: many,
        hideLabelsOnMove: many,
        enableNodeDrag: true,
        labelDensity: 0.6,
        labelGridCellSize: 120,
        labelRenderedSizeThreshold: 5,
        stagePadding: paddingOf(stage),
        minCameraRatio: 0.03,
        maxCameraRatio: 4,
        doubleClickZoomingRatio: 1,
      },
    },
  );
}

/** The drawing of a graph in an element of the page: one Sigma, its events and what is lit up. */
export class GraphView {
  readonly #graph: DrawnGraph;
  readonly #sigma: ReturnType<typeof createSigma>;
  #selection: Selection = { node: null, line: null };
  #hovered: string | null = null;

  constructor(graph: DrawnGraph, container: HTMLElement, scheme: Scheme, events: ViewEvents) {
    this.#graph = graph;
    this.#sigma = createSigma(graph, container, scheme);
    this.#listen(events);
  }

  #listen(events: ViewEvents): void {
    const sigma = this.#sigma;
    sigma.on('enterNode', ({ node }) => this.#hover(node));
    sigma.on('leaveNode', () => this.#hover(null));
    sigma.on('clickNode', ({ node, event: { original } }) => {
      const together = original.ctrlKey || original.shiftKey || original.metaKey;
      if (together) events.compare(node);
      else events.select(node);
    });
    sigma.on('clickStage', () => events.select(null));
    sigma.on('clickEdge', ({ edge }) => events.selectLine(edge));
    sigma.on('doubleClickNode', (payload) => {
      payload.preventSigmaDefault();
      events.expand(payload.node);
    });
    sigma.on('rightClickNode', ({ node, event }) => {
      event.original.preventDefault();
      const { left, top } = sigma.getContainer().getBoundingClientRect();
      events.menu(node, left + event.x, top + event.y);
    });
    let from: Point = { x: 0, y: 0 };
    sigma.on('nodeDragStart', ({ node }) => (from = this.#pointOf(node)));
    sigma.on('nodeDragEnd', ({ node }) => events.dragged(node, { from, to: this.#pointOf(node) }));
    sigma.on('resize', () => sigma.setSetting('stagePadding', paddingOf(sigma.getDimensions())));
  }

  #pointOf(ref: string): Point {
    const { x, y } = this.#graph.getNodeAttributes(ref);
    return { x, y };
  }

  select(selection: Selection): void {
    this.#selection = selection;
    this.light();
  }

  #hover(node: string | null): void {
    this.#hovered = node;
    this.light();
  }

  /** Fades all but what is pointed at or selected, with its neighbours; to be called when the graph has changed. */
  light(): void {
    const { nodes, lines } = this.#focus();
    const chosen = this.#selection.node;
    const focused = nodes.size > 0;
    for (const ref of this.#graph.nodes())
      this.#sigma.setNodeState(ref, {
        faded: focused && !nodes.has(ref),
        near: focused && nodes.size <= mostNamed.nodes && nodes.has(ref),
        chosen: ref === chosen,
      });
    for (const key of this.#graph.edges())
      this.#sigma.setEdgeState(key, {
        faded: focused && !lines.has(key),
        near: lines.has(key),
        named: lines.size <= mostNamed.lines && lines.has(key),
      });
  }

  #focus(): { nodes: ReadonlySet<string>; lines: ReadonlySet<string> } {
    const graph = this.#graph;
    const { node, line } = this.#selection;
    const centre = this.#hovered ?? node;
    if (centre !== null && graph.hasNode(centre))
      return {
        nodes: new Set([centre, ...graph.neighbors(centre)]),
        lines: new Set(graph.edges(centre)),
      };
    if (line !== null && graph.hasEdge(line))
      return { nodes: new Set(graph.extremities(line)), lines: new Set([line]) };
    return { nodes: new Set(), lines: new Set() };
  }

  fit(): void {
    void this.#sigma.getCamera().reset({ duration: movingMs });
  }

  zoom(direction: 'in' | 'out'): void {
    const camera = this.#sigma.getCamera();
    void (direction === 'in'
      ? camera.zoomIn({ duration: movingMs, factor: 1.5 })
      : camera.zoomOut({ duration: movingMs, factor: 1.5 }));
  }

  /** Where a node is in the window, in pixels. */
  placeOf(ref: string): { x: number; y: number } {
    const place = this.#sigma.graphToViewport(this.#graph.getNodeAttributes(ref));
    const { left, top } = this.#sigma.getContainer().getBoundingClientRect();
    return { x: left + place.x, y: top + place.y };
  }

  /** Moves the view when the node lies outside it. */
  reveal(ref: string): void {
    if (!this.#graph.hasNode(ref)) return;
    const { x, y } = this.#sigma.graphToViewport(this.#graph.getNodeAttributes(ref));
    const { width, height } = this.#sigma.getDimensions();
    if (x > 0 && y > 0 && x < width && y < height) return;
    const shown = this.#sigma.getNodeDisplayData(ref);
    if (shown)
      void this.#sigma.getCamera().animate({ x: shown.x, y: shown.y }, { duration: movingMs });
  }

  /** The drawing as it is, on a transparent ground; it must be read before the next frame. */
  picture(): HTMLCanvasElement {
    this.#sigma.refresh();
    return this.#sigma.getStageCanvas();
  }

  kill(): void {
    this.#sigma.kill();
  }
}
