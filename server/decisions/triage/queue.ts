import type { z } from 'zod';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { triageRoutes } from '../../../domain/api/triage.ts';
import { compareText } from '../../../domain/compare-text.ts';
import { me, nobody } from '../../../domain/disposition.ts';
import type { QueuedItem } from '../../../domain/queued-item.ts';
import { countedRun, findingCount } from '../../detection/runs/finding-counts.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { asQueued, itemOf, localizeItems, type ItemRow } from './items.ts';

type Filter = Omit<z.output<typeof triageRoutes.triage.query>, 'cursor' | 'limit'>;

/** What the queue is ordered by, as the queries `cypher/triage/queue*.cypher` have it. */
export type QueuePlace = readonly [number, string, number, number, number, string];

type Placed = ItemRow & { place: QueuePlace };

/** The queue of a run after a place, in the language in force, each with its place, and how long all of it is. `by`: who asks. */
export async function queueOf(
  database: Database,
  run: string,
  filter: Filter,
  by: string,
  after: QueuePlace | null,
  limit: number,
): Promise<{ found: QueuedItem[]; places: QueuePlace[]; total: number }> {
  const asked = askedOf(filter, by);
  const stored = await countedRun(database, run);
  const params = { ...asked, run, after, limit, ended: stored?.ended ?? null };
  const counted = asked.version === null ? findingCount(stored, asked.detector) : null;
  const alone = stored?.alone ?? null;
  const kept = stored?.findings && (!asked.rolled || alone !== null);
  const { rows, total } =
    asked.cluster !== null
      ? await read(database, 'queue_of_cluster', params)
      : asked.text === null && kept
        ? await inParts(database, { ...params, counted, alone })
        : await read(database, 'queue', params);
  const items = rows.flatMap(itemOf);
  return {
    found: await asQueued(database, run, items, await localizeItems(items)),
    places: rows.map(({ place }) => place),
    total,
  };
}

/** The filter as the queries read it. */
function askedOf({ state, assignee, text, news, proposed, ...filter }: Filter, by: string) {
  // Where no cluster can be in the list, there is none that findings could be left to.
  const { kind, detector, version } = filter;
  const rolled = filter.findings === 'rolled' && (kind ?? detector ?? version) === undefined;
  return {
    rolled,
    cluster: filter.cluster ?? null,
    sort: filter.sort,
    kind: filter.kind ?? null,
    due: filter.due ?? null,
    states: state === undefined ? null : state === 'open' ? ['new', 'in_review'] : [state],
    unassigned: assignee === nobody,
    assignee: assignee === nobody ? null : assignee === me ? by : (assignee ?? null),
    proposed: proposed === 'true',
    opened_from: filter.opened_from ?? null,
    opened_to: filter.opened_to ?? null,
    detector: filter.detector ?? null,
    version: filter.version ?? null,
    pattern: filter.pattern ?? null,
    news: news === 'true',
    text: text?.toLowerCase() ?? null,
  };
}

type Asked = ReturnType<typeof askedOf> & {
  run: string;
  after: QueuePlace | null;
  limit: number;
  ended: string | null;
};

type AskedOfCounted = Asked & {
  /** How many findings there are of all detectors, or of that asked for, where the run says it. */
  counted: number | null;
  /** How many of all are in no cluster, where the run says it. */
  alone: number | null;
};

type AskedOfParts = AskedOfCounted & {
  /** Whether what nobody has touched passes. */
  untouched: boolean;
  /** Clusters that somebody has touched and that do not pass. */
  closed: readonly string[];
};

interface QueuePage {
  rows: Placed[];
  /** 0 behind the last page. */
  total: number;
}

/**
 * Reads every finding, or every one of the cluster: a text may stand anywhere, and a run of before pages were read so has
 * not all that they are read by.
 */
