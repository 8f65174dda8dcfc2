/** What detection says under a person's words: findings, clusters and detectors. */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Cluster, Finding } from '../../../domain/finding.ts';
import type { SearchAnswer } from '../../../domain/search.ts';
import { catalogue, detectorInfo } from '../../detection/catalogue/catalogue.ts';
import { clusterById, latestRun } from '../../detection/runs/read-runs.ts';
import { localizeFindings } from '../../detection/runs/localize.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { runWord } from '../../graph/search-keys/finding-keys.ts';
import { folded, wordsOf } from '../../graph/search-keys/folding.ts';
import { withNames, withTitled } from '../graph/named.ts';
import { exactQuery, within } from './lucene.ts';

type Detected = Pick<SearchAnswer, 'findings' | 'clusters' | 'detectors'>;

const most = 8;

export async function searchDetected(database: Database, text: string): Promise<Detected> {
  const [run, detectors] = await Promise.all([latestRun(database), detectorsNamed(text)]);
  if (!run) return { findings: [], clusters: [], detectors };
  const found = await findingsNamed(database, run.run, text);
  return {
    findings: (await withNames(database, found)).map(({ id, title, detector, score, named }) => ({
      id,
      title,
      detector,
      score,
      named,
    })),
    clusters: await clustersNamed(database, run.run, text, found),
    detectors,
  };
}

type FoundFinding = Pick<Finding, 'id' | 'title' | 'detector' | 'score' | 'nodes'> & {
  cluster_id: string | null;
};

async function findingsNamed(
  database: Database,
  run: string,
  text: string,
): Promise<FoundFinding[]> {
  const query = exactQuery(text);
  if (query === null) return [];
  const rows = await database.read<{ json: string; cluster_id: string | null }>(
    loadQuery('explore/search_findings'),
    { words: within(runWord(run), query), most },
  );
  return localizeFindings(
    rows.map(({ json, cluster_id }) => ({ ...(JSON.parse(json) as Finding), cluster_id })),
  );
}

/** Those whose id begins so, then those of the findings, in which an account's id may stand. */
async function clustersNamed(
  database: Database,
  run: string,
  text: string,
  findings: readonly FoundFinding[],
): Promise<Detected['clusters']> {
  const beginning = /^c-[0-9a-f]*$/i.test(text) ? `C-${text.slice(2).toLowerCase()}` : '';
  const ofFindings = findings.map(({ cluster_id }) => cluster_id).filter((id) => id !== null);
  const [begun, others] = await Promise.all([
    beginning === ''
      ? []
      : database.read<{ json: string }>(loadQuery('explore/search_clusters'), {
          run,
          beginning,
          most,
        }),
    Promise.all([...new Set(ofFindings)].map((id) => clusterById(database, run, id))),
  ]);
  const clusters = [...begun.map(({ json }) => JSON.parse(json) as Cluster), ...others].filter(
    (cluster) => cluster !== null,
  );
  const distinct = [...new Map(clusters.map((cluster) => [cluster.id, cluster])).values()];
  const titled = await withTitled(database, run, distinct.slice(0, most));
  return titled.map(({ id, name, accounts, score, ranking, own_clients, held_at }) => ({
    ...{ id, name, score, accounts: accounts.length },
    titled: { own_clients, held_at, ...(ranking ? { ranking } : {}) },
  }));
}

/** Detectors whose name holds a word that begins with each of those asked for. */
async function detectorsNamed(text: string): Promise<Detected['detectors']> {
  const asked = wordsOf(folded(text));
  if (asked.length === 0) return [];
  return (await catalogue())
    .map((entry) => detectorInfo(entry))
    .filter(({ id, title }) => {
      const own = [...wordsOf(folded(title)), ...wordsOf(folded(id))];
      return asked.every((word) => own.some((each) => each.startsWith(word)));
    })
    .slice(0, most)
    .map(({ id, title }) => ({ id, title }));
}
