/** The picture of a cluster in a report: what its findings rest on, as a bundle would show it. */
import { tmpdir } from 'node:os';
import type { Cluster, Run } from '../../../domain/finding.ts';
import { activeLanguage } from '../../../domain/messages/language.ts';
import { findingsByIds } from '../../detection/runs/read-runs.ts';
import type { Picture } from '../../platform/document/document.ts';
import { withScratch } from '../../platform/scratch.ts';
import { readSubgraph, standing } from '../exhibit/subgraph.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { pictureOf } from '../picture/picture.ts';

export async function clusterPicture(
  database: Database,
  run: Run,
  cluster: Cluster,
): Promise<Picture> {
  const findings = await findingsByIds(database, run.run, cluster.findings);
  const { svg, width, height, caption } = await withScratch(tmpdir(), async (scratch) => {
    const read = await readSubgraph(database, findings, null, scratch);
    return pictureOf({
      scope: { kind: 'cluster', id: cluster.id },
      language: activeLanguage(),
      title: null,
      as_of: run.as_of,
      places: null,
      cluster,
      findings,
      ...standing(read, new Set(cluster.accounts), scratch),
    });
  });
  const alternative = [caption.title, ...caption.lines].join(' ');
  return { kind: 'picture', svg, width, height, alternative };
}
