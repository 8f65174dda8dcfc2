import { compareText } from '../../../domain/compare-text.ts';
import type { Run } from '../../../domain/finding.ts';
import type { DetectorDiff, RunDiff } from '../../../domain/run-diff.ts';
import type { StoredFinding } from '../../detection/runs/finding-list.ts';

/** A run with what it found. */
export interface RunFindings {
  run: Run;
  findings: readonly StoredFinding[];
}

/** A finding is the same when its id is: that hangs on detector and key alone. */
export function compareFindings(before: RunFindings, after: RunFindings): RunDiff['findings'] {
  const was = byId(before.findings);
  const is = byId(after.findings);
  const ranAgain = new Set(after.run.detectors.map(({ id }) => id));
  const both = [...is.values()].flatMap((now) => {
    const then = was.get(now.id);
    return then ? [{ then, now }] : [];
  });
  const changes = {
    new: ids([...is.values()].filter(({ id }) => !was.has(id))),
    changed: both
      .filter(({ then, now }) => then.version === now.version)
      .map(({ then, now }) => ({ id: now.id, facts: changedFacts(then, now) }))
      .filter(({ facts }) => facts.length > 0)
      .sort((a, b) => compareText(a.id, b.id)),
    gone: ids(
      [...was.values()].filter(({ id, detector }) => !is.has(id) && ranAgain.has(detector)),
    ),
    superseded: ids(
      both.filter(({ then, now }) => then.version !== now.version).map(({ now }) => now),
    ),
  };
  const all = [
    ...[...changes.new, ...changes.gone, ...changes.superseded],
    ...changes.changed.map(({ id }) => id),
  ].sort(compareText);
  return { ...changes, named: all.map((id) => named((is.get(id) ?? was.get(id))!)) };
}

function named({ id, detector, title, score }: StoredFinding) {
  return { id, detector, title, score };
}

/** Names of the facts that say something else, and `accounts` when it is about others. */
function changedFacts(then: StoredFinding, now: StoredFinding): string[] {
  const names = new Set([...Object.keys(then.facts), ...Object.keys(now.facts)]);
  const changed = [...names].filter(
    (name) => JSON.stringify(then.facts[name]) !== JSON.stringify(now.facts[name]),
  );
  if (then.accounts.join('\n') !== now.accounts.join('\n')) changed.push('accounts');
  return [...new Set(changed)].sort(compareText);
}

export function compareDetectors(before: Run, after: Run): DetectorDiff[] {
  const [was, is] = [versions(before), versions(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((id) => ({ id, from: was.get(id) ?? null, to: is.get(id) ?? null }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => compareText(a.id, b.id));
}

function versions({ detectors }: Run): Map<string, number> {
  return new Map(detectors.map(({ id, version }) => [id, version]));
}

function byId(findings: readonly StoredFinding[]): Map<string, StoredFinding> {
  return new Map(findings.map((finding) => [finding.id, finding]));
}

function ids(findings: readonly StoredFinding[]): string[] {
  return findings.map(({ id }) => id).sort(compareText);
}
