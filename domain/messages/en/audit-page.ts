import type { Act } from '../../custody-acts.ts';
import { count } from './typography.ts';

const acts: Readonly<Record<Act, string>> = {
  begin: 'Log begun',
  load: 'Load',
  detect: 'Detection',
  view: 'Seen',
  export: 'Export',
  judge: 'Decision',
  enrich: 'Enricher asked',
  verify: 'Bundle verified',
  key: 'Key',
  access: 'Access',
  erase: 'Erasure',
  backup: 'Backup',
  restore: 'Restore',
  repair: 'Repair',
  change: 'Change',
  anchor: 'Anchor',
};

/** What the page says of who did what. */
export const auditPageMessages = {
  title: 'Audit',
  about:
    'Who signed in, saw, asked, exported, decided and changed what: the custody logs of all homes of this database, the latest first. That you look is recorded too.',
  notAllowed: 'Only an auditor or an administrator may read who did what.',
  acts,
  filter: {
    label: 'Narrow the log',
    act: 'Act',
    by: 'Who',
    since: 'From',
    until: 'To',
    text: 'Words',
    textHint: 'all of them, anywhere in an entry',
    thing: 'About',
    thingHint: 'account:a17, finding:F-…, of this home',
    any: 'Any',
    apply: 'Show',
    clear: 'Clear',
  },
  file: {
    csv: 'Save as CSV',
    ndjson: 'Save as NDJSON',
    saved: (name: string) => `Saved as ${name}. That it was is recorded.`,
  },
  check: {
    button: 'Check the chain',
    title: 'The chain',
    checking: 'Every entry is being held to its links …',
    whole: (entries: number, homes: number) =>
      `The chain holds: ${count(entries, 'entry', 'entries')} of ${count(homes, 'home', 'homes')}.`,
    broken: (faults: number) => `The chain does NOT hold: ${count(faults, 'fault', 'faults')}.`,
    head: 'Head',
    anchors: (held: number, all: number) =>
      all === 0
        ? 'It has no anchor outside yet.'
        : `It holds to ${held} of ${count(all, 'anchor', 'anchors')} outside.`,
  },
  table: {
    label: 'What was done',
    number: 'No.',
    at: 'When',
    by: 'Who',
    act: 'Act',
    what: 'What',
    more: 'Older entries',
    none: 'Nothing was recorded that is so.',
    open: (number: number) => `Details of entry ${number}`,
    erased: 'erased',
    elsewhere: 'kept in another home',
    masked: 'masked',
  },
  details: {
    subject: 'What it was done to',
    before: 'Before',
    after: 'After',
    nothing: 'Nothing',
    home: 'Home',
    thisHome: 'this one',
    entry: 'Entry of that home',
    hash: 'Its hash there',
    link: 'Hash of the chain',
  },
} as const;
