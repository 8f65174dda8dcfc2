import type { BrowserWords } from '../../domain/words/browser.ts';
import type { Given } from '../../domain/words/given.ts';
import { casesWords } from './cases.ts';
import { detectionsWords } from './detections.ts';
import { pageWords } from './page.ts';
import { reasonsWords } from './reasons.ts';
import { schemaWords } from './schema.ts';
import { scoreWords } from './score.ts';
import { searchWords } from './search.ts';
import { triageWords } from './triage.ts';

/** Spanish, as far as the page says it too. */
export default {
  cases: casesWords,
  detections: detectionsWords,
  page: pageWords,
  reasons: reasonsWords,
  schema: schemaWords,
  score: scoreWords,
  search: searchWords,
  triage: triageWords,
} satisfies Given<BrowserWords>;
