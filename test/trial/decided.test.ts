import { expect, it } from 'vitest';
import type { DismissalReason } from '../../domain/disposition.ts';
import type { DecidedState } from '../../domain/trial.ts';
import { decisionsFrom } from '../../server/decisions/trial/calibrated.ts';
import { decisionsBy, tallyOf } from '../../server/decisions/trial/decided.ts';
import type { Disposition } from '../../server/decisions/triage/disposition.ts';

/** A disposition with what counts here. */
function decided(
  kind: Disposition['kind'],
  of: string,
  members: readonly string[],
  state: DecidedState,
  reason: DismissalReason | null = null,
): Disposition {
  const at = '2026-03-01T00:00:00.000Z';
  return {
    ...{ id: `D-${of}`, kind, subject: of, of, title: of, score: 0.5, members: [...members] },
    ...{ state, assignee: null, due: null, earlier: null, proposed: null, snapshot: null },
    decision: { state, reason, until: null, why: 'seen', by: 'ana', at },
    ...{ news: [], run: 'R-1', revision: 1, changed: at, changed_by: 'ana' },
    ...{
      lineage: [],
      joined: null,
      first_found: at,
      opened: at,
      first_decided: at,
      with: null,
      found_by: null,
    },
  };
}

const undecided: Disposition = {
  ...decided('finding', 'F-open', ['x1'], 'confirmed'),
  state: 'in_review',
  decision: null,
};

const decision = decisionsBy([
  undecided,
  decided('finding', 'F-own', ['a1', 'a2'], 'dismissed', 'family'),
  decided('cluster', 'C-ring', ['a1', 'a2', 'a3'], 'confirmed'),
  decided('finding', 'F-other', ['b1', 'b2'], 'dismissed', 'office_nat'),
  decided('finding', 'F-another', ['b1', 'b2', 'b3'], 'accepted'),
]);
const finding = (id: string, ...accounts: string[]) =>
  decision({ kind: 'finding', ids: [id], accounts });

it('what was decided of a finding goes before what was of its cluster, and that before its accounts', () => {
  expect(finding('F-own', 'a1', 'a2')).toMatchObject({ basis: 'own', state: 'dismissed' });
  expect(finding('F-1', 'a1', 'a2')).toMatchObject({ basis: 'cluster', of: 'C-ring' });
  // Of several the gravest.
  expect(finding('F-2', 'b1', 'b2')).toMatchObject({ basis: 'accounts', of: 'F-another' });
  expect(finding('F-3', 'b1', 'b2', 'c1')).toMatchObject({ basis: 'accounts' });
});

it('half of the accounts is too little, and nobody has decided what is in review', () => {
  expect(finding('F-4', 'a1', 'c1')).toBeNull();
  expect(finding('F-open', 'x1')).toBeNull();
  // A finding and a cluster are never one another, whatever they are called.
  expect(decision({ kind: 'cluster', ids: ['F-own'], accounts: ['z'] })).toBeNull();
});

it('a tally adds up', () => {
  const tally = tallyOf([
    finding('F-own', 'a1', 'a2'),
    finding('F-1', 'a1', 'a2'),
    finding('F-4', 'a1', 'c1'),
  ]);
  expect(tally).toMatchObject({ total: 3, undecided: 1, dismissed_for: { family: 1 } });
  expect(tally.decided).toMatchObject({ confirmed: 1, dismissed: 1, accepted: 0 });
});

it('learns once from what was decided of a cluster that split, and from its part again if that was decided anew', () => {
  const snapshotOf = (accounts: string[]) => ({ accounts }) as Disposition['snapshot'];
  const all = ['a1', 'a2', 'a3', 'a4'];
  const whole = { ...decided('cluster', 'C-whole', all, 'confirmed'), snapshot: snapshotOf(all) };
  const partOf = (of: string, members: string[], state: 'confirmed' | 'dismissed') => ({
    ...decided('cluster', of, members, state),
    ...{ lineage: [whole.id], snapshot: snapshotOf(all) },
  });
  const part = partOf('C-part', ['a1', 'a2'], 'confirmed');
  const sibling = partOf('C-sibling', ['a3'], 'confirmed');
  // In the same act as the whole, and about itself.
  const anew = {
    ...partOf('C-other', ['a3', 'a4'], 'dismissed'),
    snapshot: snapshotOf(['a3', 'a4']),
  };
  expect(decisionsFrom([part, whole, anew]).map(({ id, verdict }) => [id, verdict])).toEqual([
    ['C-whole', 'confirmed'],
    ['C-other', 'dismissed'],
  ]);
  const open = { ...whole, state: 'new' as const, decision: null };
  expect(decisionsFrom([open, part, sibling]).map(({ id }) => id)).toEqual(['C-part']);
});