async function read(
  database: Database,
  query: 'queue' | 'queue_of_cluster',
  asked: Asked,
): Promise<QueuePage> {
  const rows = await database.read<Placed & { total: number }>(loadQuery(`triage/${query}`), asked);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** What somebody has touched and what nobody has, each in its own order. */
async function inParts(database: Database, asked: AskedOfCounted): Promise<QueuePage> {
  const whetherUntouched = { ...asked, untouched: isUntouchedAsked(asked) };
  const reading = database.read<Decided>(loadQuery('triage/queue_decided'), whetherUntouched);
  // Only rolled up does anybody have to know of what was decided first.
  const closed = asked.rolled ? (await reading)[0]!.closed : [];
  const parts = { ...whetherUntouched, closed };
  const [[decided], findings, clusters] = await Promise.all([
    reading,
    untouchedFindings(database, parts),
    untouchedClusters(database, parts),
  ]);
  const { page, passing, counted } = decided!;
  const untouched = [...findings, ...clusters];
  const rows = [...page, ...untouched.flatMap((part) => part.page)]
    .sort((one, other) => comparePlaces(one.place, other.place))
    .slice(0, asked.limit);
  const all = untouched.reduce((sum, part) => sum + part.all, 0);
  const isAsked = untouched.length > 0;
  return { rows, total: rows.length === 0 ? 0 : passing + (isAsked ? all - counted : 0) };
}

interface Decided {
  page: Placed[];
  passing: number;
  /** How many of them the parts that nobody has touched count. */
  counted: number;
  closed: string[];
}

/** A part of what nobody has touched. */
interface Untouched {
  page: Placed[];
  /** With what somebody has touched. */
  all: number;
}

/** Whether what nobody has touched passes: it is new, and nothing else. */
function isUntouchedAsked({
  states,
  assignee,
  due,
  proposed,
  news,
  kind,
  pattern,
}: Asked): boolean {
  const isNew = states === null || states.includes('new');
  // Every answer of a pattern has a disposition.
  const isFound = kind !== 'answer' && pattern === null;
  return isFound && isNew && assignee === null && due === null && !proposed && !news;
}

async function untouchedFindings(database: Database, asked: AskedOfParts): Promise<Untouched[]> {
  if (!asked.untouched || asked.kind === 'cluster') return [];
  const params = { ...asked, ...firstAfter(asked) };
  const pages = findingsQueries(asked).map((query) =>
    database.read<Untouched>(loadQuery(`triage/${query}`), params),
  );
  return (await Promise.all(pages)).flat();
}

function findingsQueries(asked: AskedOfParts): string[] {
  const { opened_from, opened_to, sort, detector, rolled } = asked;
  if (opened_from !== null || opened_to !== null) return ['queue_findings_of_days'];
  if (rolled) return [`queue_findings_alone${inDoubt(sort)}`, 'queue_findings_of_closed'];
  if (sort === 'doubt') return ['queue_findings_in_doubt'];
  return [detector === null ? 'queue_findings' : 'queue_findings_of_detector'];
}

function inDoubt(sort: Asked['sort']): string {
  return sort === 'doubt' ? '_in_doubt' : '';
}

/** Clusters have neither detector nor version. */
async function untouchedClusters(database: Database, asked: AskedOfParts): Promise<Untouched[]> {
  const { kind, detector, version } = asked;
  if (!asked.untouched || kind === 'finding' || detector !== null || version !== null) return [];
  return database.read<Untouched>(loadQuery('triage/queue_clusters'), asked);
}

/** Above every score and every doubt. */
const aboveAll = { doubt: 2, score: 2, id: '' };

/** Where untouched findings begin, whose places begin alike but for their doubt. */
function firstAfter({ after, sort }: Asked): typeof aboveAll {
  if (after === null) return aboveAll;
  const [doubt, due, changed, , score, id] = after;
  const here = sort === 'doubt' ? -doubt : aboveAll.doubt;
  const beginning = compareText(due, sort === 'due' ? untouchedDue : '') || changed;
  if (beginning < 0) return { ...aboveAll, doubt: here };
  if (beginning > 0) return { doubt: here, score: -1, id: '' };
  return { doubt: here, score: -score, id };
}

/** After every day. */
const untouchedDue = '9999';

function comparePlaces(one: QueuePlace, other: QueuePlace): number {
  for (const [at, value] of one.entries()) {
    const against = other[at]!;
    const difference =
      typeof value === 'string' ? compareText(value, String(against)) : value - Number(against);
    if (difference !== 0) return difference;
  }
  return 0;
}
