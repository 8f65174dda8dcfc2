import type { Given } from '../../domain/words/given.ts';
import type { ServerWords } from '../../domain/words/index.ts';
import { commandsWords } from './commands.ts';
import { compareWords } from './compare.ts';
import { custodyWords } from './custody.ts';
import { databaseWords } from './database.ts';
import { detectWords } from './detect.ts';
import { eventsWords } from './events.ts';
import { evidenceWords } from './evidence.ts';
import { feedsWords } from './feeds.ts';
import { generateWords } from './generate.ts';
import { httpWords } from './http.ts';
import { loadWords } from './load.ts';
import { namesWords } from './names.ts';
import { narrativeWords } from './narrative.ts';
import { parametersWords } from './parameters.ts';
import { reachWords } from './reach.ts';
import { reportWords } from './report.ts';
import { schedulesWords } from './schedules.ts';
import { signingWords } from './signing.ts';
import { trialsWords } from './trials.ts';
import { verifierWords } from './verifier.ts';

/** French, as far as the server alone says it. */
export default {
  commands: commandsWords,
  compare: compareWords,
  custody: custodyWords,
  database: databaseWords,
  detect: detectWords,
  events: eventsWords,
  evidence: evidenceWords,
  feeds: feedsWords,
  generate: generateWords,
  http: httpWords,
  load: loadWords,
  names: namesWords,
  narrative: narrativeWords,
  parameters: parametersWords,
  reach: reachWords,
  report: reportWords,
  schedules: schedulesWords,
  signing: signingWords,
  trials: trialsWords,
  verifier: verifierWords,
} satisfies Given<ServerWords>;
