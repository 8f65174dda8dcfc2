import {
  bidSlots,
  complaints,
  praise,
  storyParts,
  swaps,
  talkSlots,
  type Trade,
} from './phrases.ts';
import type { Random } from './random.ts';

/** How somebody writes: the few phrases out of the common stock that are their habit, and sentences of their own. */
export interface Voice {
  bid: string[][];
  talk: string[][];
  stories: string[];
  asides: string[];
  cv: string[];
  edits: Map<string, string>;
  /** Probability that a sentence is left out. */
  skips: number;
  /** Probability that a text is made up freely and not from habit. */
  fresh: number;
}

function story(rng: Random): string {
  return storyParts.map((part) => rng.pick(part)).join(' ');
}

function habits(rng: Random, slots: string[][], most: number): string[][] {
  return slots.map((slot) => rng.sample(slot, rng.int(1, most)));
}

export function drawVoice(rng: Random): Voice {
  return {
    bid: habits(rng, bidSlots, 3),
    talk: habits(rng, talkSlots, 4),
    stories: Array.from({ length: rng.int(1, 4) }, () => story(rng)),
    asides: Array.from({ length: rng.int(0, 2) }, () => story(rng)),
    cv: Array.from({ length: rng.int(2, 5) }, () => story(rng)),
    edits: new Map(),
    skips: rng.between(0.02, 0.3),
    fresh: rng.between(0, 0.3),
  };
}

/** A draw of swaps that one person applies to a text somebody else wrote. */
function drawEdits(rng: Random, share: number): Map<string, string> {
  const edits = new Map<string, string>();
  for (const [word, others] of Object.entries(swaps)) {
    if (rng.chance(share)) edits.set(word, rng.pick(others));
  }
  return edits;
}

/** The same text in other hands: `what` of it is taken over, lightly edited. */
export function copyVoice(
  rng: Random,
  own: Voice,
  model: Voice,
  what: { bid?: boolean; talk?: boolean; cv?: boolean; edit: number },
): Voice {
  const extra = rng.chance(0.4) ? [story(rng)] : [];
  return {
    bid: what.bid ? model.bid.map((slot) => slot.slice(0, rng.int(1, slot.length))) : own.bid,
    stories: what.bid ? [...model.stories, ...extra] : own.stories,
    talk: what.talk ? model.talk : own.talk,
    asides: what.talk ? model.asides : own.asides,
    cv: what.cv ? rng.shuffle([...model.cv, ...extra]) : own.cv,
    edits: drawEdits(rng, what.edit),
    skips: rng.between(0.02, 0.3),
    fresh: what.bid ? rng.between(0, 0.25) : own.fresh,
  };
}

interface Filling {
  given: string;
  title: string;
  trade: Trade;
  years: number;
}

function fill(rng: Random, text: string, filling: Filling): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    switch (slot) {
      case 'given':
        return filling.given;
      case 'title':
        return filling.title;
      case 'trade':
        return filling.trade.id;
      case 'years':
        return String(filling.years);
      case 'days':
        return String(rng.int(2, 21));
      case 'hours':
        return String(rng.int(2, 8) * 5);
      default:
        return rng.pick(filling.trade.skills);
    }
  });
}

function edited(text: string, edits: Map<string, string>): string {
  if (edits.size === 0) return text;
  return text.replace(/[A-Za-z]+/g, (word) => {
    const other = edits.get(word.toLowerCase());
    if (other === undefined) return word;
    const first = word.charAt(0);
    return first === first.toUpperCase() ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });
}

function compose(
  rng: Random,
  voice: Voice,
  slots: string[][],
  stock: string[][],
  own: string[],
  filling: Filling,
): string {
  const parts: string[] = [];
  const fresh = rng.chance(voice.fresh);
  slots.forEach((slot, i) => {
    if (i > 0 && rng.chance(voice.skips)) return;
    parts.push(rng.pick(fresh ? stock[i]! : slot));
    if (i === Math.floor(slots.length / 2) && own.length > 0 && rng.chance(0.75)) {
      parts.push(...rng.sample(own, Math.min(own.length, rng.int(1, 2))));
    }
  });
  return edited(fill(rng, parts.join(' '), filling), voice.edits);
}

export function bidText(rng: Random, voice: Voice, filling: Filling): string {
  return compose(rng, voice, voice.bid, bidSlots, voice.stories, filling);
}

export function talkText(rng: Random, voice: Voice, filling: Filling): string {
  return compose(rng, voice, voice.talk, talkSlots, voice.asides, filling);
}

export function cvText(rng: Random, voice: Voice, filling: Filling, school: string): string {
  const skills = rng.sample(filling.trade.skills, 3).join(', ');
  const head = rng.pick([
    `${filling.given}, ${filling.trade.id} freelancer.`,
    `Freelance ${filling.trade.id} work since ${2024 - filling.years}.`,
    `About me: ${filling.years} years in ${filling.trade.id}.`,
  ]);
  const parts = [head, ...voice.cv, `Tools: ${skills}.`, `Studied at ${school}.`];
  return edited(parts.join(' '), voice.edits);
}

export function comment(rng: Random, score: number, title: string): string {
  const pool = score >= 4 ? praise : complaints;
  const text = rng.sample(pool, rng.chance(0.25) ? 2 : 1).join(' ');
  return text.replace('{title}', title);
}
