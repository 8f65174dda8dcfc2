import { loadQuery } from '../../../cypher/load-query.ts';
import type { TriageState } from '../../../domain/disposition.ts';
import type { BareFinding } from '../../../domain/finding.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { folded, wordsOf } from '../../graph/search-keys/folding.ts';
import { catalogue, detectorInfo } from '../catalogue/catalogue.ts';
import { countedRun, findingCount } from './finding-counts.ts';
import { localizeFindings } from './localize.ts';

const narrowed = loadQuery('detect/findings');
const page = loadQuery('detect/finding_page');
const pageOfDetector = loadQuery('detect/finding_page_of_detector');

/** A finding without its evidence, as lists need it. */
export type StoredFinding = BareFinding & {
  cluster_id: string | null;
  evidence_count: number;
};

export interface FindingFilter {
  detector?: string | undefined;
  account?: string | undefined;
  /** `ip:192.0.2.7`: findings that show that node. */
  node?: string | undefined;
  cluster?: string | undefined;
  min_score?: number | undefined;
  max_score?: number | undefined;
  /** Such as `P5`. */
  indicator?: string | undefined;
  /** What was decided; `open` is new or in review. */
  state?: TriageState | 'open' | undefined;
  /** All of its words, in the id, the title, the detector's name or the accounts. */
  text?: string | undefined;
}

/** Of an item of a list that is ordered by score, ties by id. */
export type ScorePlace = readonly [score: number, id: string];

/** The place of none: no score is above 1. */
export const aboveAll: ScorePlace = [2, ''];

interface FindingRow {
  json: string;
  cluster_id: string | null;
  evidence_count: number;
  total: number;
}

/** Findings of a run that pass the filter, those after the place, strongest first, and how many there are in all. */
export async function findingsPage(
  database: Database,
  run: string,
  filter: FindingFilter,
  after: ScorePlace | null,
  limit: number,
): Promise<{ found: StoredFinding[]; total: number }> {
  const narrow = await asked(run, filter);
  const rows = isIndexed(narrow)
    ? await database.read<FindingRow>(narrow.detector === null ? page : pageOfDetector, {
        ...{ run, limit, ...narrow },
        counted: isScored(filter)
          ? null
          : findingCount(await countedRun(database, run), narrow.detector),
        ...firstAfter(after, narrow.max_score),
      })
    : await database.read<FindingRow>(narrowed, { run, after, limit, ...narrow });
  return { found: await localizeFindings(rows.map(readFinding)), total: rows[0]?.total ?? 0 };
}

/** Whether only some are asked for by their scores. */
function isScored({ min_score, max_score }: FindingFilter): boolean {
  return min_score !== undefined || max_score !== undefined;
}

/** Where a page of findings begins that score at most so much. */
function firstAfter(after: ScorePlace | null, most: number): { score: number; id: string } {
  const [score, id] = after ?? aboveAll;
  return score > most ? { score: most, id: '' } : { score, id };
}

type Narrow = Awaited<ReturnType<typeof asked>>;

/** Whether the order of an index is the list's; what is left out on the way is not much then. */
function isIndexed({ by, words, indicator }: Narrow): boolean {
  return by === 'run' && words === null && indicator === null;
}

/** The filter as the queries read it, and by what findings are found that may pass it. */
async function asked(run: string, { state, text, ...filter }: FindingFilter) {
  const looked = text === undefined ? null : wordsIn(text);
  const shown = shownQuery(run, filter);
  const states = state === undefined ? null : state === 'open' ? ['new', 'in_review'] : [state];
  return {
    by: candidates(filter.cluster, shown, states),
    ...{ shown, states },
    detector: filter.detector ?? null,
    account: filter.account ?? null,
    node: filter.node ?? null,
    cluster: filter.cluster ?? null,
    min_score: filter.min_score ?? 0,
    max_score: filter.max_score ?? 1,
    indicator: filter.indicator ?? null,
    words: looked?.map((whole) => ({ whole, parts: wordsOf(whole) })) ?? null,
    detectors: looked === null ? [] : await detectorsNamed(looked),
  };
}

function candidates(
  cluster: string | undefined,
  shown: string | null,
  states: readonly string[] | null,
): 'cluster' | 'shown' | 'decided' | 'run' {
  if (cluster !== undefined) return 'cluster';
  if (shown !== null) return 'shown';
  // What nobody has decided of is new.
  return states === null || states.includes('new') ? 'run' : 'decided';
}

/** For Lucene: findings of the run about the account, or that show the node. */
function shownQuery(run: string, { account, node }: FindingFilter): string | null {
  const asked = [...term('accounts', account), ...term('nodes', node)];
  return asked.length === 0 ? null : [...term('run', run), ...asked].join(' AND ');
}

function term(property: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${property}:"${value.replaceAll(/["\\]/g, '\\$&')}"`];
}

function readFinding({ json, cluster_id, evidence_count }: FindingRow): StoredFinding {
  return { ...(JSON.parse(json) as BareFinding), cluster_id, evidence_count };
}

function wordsIn(text: string): string[] {
  return folded(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Those whose name, as the reader reads it, holds all of the words. */
async function detectorsNamed(looked: readonly string[]): Promise<string[]> {
  const all = (await catalogue()).map((entry) => detectorInfo(entry));
  return all
    .filter(({ id, title }) => looked.every((word) => `${id} ${folded(title)}`.includes(word)))
    .map(({ id }) => id);
}
