import type { BareFinding, Evidence } from '../domain/finding.ts';
import { textOf, type EvidenceAside } from '../server/detection/findings/evidence-aside.ts';
import type { DetectionResult } from '../server/detection/runs/store-run.ts';

const at = '2024-03-01T00:00:00.000Z';

/** A run as a large platform's detection would end with: each account has a score, and one in ten is in a finding of two. */
export function inventedRun(accounts: number): DetectionResult {
  const run = {
    ...{ run: `bench-${accounts}`, as_of: null, started: at, ended: at, by: 'bench' },
    ...{ detectors: [], loads: [], counts: {}, parameters: {}, seconds: 0 },
  } as unknown as DetectionResult['run'];
  return {
    ...{ run, clusters: [] },
    findings: Array.from({ length: Math.round(accounts / 10) }, (_, number) => findingOf(number)),
    accounts: Array.from({ length: accounts }, (_, number) => ({
      account_id: `a${number}`,
      score: 0.0001 + (number % 9_973) / 10_000,
      cluster_id: null,
      detectors: ['shared-ip', 'vpn-slip'],
      prior: -7,
      reasons: ['own:shared-ip', 'linked:surest'].map((name) => ({
        ...{ name, amount: 0.3, weight: 1.2 },
        findings: [idOf(number), idOf(number + 1)],
      })),
    })),
  };
}

const idOf = (number: number) => `F-${String(number).padStart(16, '0')}`;

const accountsOf = (number: number) => [`a${number * 10}`, `a${number * 10 + 1}`];
const ip = { type: 'ip' as const, id: '10.0.0.1' };

/** Of what that run found. */
export const inventedEvidence: Pick<EvidenceAside, 'of'> = {
  of: (finding) => {
    const evidence = evidenceOf(Number(finding.slice(2)));
    return { text: textOf(evidence), count: evidence.length };
  },
};

function evidenceOf(number: number): Evidence[] {
  return accountsOf(number).flatMap((id) =>
    [2, 3, 4].map((line): Evidence => ({
      ...{ type: 'logins.ip', from: { type: 'account', id }, to: ip, at },
      sources: [{ file: 'logins.csv', sha256: '0'.repeat(64), line }],
    })),
  );
}

function findingOf(number: number): BareFinding {
  const accounts = accountsOf(number);
  return {
    ...{
      id: idOf(number),
      detector: 'shared-ip',
      version: 1,
      score: 0.001 + (number % 997) / 1_000,
    },
    title: `${accounts.join(' and ')} log in from one address`,
    accounts,
    nodes: [...accounts.map((id) => ({ type: 'account' as const, id })), ip],
    facts: { accounts: 2, ip: ip.id, sessions: 12 },
    indicators: ['H1'],
    possible_role: 'operator',
    rests_on: accounts.map((account) => ({ account, rows: ['a'.repeat(12), 'b'.repeat(12)] })),
    ...{ first_seen: at, last_seen: at },
  };
}
