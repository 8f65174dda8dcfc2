import type {
  EarlierDecision,
  Tally,
  Trial,
  TrialFinding,
  TrialResult,
  TriedDetector,
} from '../../../../domain/trial.ts';
import { decidedStates, trialChanges } from '../../../../domain/trial.ts';
import { messages } from '../../../../domain/messages/index.ts';

const text = messages.trials.command;
const { states, reasons } = messages.triage;

/** A terminal's screen holds no more of each kind; `--json` has what is kept. */
const mostTold = 10;

/** What a trial shows, for a terminal. */
export function linesOfTrial({ id, beside }: Trial, result: TrialResult): string[] {
  const { findings, items, clusters, cluster_counts, accounts } = result;
  const counts = Object.entries(cluster_counts).map(([change, number]) =>
    text.reason(number, changeSays(change)),
  );
  return [
    text.head(id, beside ?? ''),
    ...result.detectors.flatMap(detectorLines),
    ...([...trialChanges, 'kept'] as const).map((change) => tallyLine(change, findings[change])),
    messages.trialPage.countsAs,
    ...trialChanges.flatMap((change) => itemLines(change, findings[change].total, items)),
    text.clusters(counts.join(', ')),
    ...first(
      clusters.map(({ change, id: of, name, earlier }) =>
        [text.cluster(changeSays(change), of, name), decidedSays(earlier)].join('  ').trimEnd(),
      ),
      clusters.length,
    ),
    text.accounts(
      ...[accounts.raised, accounts.lowered],
      ...[accounts.over_count, accounts.under_count, accounts.line],
    ),
    ...first(
      [...accounts.over, ...accounts.under].map(({ account_id, from, to }) =>
        text.account(account_id, from, to),
      ),
      accounts.over_count + accounts.under_count,
    ),
  ];
}

function detectorLines({ id, from, to, query }: TriedDetector): string[] {
  const version = from && from.version !== to.version;
  const versions = `${version ? text.versions(from.version, to.version) : ''}${query === null ? '' : text.candidate}`;
  const differing = Object.keys(to.parameters).filter(
    (name) => from && said(from.parameters[name]) !== said(to.parameters[name]),
  );
  return [
    text.detector(id, from?.findings ?? null, to.findings, versions),
    ...differing.map((name) =>
      text.value(name, said(from?.parameters[name]), said(to.parameters[name])),
    ),
  ];
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '–';
}

function tallyLine(change: keyof TrialResult['findings'], tally: Tally): string {
  const decided = decidedStates.flatMap((state) => {
    const number = tally.decided[state];
    const why = state === 'dismissed' ? Object.entries(tally.dismissed_for) : [];
    const named = why.map(([reason, of]) =>
      text.reason(of, reasons[reason as keyof typeof reasons]),
    );
    return number > 0 ? [text.decided(number, states[state], named.join(', '))] : [];
  });
  return text.tally(text.changes[change], tally.total, decided.join(', '));
}

function itemLines(
  change: TrialFinding['change'],
  total: number,
  items: readonly TrialFinding[],
): string[] {
  const own = items.filter((item) => item.change === change);
  if (own.length === 0) return [];
  const lines = own.map(({ title, id, score, earlier }) =>
    text.item(title, id, score, decidedSays(earlier)),
  );
  return [text.changes[change], ...first(lines, total)];
}

function first(lines: readonly string[], total: number): string[] {
  const told = lines.slice(0, mostTold);
  return total > told.length ? [...told, text.more(total - told.length)] : told;
}

function decidedSays(earlier: EarlierDecision | null): string {
  if (earlier === null) return '';
  const { state, reason, basis, of } = earlier;
  const decided = reason === null ? states[state] : text.decidedFor(states[state], reasons[reason]);
  return text.basis[basis](decided, of);
}

function changeSays(change: string): string {
  const all: Readonly<Record<string, string>> = messages.clusterChanges;
  return all[change] ?? change;
}
