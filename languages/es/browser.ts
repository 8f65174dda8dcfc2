import type { BrowserMessages } from '../../domain/messages/browser.ts';
import type { Given } from '../../domain/given.ts';
import { atStakeMessages } from './at-stake.ts';
import { casesMessages } from './cases.ts';
import { detectionsMessages } from './detections.ts';
import { pageMessages } from './page.ts';
import { reasonsMessages } from './reasons.ts';
import { schemaMessages } from './schema.ts';
import { scoreMessages } from './score.ts';
import { searchMessages } from './search.ts';
import { triageMessages } from './triage.ts';

/** Spanish, as far as the page says it too. */
export default {
  atStake: atStakeMessages,
  cases: casesMessages,
  detections: detectionsMessages,
  page: pageMessages,
  reasons: reasonsMessages,
  schema: schemaMessages,
  score: scoreMessages,
  search: searchMessages,
  triage: triageMessages,
} satisfies Given<BrowserMessages>;
