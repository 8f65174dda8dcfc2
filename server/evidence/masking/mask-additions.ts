import type { ListedAddition } from '../../../domain/addition.ts';
import { messages } from '../../../domain/messages/index.ts';

const says = messages.additions.evidence;

/**
 * What analysts added by hand, without anything that they wrote freely: no column says what kind of value stands in it,
 * so that any of it may be what is masked. What is added and how it is graded stays.
 */
export function maskAdditions(additions: readonly ListedAddition[]): ListedAddition[] {
  return additions.map((one, index): ListedAddition => {
    const { id, reliability, credibility, known, by, at } = one;
    const kept = { id, reliability, credibility, known, by, at, earlier: [] };
    const withheld = { source: says.withheld, note: '' };
    return one.kind === 'thing'
      ? {
          ...kept,
          ...withheld,
          kind: 'thing',
          type: one.type,
          name: says.withheldName(index + 1),
        }
      : { ...kept, ...withheld, kind: 'link', from: one.from, to: one.to, says: says.withheld };
  });
}
