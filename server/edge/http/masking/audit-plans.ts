import type { Answer } from '../../../../domain/api/api.ts';
import { personalSchema } from '../../../../domain/audit.ts';
import { colleague, cursor, time, word, type Plan } from './plan.ts';

type Entry = Answer<'auditEntry'>;
type Facts = Entry['subject'];

/** Who did what stays to be read; whom and what of theirs it was about does not. */
function facts(of: Facts): Facts {
  return withoutPersonal(of) as Facts;
}

/** As the log itself says what came of something: "signed in". */
const isSaid = /^[a-z]+(?: [a-z]+){0,3}$/;

function withoutPersonal(value: unknown): unknown {
  if (typeof value === 'string') return isSaid.test(value) ? value : word(value);
  if (Array.isArray(value)) return value.map(withoutPersonal);
  if (typeof value !== 'object' || value === null) return value;
  if (personalSchema.safeParse(value).success) return { personal: 'masked' };
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [word(name), withoutPersonal(part)]),
  );
}

/** Field by field, since what a fact may be has no depth that its type could follow. */
export const auditEntry: Plan<Entry> = (entry) => ({
  ...{ number: entry.number, own: entry.own, entry: entry.entry, act: entry.act },
  ...{ log: word(entry.log), hash: word(entry.hash), link: word(entry.link) },
  ...{ at: time(entry.at), by: colleague(entry.by) },
  subject: facts(entry.subject),
  before: entry.before && facts(entry.before),
  after: entry.after && facts(entry.after),
});

export const auditEntries: Plan<Answer<'auditEntries'>> = ({ items, next }, masker) => ({
  items: items.map((entry) => auditEntry(entry, masker, null)),
  next: cursor(next, masker, null),
});
