import type { Given } from '../../domain/words/given.ts';
import type { BrowserWords } from '../../domain/words/browser.ts';
import { casesWords } from './cases.ts';
import { cellWords } from './cell.ts';
import { deliveryWords } from './delivery.ts';
import { detectionsWords } from './detections.ts';
import { exportDialogWords } from './export-dialog.ts';
import { indicatorsWords } from './indicators.ts';
import { judgementsWords } from './judgements.ts';
import { masksWords } from './masks.ts';
import { pageWords } from './page.ts';
import { queriesWords } from './queries.ts';
import { reasonsWords } from './reasons.ts';
import { schemaWords } from './schema.ts';
import { scoreWords } from './score.ts';
import { searchWords } from './search.ts';
import { triageWords } from './triage.ts';

/** French, as far as the page says it too. */
export default {
  cases: casesWords,
  cell: cellWords,
  delivery: deliveryWords,
  detections: detectionsWords,
  exportDialog: exportDialogWords,
  indicators: indicatorsWords,
  judgements: judgementsWords,
  masks: masksWords,
  page: pageWords,
  queries: queriesWords,
  reasons: reasonsWords,
  schema: schemaWords,
  score: scoreWords,
  search: searchWords,
  triage: triageWords,
} satisfies Given<BrowserWords>;
