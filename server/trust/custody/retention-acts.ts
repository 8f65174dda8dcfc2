/** What is recorded of erasing a person, of legal holds, and of what goes by age (docs/RETENTION.md). */
import type { Hold } from '../../../domain/retention-told.ts';
import { nodes } from './acts.ts';
import { Personal, type Draft } from './draft.ts';

function heldBy({ id, kind, of }: Hold): Draft['subject'] {
  return kind === 'account'
    ? { hold: id, nodes: nodes([{ type: 'account', id: of }]) }
    : { hold: id, case: of };
}

const about = ({ kind, of }: Hold) => (kind === 'account' ? [`account:${of}`] : []);

export function holdSet(hold: Hold): Draft {
  const why = new Personal(hold.reason, about(hold));
  return {
    act: 'change',
    subject: { change: 'hold', ...heldBy(hold) },
    before: null,
    after: { state: 'held', why },
  };
}

export function holdLifted(hold: Hold, why: string): Draft {
  return {
    act: 'change',
    subject: { change: 'hold', ...heldBy(hold) },
    before: { state: 'held' },
    after: { state: 'lifted', why: new Personal(why, about(hold)) },
  };
}

/** Whom, and why, are among what the erasure itself takes away. */
export function erasureBegun(erasure: string, account: string, reason: string): Draft {
  return {
    act: 'erase',
    subject: { erasure, nodes: nodes([{ type: 'account', id: account }]) },
    before: null,
    after: { state: 'begun', why: new Personal(reason, [`account:${account}`]) },
  };
}

/** `certificate`: the SHA-256 of its file. */
export function erasureEnded(
  erasure: string,
  certificate: string,
  counts: Readonly<Record<string, number>>,
): Draft {
  return {
    act: 'erase',
    subject: { erasure },
    before: { state: 'begun' },
    after: { state: 'ended', certificate, counts },
  };
}

export function readmitted(erasure: string, account: string, why: string): Draft {
  const of = [`account:${account}`];
  return {
    act: 'change',
    subject: { change: 'readmit', erasure, account: new Personal(account, of) },
    before: { state: 'erased' },
    after: { state: 'may be loaded', why: new Personal(why, of) },
  };
}

export function personReported(account: string): Draft {
  return {
    act: 'export',
    subject: { nodes: nodes([{ type: 'account', id: account }]) },
    before: null,
    after: { form: 'access-report' },
  };
}

/** Before anything of it goes: which rules, as of which day. */
export function agingBegun(rules: Readonly<Record<string, number>>, on: string): Draft {
  return {
    act: 'change',
    subject: { change: 'retention', on },
    before: null,
    after: { state: 'begun', rules },
  };
}

export function agingEnded(
  on: string,
  counts: Readonly<Record<string, { removed: number; kept: number }>>,
): Draft {
  return {
    act: 'change',
    subject: { change: 'retention', on },
    before: { state: 'begun' },
    after: { state: 'ended', counts },
  };
}
