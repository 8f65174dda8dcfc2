import type { DrawnGraph, DrawnNode } from '../drawn/drawn-graph.ts';
import { mostWishing, writtenName, type Cut } from '../drawn/graph-styles.ts';
import {
  chosenLabels,
  discOf,
  labelBox,
  foremostOf,
  type Box,
  type Disc,
  type LabelSide,
} from '../../../../domain/drawing/label-choice.ts';
import { labelWidth } from './label-width.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import type { Size } from '../drawn/stage-size.ts';

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

/** What being near what is pointed at adds to the priority of a label. */
const near = 3;

/** Of what is pointed at in a crowd, or near it, so many may have their names. */
const mostLooked = 40;

/**
 * A story names whom it is of and what it tells by, cut short rather than not at all, before anything that was unfolded; elsewhere a
 * name cut short says little.
 */
const storyTurns = [
  { cut: 'no', ofFirst: true },
  { cut: 'short', ofFirst: true },
  { cut: 'shortest', ofFirst: true },
  { cut: 'no', ofFirst: false },
  { cut: 'short', ofFirst: false },
] as const;
const usualTurns = [{ cut: 'no', ofFirst: undefined }] as const;

/** A node on the stage that may have its name. */
interface Nameable extends Disc {
  drawn: DrawnNode;
  priority: number;
  insists: boolean;
}

interface Drawing {
  graph: DrawnGraph;
  size: () => Size;
  /** What of the stage lies under something else. */
  covered: () => Box[];
  toStage: (place: Point) => Point;
  /** Pixels. */
  radiusOf: (ref: string) => number;
  focus: () => LabelFocus;
  /** Called with what of the stage is taken, once the labels are chosen. */
  chosen: (taken: Box[]) => void;
  /** Writes the label of a node; null: no longer. */
  name: (ref: string, written: Written | null) => void;
}

/** How the label of a node is written. */
export interface Written {
  side: LabelSide;
  /** Cut short, as it has no place otherwise. */
  cut: Cut;
  /** With its end, as another begins alike. */
  tail: boolean;
}

/** Chooses which labels are written after each drawing, so that none covers another. */
export class LabelChooser {
  readonly #drawing: Drawing;
  #named = new Map<string, Written>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
    drawing.graph.on('nodeDropped', this.#forget);
    drawing.graph.on('cleared', this.#forgetAll);
  }

  /** What is taken off the drawing and comes back at once, as by undoing, comes back without its label. */
  readonly #forget = ({ key }: { key: string }): void => void this.#named.delete(key);
  readonly #forgetAll = (): void => this.#named.clear();

  /** Null where the label of a node is not written. */
  writtenOf(ref: string): Written | null {
    return this.#named.get(ref) ?? null;
  }

  /** A node's name as it is written, or would be. */
  nameOf(ref: string, drawn: DrawnNode): string {
    const { cut = 'no', tail = false } = this.#named.get(ref) ?? {};
    return writtenName(drawn, cut, tail);
  }

  /** Of a crowd when it has come to rest, since it is much to look at. */
  soon(): void {
    if (this.#timer !== null && this.#isCrowd()) {
      clearTimeout(this.#timer);
      this.#timer = null;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.choose();
    }, choosingMs);
  }

  /** At once what was to be done soon: a picture has the names of what it shows. */
  now(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    this.choose();
  }

  #isStory(): boolean {
    return this.#drawing.graph.someNode((_ref, { tells }) => tells !== null);
  }

