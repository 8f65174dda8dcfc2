import type { Palette } from '../../theme/palette.ts';
import type { Sigma } from './create-sigma.ts';
import type { DrawnGraph } from '../drawn/drawn-graph.ts';
import { isDashed, lineOpacity, lineWidth } from '../drawn/graph-styles.ts';
import { thicknessOf } from '../drawn/large.ts';
import type { PlainLine } from './line-mesh.ts';
import { createLineProgram } from './line-program.ts';

/** What makes a line look otherwise, or be another one. */
const changes = ['edgeAdded', 'edgeDropped', 'edgeAttributesUpdated', 'cleared'] as const;

/**
 * The lines of a large graph: straight, without heads, and all drawn at once. Sigma takes each by itself, which
 * without a graphics card takes seconds for thousands.
 */
export class PlainLines {
  readonly #graph: DrawnGraph;
  readonly #sigma: Sigma;
  readonly #palette: Palette;
  /** Those in focus, the others being faded; null when nothing is. */
  #lit: ReadonlySet<string> | null = null;
  #stale = true;
  readonly #changed = () => {
    this.#stale = true;
    this.#sigma.scheduleRender();
  };

  constructor(graph: DrawnGraph, sigma: Sigma, palette: Palette) {
    this.#graph = graph;
    this.#sigma = sigma;
    this.#palette = palette;
    for (const event of changes) graph.on(event, this.#changed);
    // A node that is dragged takes its lines along.
    sigma.getGraph().on('nodeAttributesUpdated', this.#changed);
    sigma.addCustomLayerProgram('lines', 'edges', (gl) => {
      const program = createLineProgram(gl);
      this.#stale = true;
      return {
        cacheData: () => {
          this.#stale = true;
        },
        render: (params) => {
          if (this.#stale) program.set(this.#lines());
          this.#stale = false;
          program.draw(params);
        },
        kill: program.remove,
      };
    });
  }

  /** Fades all but these lines; null: none. */
  light(lit: ReadonlySet<string> | null): void {
    if (lit === null && this.#lit === null) return;
    this.#lit = lit;
    this.#changed();
  }

  stop(): void {
    for (const event of changes) this.#graph.off(event, this.#changed);
  }

  /** Those in focus last, over the others. */
  #lines(): PlainLine[] {
    const graph = this.#graph;
    const [line, focused] = [this.#palette.line, this.#palette.lineFocus].map(partsOf);
    const thickness = thicknessOf(graph.size);
    // Sigma tells of each node too, but copies all that it holds of it.
    const toStage = this.#sigma.getNormalizationFunction();
    const places = new Map(graph.mapNodes((ref, node) => [ref, toStage(node)]));
    const [under, over]: [PlainLine[], PlainLine[]] = [[], []];
    graph.forEachEdge((key, drawn, one, other) => {
      const [from, to] = [places.get(one)!, places.get(other)!];
      const near = this.#lit?.has(key) ?? false;
      const opacity = lineOpacity(drawn, { faded: this.#lit !== null && !near, isHovered: false });
      (near ? over : under).push({
        from,
        to,
        colour: [...(near ? focused! : line!), opacity],
        width: thickness * lineWidth(drawn.bundle),
        dashed: isDashed(drawn.bundle),
      });
    });
    return [...under, ...over];
  }
}

/** `#rrggbb` in parts of [0, 1]. */
function partsOf(colour: string): [number, number, number] {
  const part = (at: number) => parseInt(colour.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}
