import { casesWords } from './cases.ts';
import { cellWords } from './cell.ts';
import { commandsWords } from './commands.ts';
import { compareWords } from './compare.ts';
import { custodyWords } from './custody.ts';
import { databaseWords } from './database.ts';
import { deliveryWords } from './delivery.ts';
import { detectWords } from './detect.ts';
import { evidenceWords } from './evidence.ts';
import { feedsWords } from './feeds.ts';
import { generateWords } from './generate.ts';
import { exceptionsWords } from './exceptions.ts';
import { explainWords } from './explain.ts';
import { httpWords } from './http.ts';
import { indicatorsWords } from './indicators.ts';
import { judgementsWords } from './judgements.ts';
import { intakeWords } from './intake.ts';
import { loadWords } from './load.ts';
import { looksWords } from './looks.ts';
import { namesWords } from './names.ts';
import { narrativeWords } from './narrative.ts';
import { pageWords } from './page.ts';
import { queriesWords } from './queries.ts';
import { reasonsWords } from './reasons.ts';
import { reportWords } from './report.ts';
import { schedulesWords } from './schedules.ts';
import { schemaWords } from './schema.ts';
import { scoreWords } from './score.ts';
import { searchWords } from './search.ts';
import { signingWords } from './signing.ts';
import { triageWords } from './triage.ts';
import { verifierWords } from './verifier.ts';
import { viewsWords } from './views.ts';

/** English, whole: every text a person reads but a detector's own, which stand in its declaration. */
export const en = {
  cases: casesWords,
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
  judgements: judgementsWords,
  intake: intakeWords,
  load: loadWords,
  looks: looksWords,
  names: namesWords,
  narrative: narrativeWords,
  page: pageWords,
  queries: queriesWords,
  reasons: reasonsWords,
  report: reportWords,
  schedules: schedulesWords,
  schema: schemaWords,
  score: scoreWords,
  search: searchWords,
  signing: signingWords,
  triage: triageWords,
  verifier: verifierWords,
  views: viewsWords,
} as const;
