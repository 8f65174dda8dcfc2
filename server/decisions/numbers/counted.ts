import { triageCounted } from '../../../domain/api/triage.ts';
import type { TriageItem, TriageKind } from '../../../domain/disposition.ts';
import type { CountedKind, Outcome, Period } from '../../../domain/numbers.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { UsageError } from '../../platform/problems.ts';
import { itemsByIds, localizeItems } from '../triage/items.ts';
import { decisionsIn, type Verdict } from './decisions.ts';
import { confirmedIn } from './money.ts';
import { periodOf } from './period.ts';
import { throughClusters } from './precision.ts';

/** The part of a queue's filter that asks for what a figure counts. */
export interface CountedFilter {
  counted?: CountedKind | undefined;
  from?: string | undefined;
  to?: string | undefined;
  kind?: TriageKind | undefined;
  detector?: string | undefined;
  version?: number | undefined;
  outcome?: Outcome | undefined;
  reason?: string | undefined;
  reopened?: string | undefined;
}

const everywhere: readonly string[] = ['counted', 'sort', 'findings'];
const withoutCounted = ['from', 'to', 'outcome', 'reason', 'reopened'];

/** Throws UsageError for a parameter that would be passed over in silence. */
export function checkCounted(filter: CountedFilter): void {
  const given = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  const { counted } = filter;
  const goes: readonly string[] | null = counted
    ? [...everywhere, ...triageCounted[counted]]
    : null;
  const wrong = given.filter((name) =>
    goes ? !goes.includes(name) : withoutCounted.includes(name),
  );
  if (wrong.length === 0) return;
  const { problems } = messages.numbers;
  const problem = counted ? problems.notWith(counted) : problems.onlyCounted;
  throw new UsageError(
    messages.http.badRequest,
    wrong.map((name) => ({ where: `query.${name}`, problem })),
  );
}

/** The items that a figure counts, from so many on, by the same rules, the latest decision first, and how many they are. */
export async function countedItems(
  database: Database,
  run: string,
  filter: CountedFilter & { counted: CountedKind },
  now: string,
  from: number,
  limit: number,
): Promise<{ found: TriageItem[]; total: number }> {
  const ids = await countedIds(database, filter, periodOf(filter, now));
  const items = await itemsByIds(database, run, ids.slice(from, from + limit));
  const found = await localizeItems(items.filter((item) => item !== null));
  return { found, total: ids.length };
}

/** Of dispositions. */
async function countedIds(
  database: Database,
  filter: CountedFilter & { counted: CountedKind },
  period: Period,
): Promise<string[]> {
  const { counted, kind } = filter;
  const ofKind = (one: { kind: TriageKind }) => kind === undefined || one.kind === kind;
  if (counted === 'money') return (await confirmedIn(database, period)).filter(ofKind).map(idOf);
  const { first, verdicts } = await decisionsIn(database, period);
  if (counted === 'first') return first.filter(ofKind).map(idOf).reverse();
  if (counted === 'own')
    return verdicts
      .filter((one) => one.kind === 'finding' && isCounted(one, one.about[0], filter))
      .map(idOf)
      .reverse();
  const through = await throughClusters(database, verdicts, period);
  const matching = new Set(
    through
      .filter(({ finding, verdict }) => isCounted(verdict, finding, filter))
      .map(({ verdict }) => verdict),
  );
  return verdicts
    .filter((one) => matching.has(one))
    .map(idOf)
    .reverse();
}

function idOf({ disposition }: { disposition: string }): string {
  return disposition;
}

function isCounted(
  verdict: Verdict,
  found: { detector: string; version: number } | undefined,
  { detector, version, outcome, reason, reopened }: CountedFilter,
): boolean {
  return (
    found !== undefined &&
    (detector === undefined || found.detector === detector) &&
    (version === undefined || found.version === version) &&
    (outcome === undefined || verdict.outcome === outcome) &&
    (reason === undefined || verdict.reason === reason) &&
    (reopened === undefined || verdict.reopened)
  );
}
