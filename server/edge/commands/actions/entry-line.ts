import type { Entry } from '../../../../verifier/custody-entry.ts';

/** An entry of the custody log, on a line. */
export function entryLine({ entry, at, by, act, subject, before, after }: Entry): string {
  const facts = [subject, before, after].map((each) => JSON.stringify(each));
  return [
    String(entry).padStart(6),
    at,
    by,
    act.padEnd(6),
    facts[0],
    facts.slice(1).join(' → '),
  ].join('  ');
}
