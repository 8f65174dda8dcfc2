import type { Run } from '../../../domain/finding.ts';
import { catalogue, detectorInfo } from '../../detection/catalogue/catalogue.ts';
import type { DecidedCounts, Decisions } from './decisions.ts';

/** A detector as it ran, with what it says of itself now. */
export interface ReportDetector {
  id: string;
  version: number;
  title: string;
  findings: number;
  /** How many findings it had in the runs of the trend, oldest first; null where it did not run. */
  findings_before: (number | null)[];
  /** Of its findings in any run: on how many somebody has decided, and how. */
  decisions: DecidedCounts;
  parameters: Record<string, unknown>;
  blind_to: string | null;
  benign: string[];
}

/** Those of the last of these runs. A detector that the program no longer has keeps its row: the run did use it. */
export async function readDetectors(
  history: readonly Run[],
  decidedOf: Decisions['ofDetector'],
): Promise<ReportDetector[]> {
  const known = new Map((await catalogue()).map((entry) => [entry.id, detectorInfo(entry)]));
  return (history.at(-1)?.detectors ?? []).map(({ id, version, findings, parameters }) => {
    const info = known.get(id);
    return {
      id,
      version,
      title: info?.title ?? id,
      findings,
      findings_before: history.map(
        ({ detectors }) => detectors.find((one) => one.id === id)?.findings ?? null,
      ),
      decisions: decidedOf.get(id) ?? { decided: 0, confirmed: 0, dismissed: 0 },
      parameters,
      blind_to: info?.blind_to ?? null,
      benign: info?.benign ?? [],
    };
  });
}
