/** What is recorded of changes that nothing else says more of: what was asked for, as it was sent. */
import { Personal, type Draft } from './draft.ts';

/** So much of what was sent is kept; all of it is counted. */
const mostKept = 4_000;

/** `what`: the operation of the API; what was sent with it may name anybody. */
export function changedBy(
  what: string,
  of: Readonly<Record<string, string | number>>,
  sent: unknown,
): Draft {
  const text = sent === null || sent === undefined ? '' : JSON.stringify(sent);
  const isNothing = text === '' || text === '{}';
  return {
    act: 'change',
    subject: { change: what, ...of },
    before: null,
    after: isNothing
      ? null
      : { sent: new Personal(text.slice(0, mostKept), []), characters: text.length },
  };
}
