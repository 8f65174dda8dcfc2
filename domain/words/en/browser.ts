import { casesWords } from './cases.ts';
import { cellWords } from './cell.ts';
import { deliveryWords } from './delivery.ts';
import { detectionsWords } from './detections.ts';
import { exceptionsWords } from './exceptions.ts';
import { explainWords } from './explain.ts';
import { exportDialogWords } from './export-dialog.ts';
import { indicatorsWords } from './indicators.ts';
import { intakeWords } from './intake.ts';
import { judgementsWords } from './judgements.ts';
import { looksWords } from './looks.ts';
import { masksWords } from './masks.ts';
import { pageWords } from './page.ts';
import { queriesWords } from './queries.ts';
import { reasonsWords } from './reasons.ts';
import { schemaWords } from './schema.ts';
import { scoreWords } from './score.ts';
import { searchWords } from './search.ts';
import { standingWords } from './standing.ts';
import { triageWords } from './triage.ts';
import { viewsWords } from './views.ts';

/** English, as far as the page says it too: it brings no more. */
export const enInBrowser = {
  cases: casesWords,
  cell: cellWords,
  delivery: deliveryWords,
  detections: detectionsWords,
  exceptions: exceptionsWords,
  explain: explainWords,
  exportDialog: exportDialogWords,
  indicators: indicatorsWords,
  intake: intakeWords,
  judgements: judgementsWords,
  looks: looksWords,
  masks: masksWords,
  page: pageWords,
  queries: queriesWords,
  reasons: reasonsWords,
  schema: schemaWords,
  score: scoreWords,
  search: searchWords,
  standing: standingWords,
  triage: triageWords,
  views: viewsWords,
} as const;
