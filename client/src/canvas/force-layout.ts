import type { LayoutProgress, LayoutTask } from './layout-messages.ts';
import type { DrawnGraph } from './drawn-graph.ts';
import { bareWidthOf, widthOf } from './graph-styles.ts';
import type { Size } from './stage-size.ts';

/** Enough for small graphs to come to rest; large ones are readable long before. */
const mostIterations = 900;
const mostMoves = 900_000;

/** Between two looks at how far it has come; without animation, seldom. */
const newsMs = { live: 80, seldom: 1_000 };

interface Run {
  /** Which nodes must stay where they are. */
  fixed: (node: string) => boolean;
  /** What the drawing may take, in pixels. */
  stage: Size;
  /** Whether the way there is shown. */
  live: boolean;
  /** Called when it has come to rest or was stopped, not when another run takes its place. */
  onRest?: (() => void) | undefined;
}

/** Moves the nodes of a drawn graph until they come to rest; one run at a time. */
export class ForceLayout {
  readonly #graph: DrawnGraph;
  readonly #onChange: (running: boolean) => void;
  #worker: Worker | null = null;
  #onRest: (() => void) | undefined;

  constructor(graph: DrawnGraph, onChange: (running: boolean) => void) {
    this.#graph = graph;
    this.#onChange = onChange;
  }

  run({ fixed, stage, live, onRest }: Run): void {
    this.#end();
    const order = this.#graph.nodes();
    if (order.length < 2) {
      this.#onChange(false);
      return;
    }
    const indexOf = new Map(order.map((node, at) => [node, at]));
    this.#onRest = onRest;
    this.#worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<LayoutProgress>) => {
      this.#move(indexOf, data.places, fixed);
      if (data.done) this.stop();
    };
    const task = { ...this.#task(order, indexOf, fixed, stage), newsMs: newsMs[live ? 'live' : 'seldom'] };
    this.#worker.postMessage(task);
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
        (line) => 1 + Math.log2(graph.getEdgeAttributes(line).bundle.relations.length),
      ),
      widths: Float32Array.from(order, (node) => widthOf(graph.getNodeAttributes(node))),
      bare: Float32Array.from(order, (node) => bareWidthOf(graph.getNodeAttributes(node))),
      stage,
      iterations: Math.max(60, Math.min(mostIterations, Math.round(mostMoves / order.length))),
    };
  }
}
