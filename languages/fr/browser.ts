import type { Given } from '../../domain/given.ts';
import type { BrowserMessages } from '../../domain/messages/browser.ts';
import { atStakeMessages } from './at-stake.ts';
import { casesMessages } from './cases.ts';
import { cellMessages } from './cell.ts';
import { deliveryMessages } from './delivery.ts';
import { detectionsMessages } from './detections.ts';
import { indicatorsMessages } from './indicators.ts';
import { judgementsMessages } from './judgements.ts';
import { pageMessages } from './page.ts';
import { queriesMessages } from './queries.ts';
import { reasonsMessages } from './reasons.ts';
import { schemaMessages } from './schema.ts';
import { scoreMessages } from './score.ts';
import { searchMessages } from './search.ts';
import { triageMessages } from './triage.ts';

/** French, as far as the page says it too. */
export default {
  atStake: atStakeMessages,
  cases: casesMessages,
  cell: cellMessages,
  delivery: deliveryMessages,
  detections: detectionsMessages,
  indicators: indicatorsMessages,
  judgements: judgementsMessages,
  page: pageMessages,
  queries: queriesMessages,
  reasons: reasonsMessages,
  schema: schemaMessages,
  score: scoreMessages,
  search: searchMessages,
  triage: triageMessages,
} satisfies Given<BrowserMessages>;
