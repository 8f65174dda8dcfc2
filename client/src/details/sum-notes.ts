import { isBeyondHighest } from '../../../domain/score.ts';
import { messages } from '../../../domain/messages/later.ts';
import { inHundredths } from '../theme/formats.ts';

/** What to say beneath a sum as it is shown; a sum that makes the score of an account or a cluster is `scored`. */
export function sumNotes(amounts: readonly number[], total: number, scored: boolean): string[] {
  const shown = amounts.reduce((sum, amount) => sum + inHundredths(amount), 0);
  return [
    ...(shown === inHundredths(total) ? [] : [messages.groupSum.rounded]),
    ...(scored && isBeyondHighest(total) ? [messages.groupSum.atMost] : []),
  ];
}
