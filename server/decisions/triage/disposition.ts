import { randomBytes } from 'node:crypto';
import type {
  Decision,
  DismissalReason,
  HistoryEntry,
  Material,
  TriageItem,
  FoundKind,
  TriageKind,
  TriageState,
} from '../../../domain/disposition.ts';
import type { Decided } from '../../trust/custody/acts.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';
import type { Snapshot } from './snapshot.ts';

/** What was decided of a finding or a cluster, as the database keeps it: a node of its own, tied to nothing. */
export interface Disposition {
  id: string;
  kind: TriageKind;
  /** Id of the finding, or of the cluster of the latest run; null where no cluster of it continues this one. */
  subject: string | null;
  /** What it was called last, and how it stood then. */
  of: string;
  title: string;
  score: number;
  /** The accounts of the cluster when it was last there, by which it is known again. */
  members: string[];
  state: TriageState;
  assignee: string | null;
  due: string | null;
  decision: Decision | null;
  earlier: Decision | null;
  proposed: TriageItem['proposed'];
  /** What the latest decision was made upon. */
  snapshot: Snapshot | null;
  news: Material[];
  /** The run that it was last held against. */
  run: string;
  revision: number;
  changed: string;
  changed_by: string;
  /** Dispositions whose histories are the beginning of this one's: of the cluster that it is a part of. */
  lineage: string[];
  /** The disposition of the cluster that this one has become part of. */
  joined: string | null;
  /** When the first run that found it ended. */
  first_found: string;
  /** Since when it is open: since it was first found, or since it went back to `new` or in review. */
  opened: string;
  first_decided: string | null;
  /** Of a finding of which the same was decided as of its cluster: that disposition. It is no decision of its own. */
  with: string | null;
  /** Of a finding: what found it last. */
  found_by: FoundBy | null;
}

export interface FoundBy {
  detector: string;
  version: number;
}

/** A finding that a decision says something of, as it was then. */
export type DecidedFinding = FoundBy & { id: string };

/** Properties of the node; what is null is absent. */
type Row = Record<string, unknown>;

const asJson = ['decision', 'earlier', 'proposed', 'snapshot', 'news', 'found_by'] as const;

export function rowOf(disposition: Disposition): Row {
  const row: Row = {
    ...disposition,
    // What queries ask for.
    until: disposition.decision?.until ?? null,
    decided_at: disposition.decision?.at ?? null,
    decided_accounts: disposition.decision && (disposition.snapshot?.accounts ?? null),
    has_news: disposition.news.length > 0,
  };
  for (const name of asJson)
    row[name] = disposition[name] === null ? null : JSON.stringify(disposition[name]);
  return row;
}

export function readDisposition({ properties }: RawNode): Disposition {
  const row: Row = { ...properties };
  for (const name of asJson)
    row[name] = typeof row[name] === 'string' ? (JSON.parse(row[name]) as unknown) : null;
  for (const name of ['subject', 'assignee', 'due', 'joined', 'first_decided', 'with'])
    row[name] ??= null;
  delete row['until'];
  delete row['decided_at'];
  delete row['decided_accounts'];
  delete row['has_news'];
  return row as unknown as Disposition;
}

/** What the custody log has to know of it. */
export function decidedOf({ kind, of, members, state }: Disposition): Decided {
  return { kind, of, accounts: members, state };
}

/** A history entry of a disposition; with `turn` where its state became another. */
export type Entry = HistoryEntry & {
  disposition: string;
  turn?: Turn | undefined;
  /** Of what a person changes: the disposition as it was, to which it can be taken back; null for none. */
  was?: Disposition | null;
};

/** What figures are made of (`server/decisions/numbers`): it stays as it was, whatever is decided afterwards. */
export interface Turn {
  of_kind: FoundKind;
  became: TriageState;
  reason: DismissalReason | null;
  /** Of the first decision: since when it was waited for. */
  waited_since: string | null;
  /** Of a decision: the findings that it says something of. */
  about: readonly DecidedFinding[];
}

/** How a state became that of `is`; `undefined` where it did not change, and of answers of patterns, which no figure counts. */
export function turnOf(was: Disposition | null, is: Disposition): Turn | undefined {
  if (is.kind === 'answer') return undefined;
  const decides = is.decision !== null && is.decision !== was?.decision;
  if (!decides && is.state === (was?.state ?? 'new')) return undefined;
  const isFirst = is.first_decided !== null && !was?.first_decided;
  return {
    of_kind: is.kind,
    became: is.state,
    reason: is.decision?.reason ?? null,
    waited_since: isFirst ? is.first_found : null,
    about: decides ? decidedFindings(is) : [],
  };
}

function decidedFindings({ kind, of, snapshot, found_by }: Disposition): DecidedFinding[] {
  if (kind === 'finding') return found_by ? [{ id: of, ...found_by }] : [];
  const findings = snapshot?.kind === 'cluster' ? snapshot.findings : [];
  return findings.map(({ id, detector, version }) => ({ id, detector, version }));
}

export function entryRow({ before, after, news, turn, was, ...entry }: Entry): Row {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return {
    ...{ ...entry, before: json(before), after: json(after), news: JSON.stringify(news) },
    ...(was !== undefined && { was: JSON.stringify(was) }),
    ...(turn && { ...turn, about: JSON.stringify(turn.about), became_at: entry.at }),
  };
}

export function readEntry({ properties }: RawNode): HistoryEntry {
  const row = properties as Record<string, string | undefined>;
  const read = (text: string | undefined) =>
    text === undefined ? null : (JSON.parse(text) as HistoryEntry['before']);
  return {
    id: row['id']!,
    kind: row['kind'] as HistoryEntry['kind'],
    at: row['at']!,
    by: row['by']!,
    before: read(row['before']),
    after: read(row['after']),
    why: row['why'] ?? null,
    news: JSON.parse(row['news'] ?? '[]') as Material[],
  };
}

/** In order of time, so that histories are in order by id; `place` orders what happens at once. */
export function stampedId(letter: string, at: string, place = 0): string {
  const order = String(place).padStart(4, '0');
  return `${letter}-${at.replaceAll(/[-:.]/g, '')}-${order}${randomBytes(4).toString('hex')}`;
}
