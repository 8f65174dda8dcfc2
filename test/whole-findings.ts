import type { BareFinding, Evidence, Finding } from '../domain/finding.ts';
import { withEvidence } from '../server/detection/runs/read-runs.ts';
import type { DetectionResult } from '../server/detection/runs/store-run.ts';
import type { Database } from '../server/graph/neo4j/database.ts';

/** What a run found, with the evidence that the database has of it. */
export async function wholeFindings(
  database: Database,
  { run: { run }, findings }: Pick<DetectionResult, 'run' | 'findings'>,
): Promise<Finding[]> {
  const whole: Finding[] = [];
  for await (const batch of withEvidence<BareFinding>(database, run, findings))
    for (const { finding, evidence } of batch)
      whole.push({ ...finding, evidence: JSON.parse(evidence) as Evidence[] });
  return whole;
}
