/** A small exhibit, with values that try to break out of every format. */
import type { GraphRelation, SourceRow } from '../../domain/answers.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Exhibit, ExhibitRow } from '../../server/evidence/exhibit/exhibit.ts';
import type { WholeNode } from '../../server/graph/canvas/whole-nodes.ts';
import type { Occasion } from '../../domain/evidence-scope.ts';

export const hostile = {
  markup: '<img src=x onerror="alert(1)">',
  formula: '=cmd|"/c calc"!A1',
  direction: 'gnp.\u202eexe',
  long: 'x'.repeat(8_000),
  control: 'a\u0000b\u0008c',
} as const;

const file = { file: 'accounts.csv', sha256: 'a'.repeat(64) };
const payments = { file: 'account_payments.csv', sha256: 'b'.repeat(64) };

const finding: Finding = {
  id: 'F-1',
  detector: 'shared-payout',
  version: 2,
  score: 0.8,
  title: `Two accounts are paid through one ${hostile.markup}`,
  accounts: ['a1', hostile.formula],
  nodes: [
    { type: 'account', id: 'a1' },
    { type: 'account', id: hostile.formula },
    { type: 'payment_account', id: 'p1' },
  ],
  facts: {
    accounts: 2,
    holder_names: [hostile.markup, hostile.direction],
    first_used: '2018-01-02T03:04:05.000Z',
  },
  indicators: ['P5', 'M6'],
  possible_role: 'operator',
  first_seen: '2018-01-02T03:04:05.000Z',
  last_seen: '2018-03-04T05:06:07.000Z',
  evidence: ['a1', hostile.formula].map((id, index) => ({
    type: 'account_payments.payment_account_id',
    from: { type: 'account', id },
    to: { type: 'payment_account', id: 'p1' },
    at: '2018-01-02T03:04:05.000Z',
    sources: [{ ...payments, line: 2 + index }],
  })),
};

/** One that is small enough to be held as a whole. */
export interface SmallExhibit extends Exhibit {
  nodes: WholeNode[];
  relations: GraphRelation[];
  rows: ExhibitRow[];
}

