import type { Material } from '../../../domain/disposition.ts';
import type { ClusterSnapshot, FindingSnapshot, Snapshot } from './snapshot.ts';

/** A score moves a little with everybody's: this much is more than a person would call the same. */
const scoreStep = 0.15;

/** A reader thinks differently of a cluster above each of these: as likely as not, likely, all but sure. */
const bands = [0.5, 0.75, 0.9];

/** Around the edge of a band, scores cross it back and forth with every run; so much beyond it is a crossing. */
const bandMargin = 0.02;

/** A kind of evidence that did not speak has to say at least so much: below, a finding is a hint among many. */
const leastFinding = 0.2;

/**
 * What is there now that was not when the decision was made, of a weight that a person has to look again; empty while
 * the decision holds. Growth by the same kind of evidence, lower scores and other figures are none.
 */
export function materiallyNew(then: Snapshot, now: Snapshot): Material[] {
  if (then.kind === 'finding' && now.kind === 'finding') return newOfFinding(then, now);
  if (then.kind === 'cluster' && now.kind === 'cluster') return newOfCluster(then, now);
  throw new Error(`A ${then.kind} cannot be held against a ${now.kind}.`);
}

function newOfFinding(then: FindingSnapshot, now: FindingSnapshot): Material[] {
  const accounts = added(then.accounts, now.accounts);
  const [from, to] = [then.score, now.score];
  const stronger = isStep(from, to);
  return [
    ...(stronger && now.version !== then.version
      ? [{ kind: 'version' as const, version: now.version, from, to }]
      : []),
    ...(stronger && now.version === then.version ? [{ kind: 'score' as const, from, to }] : []),
    ...(accounts.length > 0 ? [{ kind: 'accounts' as const, accounts }] : []),
  ];
}

function newOfCluster(then: ClusterSnapshot, now: ClusterSnapshot): Material[] {
  const spoke = new Set(then.findings.map(({ detector }) => detector));
  const known = new Set(then.findings.map(({ id }) => id));
  const matches = now.findings.filter(({ id, family }) => family === 'watchlist' && !known.has(id));
  const detectors = now.findings
    .filter(({ family, score }) => family !== 'watchlist' && score >= leastFinding)
    .map(({ detector }) => detector)
    .filter((detector) => !spoke.has(detector));
  const confirmed = added(then.confirmed, now.confirmed);
  const [from, to] = [then.score, now.score];
  const band = bands.findLast((edge) => from < edge && to >= edge + bandMargin);
  return [
    ...(matches.length > 0
      ? [{ kind: 'watchlist' as const, findings: matches.map(({ id }) => id) }]
      : []),
    ...(detectors.length > 0
      ? [{ kind: 'detectors' as const, detectors: [...new Set(detectors)].sort() }]
      : []),
    ...(confirmed.length > 0 ? [{ kind: 'confirmed' as const, accounts: confirmed }] : []),
    ...(band === undefined ? [] : [{ kind: 'band' as const, from, to, band }]),
    ...(band === undefined && isStep(from, to) ? [{ kind: 'score' as const, from, to }] : []),
  ];
}

/** Scores have six decimals; a step is one by those. */
function isStep(from: number, to: number): boolean {
  return Math.round((to - from) * 1e6) >= scoreStep * 1e6;
}

function added(then: readonly string[], now: readonly string[]): string[] {
  const known = new Set(then);
  return now.filter((one) => !known.has(one)).sort();
}
