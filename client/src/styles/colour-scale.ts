import { shapeOfChange, type DrawnShape } from '../../../domain/drawing/outlines.ts';
import { messages } from '../../../domain/messages/later.ts';
import type { DrawnThing } from '../board/drawn-things.ts';
import type { Colouring } from '../board/board-style.ts';
import { neutral, steps, swatches, swatchNames, type Swatch } from '../board/swatches.ts';

export interface ScaleEntry {
  label: string;
  colour: Swatch;
  /** Where the shape says it as well. */
  shape?: DrawnShape;
}

/** What the colours of a board stand for, for the legend and for pictures. */
export interface ColourScale {
  entries: readonly ScaleEntry[];
  colourOf: (thing: DrawnThing) => Swatch;
}

export function colourScale(
  colouring: Exclude<Colouring, 'type'>,
  things: readonly DrawnThing[],
): ColourScale {
  switch (colouring) {
    case 'score':
      return byScore(things);
    case 'links':
      return byLinks(things);
    case 'cluster':
      return byKind(things, ({ node }) => node.cluster_id, messages.looks.noCluster);
    case 'country':
      return byKind(things, countryOf, messages.looks.noCountry);
    case 'change':
      return byChange();
  }
}

function countryOf({ node, members }: DrawnThing): string | null {
  const countries = new Set(members.map(({ country }) => country ?? null));
  if (members.length > 0) return countries.size === 1 ? ([...countries][0] ?? null) : null;
  return node.country ?? null;
}

/** The most frequent kinds each have a colour; the others share one with what has none. */
function byKind(
  things: readonly DrawnThing[],
  kindOf: (thing: DrawnThing) => string | null,
  none: string,
): ColourScale {
  const counts = new Map<string, number>();
  for (const thing of things) {
    const kind = kindOf(thing);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([kind]) => kind);
  const colours = new Map<string, Swatch>(
    kinds.slice(0, swatchNames.length).map((kind, index) => [kind, swatches[swatchNames[index]!]]),
  );
  const rest = kinds.length - colours.size;
  const others = rest > 0 ? messages.looks.otherKinds(rest, none) : none;
  return {
    entries: [
      ...[...colours].map(([label, colour]) => ({ label, colour })),
      { label: others, colour: neutral },
    ],
    colourOf: (thing) => colours.get(kindOf(thing) ?? '') ?? neutral,
  };
}

function byChange(): ColourScale {
  const { joined, left, stayed } = messages.looks.change;
  return {
    entries: [
      { label: joined, colour: swatches.green, shape: shapeOfChange.joined },
      { label: left, colour: neutral, shape: shapeOfChange.left },
      { label: stayed, colour: swatches.blue },
    ],
    colourOf: ({ node: { change } }) => {
      if (change === undefined) return swatches.blue;
      return change === 'joined' ? swatches.green : neutral;
    },
  };
}

function byScore(things: readonly DrawnThing[]): ColourScale {
  const scored = things.some(({ node }) => node.score !== null);
  const share = 100 / steps.length;
  const entries = steps.map((colour, step) => ({
    label: messages.looks.between(step * share, (step + 1) * share),
    colour,
  }));
  return {
    entries: [...(scored ? entries : []), { label: messages.looks.noScore, colour: neutral }],
    colourOf: ({ node: { score } }) => (score === null ? neutral : stepAt(score)),
  };
}

/** In steps of equal ratio, since a few nodes have most of the links. */
function byLinks(things: readonly DrawnThing[]): ColourScale {
  const most = Math.max(1, ...things.map(({ node }) => node.degree));
  const bounds = steps.map((_, step) => Math.round((most + 1) ** (step / steps.length)) - 1);
  const entries = steps.flatMap((colour, step) => {
    const [from, to] = [bounds[step]!, step + 1 < steps.length ? bounds[step + 1]! - 1 : most];
    return to < from ? [] : [{ label: messages.looks.between(from, to), colour }];
  });
  return {
    entries,
    colourOf: ({ node: { degree } }) =>
      steps[bounds.findLastIndex((bound) => degree >= bound)] ?? neutral,
  };
}

function stepAt(share: number): Swatch {
  return steps[Math.min(steps.length - 1, Math.floor(share * steps.length))]!;
}
