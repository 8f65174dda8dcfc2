import { loadQuery } from '../../../cypher/load-query.ts';
import type {
  DecidedMark,
  HeldFindings,
  HistoryEntry,
  TriageItem,
  TriageKind,
} from '../../../domain/disposition.ts';
import type { Named } from '../../../domain/answers.ts';
import type { Cluster, BareFinding } from '../../../domain/finding.ts';
import type { QueuedItem } from '../../../domain/queued-item.ts';
import { messages } from '../../../domain/messages/index.ts';
import { localizeClusters, localizeFindings } from '../../detection/runs/localize.ts';
import { withNames, withTitled } from '../../explore/graph/named.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { readDisposition, type Disposition } from './disposition.ts';
import { historyOf } from './disposition-store.ts';

/** An item as queries answer it. */
export interface ItemRow {
  id: string;
  kind: TriageKind | null;
  json: string | null;
  cluster_id: string | null;
  first_found: string | null;
  disposition: RawNode | null;
}

/** A finding or a cluster with what was decided of it. */
export interface Item {
  id: string;
  kind: TriageKind;
  /** Null where the run does not have it. */
  finding: BareFinding | null;
  cluster: Cluster | null;
  cluster_id: string | null;
  /** When the first run that found it ended; null where the latest does not have it. */
  first_found: string | null;
  disposition: Disposition | null;
}

/** Items by id, in that order; null where there is none. */
export async function itemsByIds(
  database: Database,
  run: string,
  ids: readonly string[],
): Promise<(Item | null)[]> {
  const rows = await database.read<ItemRow>(loadQuery('triage/items'), { run, ids });
  return rows.map((row) => itemOf(row)[0] ?? null);
}

/** The same findings or clusters, each with what was decided of it. */
export async function withDecided<T extends { id: string }>(
  database: Database,
  found: readonly T[],
): Promise<(T & { decided: DecidedMark | null })[]> {
  const rows = await database.read<{ id: string; disposition: RawNode }>(
    loadQuery('triage/decided'),
    { ids: found.map(({ id }) => id) },
  );
  const marks = new Map(
    rows.map(({ id, disposition }) => [id, markOf(readDisposition(disposition))]),
  );
  return found.map((one) => ({ ...one, decided: marks.get(one.id) ?? null }));
}

/** An item with its history. Throws NotFoundError. */
export async function wholeItem(
  database: Database,
  run: string | null,
  id: string,
): Promise<QueuedItem & { history: HistoryEntry[] }> {
  const [item] = run === null ? [] : await itemsByIds(database, run, [id]);
  if (!item) throw new NotFoundError(messages.triage.problems.none(id));
  const [shown] = await localizeItems([item]);
  const [held] = await asQueued(database, run!, [item], [shown!]);
  const history = item.disposition ? await historyOf(database, item.disposition) : [];
  return { ...held!, history };
}

/**
 * Findings with what their titles name, and clusters with what their titles say of money, lists and clients, how many findings they hold, of which detectors, and how
 * many of them are open. `shown`: the same items as they are answered.
 */
export async function asQueued(
  database: Database,
  run: string,
  items: readonly Item[],
  shown: readonly TriageItem[],
): Promise<QueuedItem[]> {
  const named = await namedIn(database, items, shown);
  const clusters = shown.filter(({ kind }) => kind === 'cluster').map(({ id }) => id);
  if (clusters.length === 0) return shown.map((item) => ({ ...item, ...named.get(item.id) }));
  const found = await withTitled(
    database,
    run,
    items.flatMap(({ cluster }) => cluster ?? []),
  );
  const titles = new Map(
    found.map(({ id, ranking, own_clients, held_at }) => [
      id,
      { own_clients, held_at, ...(ranking ? { ranking } : {}) },
    ]),
  );
  const rows = await database.read<{ cluster: string; held: HeldFindings[] }>(
    loadQuery('triage/held_findings'),
    { run, clusters },
  );
  const heldBy = new Map(rows.map(({ cluster, held }) => [cluster, held]));
  return shown.map((item) => {
    if (item.kind !== 'cluster') return { ...item, ...named.get(item.id) };
    const titled = titles.get(item.of);
    return { ...item, findings: heldBy.get(item.id) ?? [], ...(titled ? { titled } : {}) };
  });
}

/** By the id of an item, what the title of a finding names by ids. */
async function namedIn(
  database: Database,
  items: readonly Item[],
  shown: readonly TriageItem[],
): Promise<Map<string, { named: Named[] }>> {
  const titles = new Map(shown.map(({ id, title }) => [id, title]));
  const findings = items.flatMap(({ id, finding }) =>
    finding ? [{ id, title: titles.get(id) ?? finding.title, nodes: finding.nodes }] : [],
  );
  const found = await withNames(database, findings);
  return new Map(found.map(({ id, named }) => [id, { named }]));
}

/** None where nothing has that id. */
export function itemOf({ id, kind, json, cluster_id, first_found, disposition }: ItemRow): Item[] {
  if (kind === null) return [];
  const found: unknown = json === null ? null : JSON.parse(json);
  return [
    {
      ...{ id, kind, cluster_id, first_found },
      finding: kind === 'finding' ? (found as Item['finding']) : null,
      cluster: kind === 'cluster' ? (found as Item['cluster']) : null,
      disposition: disposition && readDisposition(disposition),
    },
  ];
}

/** As the API answers them, in the language in force. */
export async function localizeItems(items: readonly Item[]): Promise<TriageItem[]> {
  const findings = await localizeFindings(items.flatMap(({ finding }) => finding ?? []));
  const clusters = await localizeClusters(items.flatMap(({ cluster }) => cluster ?? []));
  const titles = new Map([
    ...findings.map(({ id, title }) => [id, title] as const),
    ...clusters.map(({ id, name }) => [id, name] as const),
  ]);
  return items.map((item) => shownItem(item, titles.get(item.id)));
}

function shownItem(item: Item, title: string | undefined): TriageItem {
  const { id, kind, finding, cluster, cluster_id, disposition: decided } = item;
  const found = finding ?? cluster;
  const decision = decided?.decision ?? null;
  return {
    ...{ id, kind, cluster_id, decision },
    of: found?.id ?? decided!.of,
    title: title ?? decided!.title,
    score: found?.score ?? decided!.score,
    accounts: (found?.accounts ?? decided!.members).length,
    detectors: finding ? [finding.detector] : (cluster?.detectors ?? []),
    gone: found === null && kind !== 'answer',
    ...markOf(decided),
    assignee: decided?.assignee ?? null,
    due: decided?.due ?? null,
    revision: decided?.revision ?? 0,
    changed: decided?.changed ?? null,
    changed_by: decided?.changed_by ?? null,
    earlier: decided?.earlier ?? null,
  };
}

function markOf(decided: Disposition | null): DecidedMark {
  return {
    state: decided?.state ?? 'new',
    reason: decided?.decision?.reason ?? null,
    until: decided?.decision?.until ?? null,
    news: decided?.news ?? [],
    proposed: decided?.proposed ?? null,
  };
}
