import { loadQuery } from '../../../cypher/load-query.ts';
import type { AccountScore, Reason } from '../../../domain/finding.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { aboveAll, type ScorePlace } from './finding-list.ts';

const page = loadQuery('detect/score_page');
const named = loadQuery('detect/scores_of');

type ScoreRow = Omit<AccountScore, 'reasons'> & { reasons: string };

/** Accounts with any evidence, those after the place, highest score first; with `ids`, those of them alone. */
export async function accountScoresOfRun(
  database: Database,
  run: string,
  options: { ids?: readonly string[]; after?: ScorePlace | null; limit?: number } = {},
): Promise<AccountScore[]> {
  const { ids, after, limit = 1_000_000 } = options;
  const [score, id] = after ?? aboveAll;
  const rows = ids
    ? await database.read<ScoreRow>(named, { run, ids: [...new Set(ids)] })
    : await database.read<ScoreRow>(page, { run, score, id, limit });
  return rows.map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as Reason[] }));
}
