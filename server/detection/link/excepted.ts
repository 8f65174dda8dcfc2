import { exceptedShare, type Exception } from '../../../domain/exception.ts';
import type { Finding } from '../../../domain/finding.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { tiesOf } from './links.ts';

/** What of an exception weighs. */
export type Excepting = Pick<Exception, 'id' | 'nodes' | 'accounts' | 'detectors'>;

type Weighable = Pick<Finding, 'id' | 'detector' | 'accounts' | 'score' | 'ties' | 'nodes'>;

export interface Weighed<F> {
  /** As they count for links and scores; what is stored of a run stays as the detectors say. */
  findings: F[];
  /** By finding, the ids of the exceptions that lower it, sorted. */
  by: ReadonlyMap<string, readonly string[]>;
  /** Those that an exception covers whole. */
  covered: ReadonlySet<string>;
}

/**
 * Findings as exceptions let them weigh: one that shows an excepted thing, or is about excepted accounts alone, has a
 * share of its strength left; one that binds them to others too is lowered between them alone. Several exceptions lower
 * it no further than one. `binding`: ids of the detectors that bind.
 */
export function applyExceptions<F extends Weighable>(
  findings: readonly F[],
  exceptions: readonly Excepting[],
  binding: ReadonlySet<string>,
): Weighed<F> {
  if (exceptions.length === 0)
    return { findings: [...findings], by: new Map(), covered: new Set() };
  const scopes = exceptions.map(({ id, nodes, accounts, detectors }) => ({
    id,
    nodes: new Set(nodes.map(formatRef)),
    accounts: new Set(accounts),
    detectors: new Set(detectors),
  }));
  const by = new Map<string, readonly string[]>();
  const covered = new Set<string>();
  const counted = findings.map((finding) => {
    const own = scopes.filter(
      ({ detectors }) => detectors.size === 0 || detectors.has(finding.detector),
    );
    const whole = own.filter((scope) => coversAll(scope, finding));
    const parts = own.filter(
      (scope) => binding.has(finding.detector) && tiesOf(finding).some((tie) => holds(scope, tie)),
    );
    const ids = [...new Set([...whole, ...parts].map(({ id }) => id))].sort();
    if (ids.length > 0) by.set(finding.id, ids);
    if (whole.length > 0) {
      covered.add(finding.id);
      return { ...finding, score: finding.score * exceptedShare };
    }
    if (parts.length === 0) return finding;
    const ties = tiesOf(finding).map((tie) =>
      parts.some((scope) => holds(scope, tie)) ? { ...tie, share: tie.share * exceptedShare } : tie,
    );
    return { ...finding, ties };
  });
  return { findings: counted, by, covered };
}

interface Scope {
  nodes: ReadonlySet<string>;
  accounts: ReadonlySet<string>;
}

function coversAll({ nodes, accounts }: Scope, finding: Weighable): boolean {
  if (nodes.size > 0) return finding.nodes.some((node) => nodes.has(formatRef(node)));
  return finding.accounts.length > 1 && finding.accounts.every((account) => accounts.has(account));
}

function holds({ accounts }: Scope, { a, b }: { a: string; b: string }): boolean {
  return accounts.has(a) && accounts.has(b);
}
