import type { Sigma } from './create-sigma.ts';
import type { Box } from '../../../../domain/drawing/label-choice.ts';
import type { DrawnGraph } from '../drawn/drawn-graph.ts';
import { saidOfLine, type lineState, type nodeState } from '../drawn/graph-styles.ts';
import { isFaded, type LabelFocus } from './label-chooser.ts';
import { labelWidth } from './label-width.ts';
import { linesNamed } from './line-names.ts';
import type { Marks } from '../../board/marks.ts';
import type { PlainLines } from './plain-lines.ts';

/** Node or line that the analyst has selected, and what is marked beside. */
export interface Selection {
  node: string | null;
  line: string | null;
  marks: Marks;
  /** What of the layers is told of: what it is about, and the relations that join that. */
  told: { nodes: ReadonlySet<string>; relations: ReadonlySet<string> } | null;
}

/** Around a node with more neighbours than these, names would lie on one another. */
const mostNamed = { nodes: 40, lines: 40 };

/** What is lit up in a drawing, and what is faded, by what is selected, marked and pointed at. */
export class Lighting {
  readonly #graph: DrawnGraph;
  readonly #sigma: Sigma;
  /** The lines of a large graph; there, to fade thousands at every move of the pointer would hold it up. */
  readonly #plain: PlainLines | null;
  #selection: Selection = { node: null, line: null, marks: new Set(), told: null };
  #hovered: string | null = null;
  /** What is lit now: another focus changes those nodes and lines that are in one of the two. */
  #lit: Lit | null = null;

  constructor(graph: DrawnGraph, sigma: Sigma, plain: PlainLines | null) {
    this.#graph = graph;
    this.#sigma = sigma;
    this.#plain = plain;
  }

  labelFocus(): LabelFocus {
    const { node, marks } = this.#selection;
    return { centre: this.#hovered ?? node, near: this.#focus().nodes, marks };
  }

  select(selection: Selection): void {
    this.#selection = selection;
    // The board may be another one, of the same size.
    this.#lit = null;
    this.#light();
  }

  hover(node: string | null): void {
    if (node === this.#hovered) return;
    this.#hovered = node;
    this.#light();
  }

  /** Fades all but what is pointed at or selected, with its neighbours; to be called when the graph has changed. */
  #light(): void {
    const graph = this.#graph;
    const { node: chosen, marks } = this.#selection;
    const lit: Lit = { ...this.#focus(), chosen, marks, size: graph.order + graph.size };
    const before = this.#lit;
    this.#lit = lit;
    const focused = lit.nodes.size > 0;
    const focus = this.labelFocus();
    // As long as others stay faded, or lit, only what was and what is in focus looks otherwise.
    const all = before?.size !== lit.size || before.nodes.size > 0 !== focused;
    const touched = (was: Iterable<string>, is: Iterable<string>, every: () => string[]) =>
      all ? every() : new Set([...was, ...is]);
    for (const ref of touched(nodesOf(before), nodesOf(lit), () => graph.nodes()))
      if (graph.hasNode(ref))
        this.#setNode(ref, {
          faded: isFaded(ref, focus),
          near: focused && lit.nodes.size <= mostNamed.nodes && lit.nodes.has(ref),
          chosen: ref === chosen || marks.has(ref),
        });
    if (this.#plain) {
      this.#plain.light(focused ? lit.lines : null);
      return;
    }
    for (const key of touched(before?.lines ?? [], lit.lines, () => graph.edges()))
      if (graph.hasEdge(key))
        this.#setLine(key, {
          faded: focused && !lit.lines.has(key),
          near: lit.lines.has(key),
          // Which of them say what they stand for is chosen once names stand.
          ...(lit.lines.has(key) ? {} : { named: false }),
          chosen: key === this.#selection.line,
        });
  }

  /** Has those lines that are lit say what they stand for that have room beside what is `taken` of the stage, in pixels. */
  nameLines(taken: readonly Box[]): void {
    const lines = this.#lit?.lines;
    if (!lines || this.#plain) return;
    const named = lines.size <= mostNamed.lines ? this.#named(lines, taken) : new Set<string>();
    for (const key of lines)
      if (this.#graph.hasEdge(key)) this.#setLine(key, { named: named.has(key) });
  }

  /** The one that is selected first. */
  #named(lines: ReadonlySet<string>, taken: readonly Box[]): Set<string> {
    const graph = this.#graph;
    const { line } = this.#selection;
    const wishes = [...lines]
      .filter((key) => graph.hasEdge(key))
      .sort((one, other) => Number(other === line) - Number(one === line))
      .map((key) => {
        const [from, to] = graph.extremities(key).map((ref) => {
          const { x, y } = graph.getNodeAttributes(ref);
          return this.#sigma.graphToViewport({ x, y });
        });
        const said = saidOfLine(graph.getEdgeAttributes(key).bundle, key === line);
        return { key, from: from!, to: to!, width: labelWidth(said) };
      });
    return linesNamed(wishes, taken);
  }

  /** What is so already is not set: Sigma would draw all of it again. */
  #setNode(ref: string, state: Partial<typeof nodeState>): void {
    if (differs(this.#sigma.getNodeState(ref), state)) this.#sigma.setNodeState(ref, state);
  }

  #setLine(key: string, state: Partial<typeof lineState>): void {
    if (differs(this.#sigma.getEdgeState(key), state)) this.#sigma.setEdgeState(key, state);
  }

  #focus(): { nodes: ReadonlySet<string>; lines: ReadonlySet<string> } {
    const graph = this.#graph;
    const { node, line, told } = this.#selection;
    const pointed = this.#plain ? null : this.#hovered;
    const centre = pointed ?? node;
    if (centre !== null && graph.hasNode(centre))
      return {
        nodes: new Set([centre, ...graph.neighbors(centre)]),
        lines: new Set(graph.edges(centre)),
      };
    if (line !== null && graph.hasEdge(line))
      return { nodes: new Set(graph.extremities(line)), lines: new Set([line]) };
    return told ? this.#focusOf(told) : { nodes: new Set(), lines: new Set() };
  }

  #focusOf({ nodes, relations }: NonNullable<Selection['told']>) {
    const graph = this.#graph;
    return {
      nodes: new Set([...nodes].filter((ref) => graph.hasNode(ref))),
      lines: new Set(
        graph.filterEdges(
          (_key, { bundle }, from, to) =>
            (nodes.has(from) && nodes.has(to) && bundle.relations.length === 0) ||
            bundle.relations.some(({ key }) => relations.has(key)),
        ),
      ),
    };
  }
}

/** What was lit, and of how large a graph. */
interface Lit {
  nodes: ReadonlySet<string>;
  lines: ReadonlySet<string>;
  chosen: string | null;
  marks: Marks;
  size: number;
}

function differs<T extends object>(state: T, wanted: Partial<T>): boolean {
  return (Object.keys(wanted) as (keyof T)[]).some((key) => state[key] !== wanted[key]);
}

function nodesOf(lit: Lit | null): string[] {
  if (!lit) return [];
  return [...lit.nodes, ...lit.marks, ...(lit.chosen === null ? [] : [lit.chosen])];
}