export function exhibit(): SmallExhibit {
  const node = {
    stub: false,
    score: 0.7,
    cluster_id: 'C-1',
    degree: 2,
    extra: {},
    earlier: [],
  };
  return {
    scope: { kind: 'cluster', id: 'C-1' },
    language: 'en',
    masked: {},
    title: null,
    board_nodes: null,
    board_members: null,
    places: null,
    decided: null,
    findings_beyond: [],
    as_of: null,
    cluster: {
      id: 'C-1',
      score: 0.9,
      accounts: finding.accounts,
      findings: ['F-1'],
      detectors: ['shared-payout'],
      name: '2 accounts by a shared payout',
      summary: `2 accounts linked by a shared payout ${hostile.markup}`,
      held_by: ['F-1'],
      splits_without: 'F-1',
      first_seen: finding.first_seen,
      last_seen: finding.last_seen,
    },
    findings: [finding],
    nodes: [
      {
        ...node,
        type: 'account',
        id: hostile.formula,
        caption: hostile.markup,
        values: { display_name: hostile.markup, address: hostile.long, city: hostile.control },
        extra: { '@note': '+1', [hostile.markup]: hostile.direction },
        sources: [{ ...file, line: 3 }],
      },
      {
        ...node,
        type: 'account',
        id: 'a1',
        caption: hostile.direction,
        values: { display_name: hostile.direction, email: '@a1' },
        sources: [{ ...file, line: 2 }],
      },
      {
        ...node,
        type: 'payment_account',
        id: 'p1',
        caption: 'p1',
        score: null,
        cluster_id: null,
        values: {},
        stub: true,
        sources: [],
      },
    ],
    relations: ['a1', hostile.formula].map((id, index) => ({
      key: `PAID_THROUGH|${id}|p1|payout`,
      type: 'account_payments.payment_account_id',
      from: { type: 'account', id },
      to: { type: 'payment_account', id: 'p1' },
      says: 'is paid through',
      at: '2018-01-02T03:04:05.000Z',
      derived: false,
      values: { purpose: 'payout' },
      sources: [{ ...payments, line: 2 + index }],
    })),
    money: {
      own: ['p1'],
      totals: [
        {
          direction: 'in',
          currency: 'USD',
          month: '2018-02',
          amount: '1234.5',
          transfers: 3,
          unsettled: 1,
        },
      ],
      counted: 1,
      not_counted: [],
    },
    omitted: 0,
    exceptions: [],
    checks: [],
    judgements: [
      {
        id: 'J-1',
        kind: 'link',
        verdict: 'rejected',
        subjects: [
          { type: 'account', id: 'a1' },
          { type: 'account', id: hostile.formula },
        ],
        relation: null,
        why: `${hostile.markup} ${hostile.direction} ${hostile.control}`,
        by: hostile.markup,
        at: '2026-01-01T00:00:00.000Z',
        withdrawn: { by: 'other', at: '2026-01-02T00:00:00.000Z', why: hostile.markup },
      },
    ],
    rows: [
      row({ ...payments, line: 2 }, 'a1,p1,payout'),
      row({ ...payments, line: 3 }, `"${hostile.formula.replaceAll('"', '""')}",p1,payout`),
      row({ ...file, line: 2 }, `a1,${hostile.direction},@a1`),
      row({ ...file, line: 3 }, `${hostile.markup},${hostile.long}`),
    ],
    missing_rows: [],
    detectors: [
      {
        id: 'shared-payout',
        version: 2,
        title: 'Shared payout',
        looks_for: 'One payout account of several unrelated holders.',
        blind_to: 'Payouts that meet two hops later.',
        benign: ['An agency with one payout account.'],
        indicators: ['P5', 'M6'],
        parameters: [
          {
            name: 'most',
            default: 40,
            min: null,
            max: null,
            unit: null,
            why: 'a carrier has more',
          },
        ],
        query: '// One payout, several holders\nMATCH (n) RETURN n',
        baseline: null,
        sql: null,
        usual_sql: null,
        family: 'money',
        binds: true,
        weights: [{ name: 'bond:shared-payout', weight: 4, why: 'measured' }],
        settings: { most: 40 },
      },
    ],
    queries: { nodes: 'MATCH (n) RETURN n' },
    settings: { most_relations: 100_000 },
  };
}

/** With everything that a bundle may hold, where the data have it. */
export function fullExhibit(): SmallExhibit {
  const small = exhibit();
  const [row] = small.rows;
  const ref = { type: 'payment_account', id: 'p1' } as const;
  return {
    ...small,
    board_nodes: [ref],
    places: { 'payment_account:p1': [1, 2] },
    title: 'Ring – First look',
    narrative: true,
    exceptions: [
      {
        id: 'E-1',
        ...{ nodes: [ref], accounts: [], detectors: [], reason: 'agency' },
        ...{ until: '2026-12-31', item: null, revoked: null },
        ...{ by: 'analyst', at: '2026-01-01T00:00:00.000Z', why: 'an agency' },
      },
    ],
    checks: [
      {
        ...{ id: 'K-1', explanation: 'household', says: 'a household', result: 'fails' },
        ...{ how: 'two towns', by: 'analyst', at: '2026-01-01T00:00:00.000Z', accounts: 2 },
        ...{ withdrawn: null, of: small.findings[0]!.id },
      },
    ],
    additions: [
      {
        id: 'a-brother',
        ...{ kind: 'thing', type: 'person', name: 'A brother', note: '' },
        ...{ source: 'a register', reliability: 'B', credibility: '2', known: '2026-01-01' },
        ...{ by: 'analyst', at: '2026-01-01T00:00:00.000Z', earlier: [] },
      },
    ],
    missing_rows: [{ file: row!.file, sha256: row!.sha256, line: 99 }],
    detectors: small.detectors.map((detector) => ({ ...detector, baseline: 'RETURN 1 AS usual' })),
  };
}

function row(source: { file: string; sha256: string; line: number }, text: string): SourceRow {
  return { ...source, text, cells: [{ column: 'all', value: text }] };
}

export const occasion: Occasion = {
  by: 'examiner-7',
  at: '2026-01-02T03:04:05.678Z',
  reason: 'asked for\nPayload-Oxum: 0.0',
  case_number: '7/2026',
  authority: null,
  run: 'run-1',
  program: 'skein 0.1.0',
};
