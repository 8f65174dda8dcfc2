/** What is recorded of looking through the log itself, and of putting its end outside. */
import { Personal, type Draft, type Value } from './draft.ts';

type Filter = Readonly<Record<string, string | undefined>>;

/** What was asked for may name anybody. */
export function askedOf(filter: Filter): Value {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  return asked.length === 0 ? null : new Personal(JSON.stringify(Object.fromEntries(asked)), []);
}

export function auditExported(format: string, filter: Filter): Draft {
  return {
    act: 'export',
    subject: { audit: 'entries', asked: askedOf(filter) },
    before: null,
    after: { form: `audit-${format}` },
  };
}

/** Where the end of the chain of all homes was put: so many entries, with that hash of the last. */
export function anchored({
  count,
  hash,
  at,
  timestamp,
  file,
  mail,
}: {
  count: number;
  hash: string;
  at: string;
  timestamp: boolean;
  file: boolean;
  mail: number;
}): Draft {
  return {
    act: 'anchor',
    subject: { chain: hash, count },
    before: null,
    after: { at, timestamp, file, mail },
  };
}
