import { intakeWords } from './intake.ts';
import type { Words } from '../index.ts';
import { cellWords } from './cell.ts';
import { commandsWords } from './commands.ts';
import { compareWords } from './compare.ts';
import { custodyWords } from './custody.ts';
import { databaseWords } from './database.ts';
import { deliveryWords } from './delivery.ts';
import { detectWords } from './detect.ts';
import { evidenceWords } from './evidence.ts';
import { exceptionsWords } from './exceptions.ts';
import { explainWords } from './explain.ts';
import { feedsWords } from './feeds.ts';
import { generateWords } from './generate.ts';
import { httpWords } from './http.ts';
import { indicatorsWords } from './indicators.ts';
import { loadWords } from './load.ts';
import { namesWords } from './names.ts';
import { narrativeWords } from './narrative.ts';
import { pageWords } from './page.ts';
import { reasonsWords } from './reasons.ts';
import { reportWords } from './report.ts';
import { schedulesWords } from './schedules.ts';
import { schemaWords } from './schema.ts';
import { scoreWords } from './score.ts';
import { judgementsWords } from './judgements.ts';
import { searchWords } from './search.ts';
import { casesWords } from './cases.ts';
import { queriesWords } from './queries.ts';
import { signingWords } from './signing.ts';
import { triageWords } from './triage.ts';
import { verifierWords } from './verifier.ts';
import { viewsWords } from './views.ts';
import { looksWords } from './looks.ts';

/** French, whole. */
export const fr: Words = {
  cell: cellWords,
  commands: commandsWords,
  compare: compareWords,
  custody: custodyWords,
  database: databaseWords,
  delivery: deliveryWords,
  detect: detectWords,
  evidence: evidenceWords,
  feeds: feedsWords,
  generate: generateWords,
  exceptions: exceptionsWords,
  explain: explainWords,
  http: httpWords,
  indicators: indicatorsWords,
  load: loadWords,
  names: namesWords,
  narrative: narrativeWords,
  page: pageWords,
  reasons: reasonsWords,
  report: reportWords,
  schedules: schedulesWords,
  schema: schemaWords,
  score: scoreWords,
  judgements: judgementsWords,
  search: searchWords,
  signing: signingWords,
  cases: casesWords,
  queries: queriesWords,
  triage: triageWords,
  verifier: verifierWords,
  views: viewsWords,
  looks: looksWords,
  intake: intakeWords,
};
