import type { DrawnGraph, DrawnNode } from './drawn-graph.ts';
import { labelOf, mostChosen } from './graph-styles.ts';
import { chosenLabels, type LabelWish } from './label-choice.ts';
import { labelWidth } from './label-width.ts';
import type { Point } from './placement.ts';
import { drawingScale, type Size } from './stage-size.ts';

/** Labels are chosen anew at most so often. */
const choosingMs = 120;

/** What the analyst points at, as far as labels go. */
export interface LabelFocus {
  /** The node that is pointed at, or selected. */
  centre: string | null;
  /** It and its neighbours; where there is none, nothing is faded. */
  near: ReadonlySet<string>;
  marks: ReadonlySet<string>;
}

interface Drawing {
  graph: DrawnGraph;
  size: () => Size;
  toStage: (place: Point) => Point;
  focus: () => LabelFocus;
  /** Writes the label of a node, or no longer. */
  name: (ref: string, named: boolean) => void;
}

/** Chooses which labels are written after each drawing, so that none covers another. */
export class LabelChooser {
  readonly #drawing: Drawing;
  #named: ReadonlySet<string> = new Set();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
  }

  isNamed(ref: string): boolean {
    return this.#named.has(ref) || this.#drawing.graph.order > mostChosen;
  }

  soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#choose();
    }, choosingMs);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #choose(): void {
    const { graph, name } = this.#drawing;
    const named = graph.order > mostChosen ? new Set<string>() : chosenLabels(this.#wishes());
    for (const ref of graph.nodes())
      if (named.has(ref) !== this.#named.has(ref)) name(ref, named.has(ref));
    this.#named = named;
  }

  #wishes(): LabelWish[] {
    const { graph, toStage } = this.#drawing;
    const size = this.#drawing.size();
    const focus = this.#drawing.focus();
    const wishes: LabelWish[] = [];
    graph.forEachNode((ref, drawn) => {
      const at = toStage(drawn);
      if (at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) return;
      if (isFaded(ref, focus)) return;
      wishes.push({
        ref,
        at,
        radius: drawingScale(size) * drawn.radius,
        width: labelWidth(labelOf(drawn.node.caption)),
        priority: this.#priorityOf(ref, drawn, focus),
      });
    });
    return wishes;
  }

  /** Selected, then marked, then near those, then groups and the highest scores, then what has most links. */
  #priorityOf(
    ref: string,
    { node, members }: DrawnNode,
    { centre, near, marks }: LabelFocus,
  ): number {
    if (ref === centre) return 6;
    if (marks.has(ref)) return 5;
    const own =
      node.score ?? (members.length > 0 ? 1 : Math.min(0.4, Math.log1p(node.degree) / 30));
    // What is written stays, so that labels do not come and go while the graph moves a little.
    return own + (near.has(ref) ? 3 : 0) + (this.#named.has(ref) ? 0.05 : 0);
  }
}

/** Whether all but what is pointed at is faded, and this with it. */
export function isFaded(ref: string, { near, marks }: LabelFocus): boolean {
  return near.size > 0 && !near.has(ref) && !marks.has(ref);
}
