import type { GraphNode } from '../../../domain/answers.ts';
import type { RuleMark } from '../../../domain/look-rules.ts';
import { shapeOfChange, type DrawnShape } from '../../../domain/drawing/outlines.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { nodeType } from '../../../domain/schema/graph.ts';
import type { Board } from '../board/board.ts';
import { goneFrom } from '../board/gone.ts';
import type { DrawnThing } from '../board/drawn-things.ts';
import type { BoardStyle } from '../board/board-style.ts';
import { colourScale } from './colour-scale.ts';
import { noLooks, type Looks } from './field-values.ts';
import { moneyOn } from './money.ts';
import { appliedRules, ruledLook } from './rules.ts';
import { neutral, swatches, type Swatch } from '../board/swatches.ts';

/** How a node is drawn beyond its icon, which its type says. */
export interface NodeStyle {
  colour: Swatch;
  /** On the screen, in pixels. */
  radius: number;
  shape: DrawnShape;
  /** What a rule writes behind its name. */
  says: string | null;
  /** What a rule marks it with. */
  mark: RuleMark | null;
}

/** The style of each thing that is drawn, by its reference. */
export function nodeStylesOf(
  board: Board,
  things: readonly DrawnThing[],
  looks: Looks = noLooks,
): (ref: string) => NodeStyle {
  const { style } = board;
  const ofGraph = things.filter(({ added }) => added === null);
  const scale = style.colour === 'type' ? null : colourScale(style.colour, ofGraph);
  const radiusOf = radii(board, things);
  const rules = appliedRules(style.rules, ofGraph, looks);
  // What the graph no longer has bears no colour that would say something of it now.
  const lost = goneFrom(board).nodes;
  const colourOf = (thing: DrawnThing) => {
    if (lost.has(thing.ref) || thing.added?.type === 'thing') return neutral;
    return scale && !thing.added ? scale.colourOf(thing) : colourOfType(style, thing.node.type);
  };
  const styles = new Map(
    things.map((thing) => {
      const ruled = thing.added ? {} : ruledLook(rules, thing);
      const radius =
        ruled.size === undefined ? radiusOf(thing) : least + (most - least) * ruled.size;
      return [
        thing.ref,
        {
          colour: lost.has(thing.ref) ? neutral : (ruled.colour ?? colourOf(thing)),
          radius: radius + (thing.members.length > 0 ? groupMore : 0),
          shape: thing.added?.type === 'thing' ? 'circle' : shapeOf(style, thing.node),
          says: ruled.says ?? null,
          mark: ruled.mark ?? null,
        },
      ];
    }),
  );
  return (ref) => styles.get(ref)!;
}

function shapeOf({ colour }: BoardStyle, { type, change }: GraphNode): DrawnShape {
  return colour === 'change' && change !== undefined ? shapeOfChange[change] : nodeType(type).shape;
}

export function colourOfType({ typeColours }: BoardStyle, type: NodeTypeName): Swatch {
  const chosen = typeColours.get(type);
  return chosen ? swatches[chosen] : nodeType(type).colour;
}

const least = 10.5;
const usual = 12;
const most = 20;
/** The second rim of a group needs room. */
const groupMore = 4;

function radii({ style, ...board }: Board, things: readonly DrawnThing[]) {
  switch (style.size) {
    case 'uniform':
      return () => usual;
    case 'score':
      return ({ node: { score, type } }: DrawnThing) => {
        if (score !== null) return 13 + 7 * score;
        return type === 'account' || type === 'watchlist_entry' ? usual : least;
      };
    case 'links':
      return growing(things, ({ node }) => node.degree);
    case 'money': {
      const money = moneyOn({ style, ...board });
      return growing(things, ({ ref }) => money?.of.get(ref) ?? 0);
    }
  }
}

/** From the least to the most of the board by its logarithm: ten times as much is one step more. */
function growing(things: readonly DrawnThing[], valueOf: (thing: DrawnThing) => number) {
  const logs = things.map((thing) => Math.log1p(valueOf(thing)));
  const top = Math.max(1, ...logs);
  const by = new Map(things.map(({ ref }, index) => [ref, logs[index]! / top]));
  return ({ ref }: DrawnThing) => least + (most - least) * (by.get(ref) ?? 0);
}
