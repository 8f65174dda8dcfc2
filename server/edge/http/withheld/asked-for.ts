/** What somebody who may not know of a list asks by: a name of what is withheld is, to them, a name of nothing. */
import { randomBytes } from 'node:crypto';
import type { Withheld } from '../../../decisions/lists/withheld.ts';

/** What people write, in which a word says nothing of what they know. */
const written: ReadonlySet<string> = new Set([
  ...['q', 'text', 'why', 'title', 'about', 'description', 'what', 'how', 'reason', 'tags'],
  ...['note', 'notes', 'name', 'label', 'case_number', 'authority'],
]);

/** Whether anything in it is named that is withheld. */
export function namesWithheld(value: unknown, withheld: Withheld): boolean {
  if (typeof value === 'string') return withheld.is(value);
  if (Array.isArray(value)) return value.some((each) => namesWithheld(each, withheld));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, each]) => withheld.is(key) || (!written.has(key) && namesWithheld(each, withheld)),
  );
}

/** Parameters with names of nothing in the place of what is withheld, and how to tell those back in what is said of them. */
export function withoutNames(
  parameters: Readonly<Record<string, unknown>>,
  withheld: Withheld,
): { left: Record<string, unknown>; back: (text: string) => string } {
  const stands = new Map<string, string>();
  const left = Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => {
      if (typeof value !== 'string' || written.has(key) || !withheld.is(value)) return [key, value];
      const none = `${value}${randomBytes(8).toString('hex')}`;
      stands.set(none, value);
      return [key, none];
    }),
  );
  const { sha256, line } = parameters;
  if (typeof sha256 === 'string' && typeof line === 'number' && withheld.row(sha256, line)) {
    left['sha256'] = noFile;
    stands.set(noFile, sha256);
  }
  const back = (text: string) =>
    [...stands].reduce((said, [none, value]) => said.replaceAll(none, value), text);
  return { left, back };
}

const noFile = '0'.repeat(64);