  #isCrowd(): boolean {
    return this.#drawing.graph.order > mostWishing;
  }

  stop(): void {
    this.#drawing.graph.off('nodeDropped', this.#forget);
    this.#drawing.graph.off('cleared', this.#forgetAll);
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  /** `toStage` where the drawing is not there yet that could tell. */
  choose(toStage = this.#drawing.toStage): void {
    const { graph, name, chosen: told } = this.#drawing;
    const nodes = this.#nodesOn(toStage);
    const wishing = this.#isCrowd() ? this.#ofTheCrowd(nodes) : nodes;
    const isStory = this.#isStory();
    const named = new Map<string, Written>();
    const taken = this.#drawing.covered();
    for (const { cut, ofFirst } of isStory ? storyTurns : usualTurns) {
      const alike = cutAlike(wishing, cut);
      const wishes = wishing
        .filter((node) => !named.has(node.ref) && ofFirst !== !isFirst(node))
        .map((node) => {
          const tail = alike.has(writtenName(node.drawn, cut, false));
          return {
            ...node,
            tail,
            width: labelWidth(writtenName(node.drawn, cut, tail)),
            // Rather cut short than over another node.
            insists: node.insists && (!isStory || cut === (ofFirst ? 'shortest' : 'short')),
          };
        });
      const chosen = chosenLabels(wishes, this.#drawing.size(), taken, nodes);
      for (const wish of wishes) {
        const side = chosen.get(wish.ref);
        if (side === undefined) continue;
        named.set(wish.ref, { side, cut, tail: wish.tail });
        taken.push(labelBox(wish, side));
      }
    }
    for (const ref of graph.nodes()) {
      const [now, before] = [named.get(ref), this.#named.get(ref)];
      if (!isSame(now, before)) name(ref, now ?? null);
    }
    this.#named = named;
    if (!this.#isCrowd()) told([...taken, ...nodes.map(({ at, radius }) => discOf(at, radius))]);
  }

  #nodesOn(toStage: (place: Point) => Point): Nameable[] {
    const { graph } = this.#drawing;
    const size = this.#drawing.size();
    const focus = this.#drawing.focus();
    const nodes: Nameable[] = [];
    const isStory = this.#isStory();
    graph.forEachNode((ref, drawn) => {
      const at = toStage(drawn);
      if (at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) return;
      if (isFaded(ref, focus) || (drawn.outside && ref !== focus.centre)) return;
      nodes.push({
        ref,
        drawn,
        at,
        radius: this.#drawing.radiusOf(ref),
        priority: this.#priorityOf(ref, drawn, focus),
        insists: insists(ref, drawn, { ...focus, isStory }),
      });
    });
    return nodes;
  }

  /** The foremost of each part of the stage, and what is pointed at or marked, with what is near it. */
  #ofTheCrowd(nodes: readonly Nameable[]): Nameable[] {
    const looked = nodes
      .filter(({ priority }) => priority >= near)
      .sort((one, other) => other.priority - one.priority);
    const wishing = new Set([...looked.slice(0, mostLooked), ...foremostOf(nodes)]);
    return [...wishing].map((node) => ({ ...node, insists: true }));
  }

  /** Selected, then marked, then near those, then what a story tells by, groups and the highest scores, then what has most links. */
  #priorityOf(
    ref: string,
    { node, members, tells }: DrawnNode,
    { centre, near: beside, marks }: LabelFocus,
  ): number {
    if (ref === centre) return 6;
    if (marks.has(ref)) return 5;
    // What explains most has its name first.
    const own = tells
      ? 1.1 + Math.min(0.8, (tells.weight ?? 1) / 5)
      : (node.score ?? (members.length > 0 ? 1 : Math.min(0.4, Math.log1p(node.degree) / 30)));
    // What is written stays, so that labels do not come and go while the graph moves a little.
    return own + (beside.has(ref) ? near : 0) + (this.#named.has(ref) ? 0.05 : 0);
  }
}

function isSame(one: Written | undefined, other: Written | undefined): boolean {
  return one?.side === other?.side && one?.cut === other?.cut && one?.tail === other?.tail;
}

/** What several would be called that are called otherwise in full. */
function cutAlike(nodes: readonly Nameable[], cut: Cut): Set<string> {
  const called = new Map<string, string>();
  const alike = new Set<string>();
  for (const { drawn } of nodes) {
    const written = writtenName(drawn, cut, false);
    const { caption } = drawn.node;
    if ((called.get(written) ?? caption) !== caption) alike.add(written);
    called.set(written, caption);
  }
  return alike;
}

function isFirst({ drawn: { node, tells }, priority }: Nameable): boolean {
  return tells !== null || node.type === 'account' || priority >= near;
}

/**
 * What is pointed at, marked, a group or scored high has its name. In a story all accounts are scored high, and a lane may be
 * full of them: there what it tells by has.
 */
function insists(
  ref: string,
  { node, members, tells }: DrawnNode,
  { centre, marks, isStory }: LabelFocus & { isStory: boolean },
) {
  const told = tells !== null || members.length > 0 || (!isStory && (node.score ?? 0) >= 0.5);
  return told || ref === centre || marks.has(ref);
}

/** Whether all but what is pointed at is faded, and this with it. */
export function isFaded(ref: string, { near, marks }: LabelFocus): boolean {
  return near.size > 0 && !near.has(ref) && !marks.has(ref);
}
