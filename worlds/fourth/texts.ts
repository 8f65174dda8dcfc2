import { BID, FILLERS, MESSAGE, REMARK, RESUME, SWAPS, TRADES } from './phrases.ts';
import { type Random } from './random.ts';
import { type Voice } from './state.ts';

/** What a writer fills phrases with. */
export interface Writer {
  given: string;
  town: string;
  trade: string;
}

/** Fills all but the title, which is known only when the text is sent. */
function fill(random: Random, phrase: string, writer: Writer): string {
  const tools = TRADES[writer.trade]!;
  return phrase.replaceAll(/\{(\w+)\}/g, (slot, name: string) => {
    switch (name) {
      case 'title':
      case 'given':
        return slot;
      case 'town':
        return writer.town;
      case 'trade':
        return writer.trade;
      case 'tool':
      case 'tool2':
        return random.pick(tools);
      case 'years':
        return String(random.int(2, 14));
      case 'weeks':
        return String(random.int(2, 9));
      case 'count':
        return String(random.int(11, 90));
      default:
        return random.pick(FILLERS[name]!);
    }
  });
}

function compose(
  random: Random,
  bank: Record<string, string[]>,
  counts: Record<string, [number, number]>,
  writer: Writer,
): string[] {
  return Object.entries(bank).flatMap(([part, phrases]) =>
    random
      .sample(phrases, random.int(...counts[part]!))
      .map((phrase) => fill(random, phrase, writer)),
  );
}

const BID_COUNTS: Record<string, [number, number]> = {
  open: [1, 1],
  past: [1, 4],
  plan: [1, 4],
  close: [1, 2],
};
const MESSAGE_COUNTS: Record<string, [number, number]> = {
  open: [1, 1],
  body: [1, 3],
  close: [0, 1],
};
const RESUME_COUNTS: Record<string, [number, number]> = {
  open: [1, 2],
  body: [2, 5],
  close: [1, 3],
};

export const freshBid = (random: Random, writer: Writer): string[] =>
  compose(random, BID, BID_COUNTS, writer);
export const freshMessage = (random: Random, writer: Writer): string[] =>
  compose(random, MESSAGE, MESSAGE_COUNTS, writer);
const freshResume = (random: Random, writer: Writer): string[] =>
  compose(random, RESUME, RESUME_COUNTS, writer);

/** A person's own model texts. */
export function drawVoice(random: Random, writer: Writer): Voice {
  const many = <T>(least: number, most: number, make: () => T): T[] =>
    Array.from({ length: random.int(least, most) }, make);
  return {
    bids: many(1, 4, () => freshBid(random, writer)),
    messages: many(2, 5, () => freshMessage(random, writer)),
    resume: freshResume(random, writer),
    remarks: many(2, 4, () => fill(random, random.pick(REMARK), writer)),
  };
}

/** A sentence through somebody's hands: words swapped, a figure changed, now and then a slip of the finger. */
function touch(random: Random, sentence: string, strength: number): string {
  let out = sentence;
  for (const [one, other] of SWAPS) {
    if (random.chance(strength)) out = out.replace(new RegExp(`\\b${one}\\b`), other);
  }
  if (random.chance(strength)) out = out.replace(/\b\d+\b/, () => String(random.int(2, 60)));
  if (random.chance(strength * 0.3)) {
    const at = random.int(1, Math.max(1, out.length - 2));
    out = out.slice(0, at) + out.slice(at + 1);
  }
  return out;
}

/** Edits a model text: sentences touched, dropped, swapped in place, one of one's own put in. */
function edit(random: Random, text: string[], strength: number, own?: () => string): string[] {
  const out = text
    .filter(() => !random.chance(strength * 0.35))
    .map((sentence) => touch(random, sentence, strength));
  if (out.length > 3 && random.chance(strength)) {
    const at = random.int(1, out.length - 2);
    [out[at], out[at + 1]] = [out[at + 1]!, out[at]!];
  }
  if (own && random.chance(strength)) out.splice(random.int(0, out.length), 0, own());
  return out.length > 0 ? out : [...text];
}

/** Somebody else's model texts, taken over; `parts` tells which of them. */
export function copyVoice(
  random: Random,
  from: Voice,
  own: Voice,
  parts: { bids?: boolean; messages?: boolean; resume?: boolean; remarks?: boolean },
  strength: number,
): Voice {
  const pass = (texts: string[][], mine: string[][]): string[][] =>
    texts.map((text) => edit(random, text, strength, () => random.pick(random.pick(mine))));
  return {
    bids: parts.bids ? pass(from.bids, own.bids) : own.bids,
    messages: parts.messages ? pass(from.messages, own.messages) : own.messages,
    resume: parts.resume ? edit(random, from.resume, strength) : own.resume,
    remarks: parts.remarks
      ? from.remarks.map((remark) => touch(random, remark, strength))
      : own.remarks,
  };
}

/** What is sent: a model text lightly varied, or something written anew. */
export function utter(
  random: Random,
  models: string[][],
  fresh: () => string[],
  reuse: number,
  writer: Writer,
  title: string,
): string {
  const text =
    models.length > 0 && random.chance(reuse)
      ? edit(random, random.pick(models), 0.08, () => random.pick(fresh()))
      : fresh();
  return text.join(' ').replaceAll('{title}', title).replaceAll('{given}', writer.given);
}

export const remark = (random: Random, writer: Writer): string =>
  fill(random, random.pick(REMARK), writer);

export const jobTitle = (random: Random, trade: string): string =>
  random.pick([
    `${random.pick(TRADES[trade]!)} ${random.pick(FILLERS.artifact!)}`,
    `a ${random.pick(FILLERS.artifact!)} for ${random.pick(FILLERS.industry!)}`,
    `${random.pick(FILLERS.industry!)} ${random.pick(FILLERS.artifact!)}`,
    `fix the ${random.pick(FILLERS.metric!)} of a ${random.pick(FILLERS.artifact!)}`,
  ]);
