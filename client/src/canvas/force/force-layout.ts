import type { LayoutProgress, LayoutTask } from './layout-messages.ts';
import type { DrawnGraph } from '../drawn/drawn-graph.ts';
import { bareWidthOf, widthOf } from '../drawn/graph-styles.ts';
import type { Size } from '../drawn/stage-size.ts';

/** Enough for small graphs to come to rest; large ones are readable long before. */
const mostIterations = 900;
const mostMoves = 900_000;

/** Between two looks at how far it has come: without animation seldom, of a large graph none. */
const newsMs = { live: 80, seldom: 1_000, never: Infinity };
export type News = keyof typeof newsMs;

/** Name of the browser's mark and measure of a layout, as its developer tools show them. */
const layoutTiming = 'layout';

interface Run {
  /** Which nodes must stay where they are. */
  fixed: (node: string) => boolean;
  /** What the drawing may take, in pixels. */
  stage: Size;
  /** How often the way there is shown. */
  news: News;
  /** Called when it has come to rest or was stopped, not when another run takes its place. */
  onRest?: (() => void) | undefined;
}

/** Moves the nodes of a drawn graph until they come to rest; one run at a time. */
export class ForceLayout {
  readonly #graph: DrawnGraph;
  readonly #onChange: (running: boolean) => void;
  /** Made ahead: it takes its time to start. */
  #ready: Worker | null = null;
  #worker: Worker | null = null;
  #onRest: (() => void) | undefined;

  constructor(graph: DrawnGraph, onChange: (running: boolean) => void) {
    this.#graph = graph;
    this.#onChange = onChange;
  }

  /** To be called when a run is near. */
  prepare(): void {
    this.#ready ??= new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  }

  /** Gives up what was made ahead. */
  close(): void {
    this.#ready?.terminate();
    this.#ready = null;
  }

  run({ fixed, stage, news, onRest }: Run): void {
    this.#end();
    const order = this.#graph.nodes();
    if (order.length < 2) {
      this.#onChange(false);
      return;
    }
    const indexOf = new Map(order.map((node, at) => [node, at]));
    this.#onRest = onRest;
    this.prepare();
    this.#worker = this.#ready!;
    this.#ready = null;
    this.#worker.onmessage = ({ data }: MessageEvent<LayoutProgress>) => {
      this.#move(indexOf, data.places, fixed);
      if (!data.done) return;
      performance.measure(layoutTiming, layoutTiming);
      this.stop();
    };
    const task = {
      ...this.#task(order, indexOf, fixed, stage),
      newsMs: newsMs[news],
    };
    this.#worker.postMessage(task);
    performance.mark(layoutTiming);
    this.#onChange(true);
  }

  stop(): void {
    const rested = this.#worker === null ? undefined : this.#onRest;
    this.#end();
    this.#onChange(false);
    rested?.();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#onRest = undefined;
  }

  #move(
    indexOf: ReadonlyMap<string, number>,
    places: Float32Array,
    fixed: (node: string) => boolean,
  ): void {
    this.#graph.updateEachNodeAttributes(
      (node, attributes) => {
        const at = indexOf.get(node);
        // A node may have been pinned or added since the task was given.
        if (at === undefined || fixed(node)) return attributes;
        // In place: thousands of new objects many times a second are felt.
        attributes.x = places[at * 2] ?? 0;
        attributes.y = places[at * 2 + 1] ?? 0;
        return attributes;
      },
      { attributes: ['x', 'y'] },
    );
  }

  #task(
    order: readonly string[],
    indexOf: ReadonlyMap<string, number>,
    fixed: (node: string) => boolean,
    stage: Size,
  ): Omit<LayoutTask, 'newsMs'> {
    const graph = this.#graph;
    const lines = graph.edges();
    return {
      places: Float32Array.from(
        order.flatMap((node) => {
          const { x, y } = graph.getNodeAttributes(node);
          return [x, y];
        }),
      ),
      fixed: Uint8Array.from(order, (node) => (fixed(node) ? 1 : 0)),
      ends: Uint32Array.from(
        lines.flatMap((line) => graph.extremities(line).map((node) => indexOf.get(node) ?? 0)),
      ),
      // A hundred logins pull more than one, but not a hundred times.
      weights: Float32Array.from(
        lines,
        (line) => 1 + Math.log2(Math.max(1, graph.getEdgeAttributes(line).bundle.relations.length)),
      ),
      widths: Float32Array.from(order, (node) => widthOf(graph.getNodeAttributes(node))),
      bare: Float32Array.from(order, (node) => bareWidthOf(graph.getNodeAttributes(node))),
      stage,
      iterations: Math.max(60, Math.min(mostIterations, Math.round(mostMoves / order.length))),
    };
  }
}
