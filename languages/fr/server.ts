import type { Given } from '../../domain/given.ts';
import type { ServerMessages } from '../../domain/messages/index.ts';
import { calibrationMessages } from './calibration.ts';
import { commandsMessages } from './commands.ts';
import { compareMessages } from './compare.ts';
import { conditionMessages } from './condition.ts';
import { custodyMessages } from './custody.ts';
import { databaseMessages } from './database.ts';
import { detectMessages } from './detect.ts';
import { eventsMessages } from './events.ts';
import { evidenceMessages } from './evidence.ts';
import { feedsMessages } from './feeds.ts';
import { generateMessages } from './generate.ts';
import { httpMessages } from './http.ts';
import { loadMessages } from './load.ts';
import { namesMessages } from './names.ts';
import { narrativeMessages } from './narrative.ts';
import { parametersMessages } from './parameters.ts';
import { quotaMessages } from './quota.ts';
import { rankingParametersMessages } from './ranking-parameters.ts';
import { reachMessages } from './reach.ts';
import { reportMessages } from './report.ts';
import { schedulesMessages } from './schedules.ts';
import { signingMessages } from './signing.ts';
import { trialsMessages } from './trials.ts';
import { verifierMessages } from './verifier.ts';

/** French, as far as the server alone says it. */
export default {
  calibration: calibrationMessages,
  commands: commandsMessages,
  compare: compareMessages,
  condition: conditionMessages,
  custody: custodyMessages,
  database: databaseMessages,
  detect: detectMessages,
  events: eventsMessages,
  evidence: evidenceMessages,
  feeds: feedsMessages,
  generate: generateMessages,
  http: httpMessages,
  load: loadMessages,
  names: namesMessages,
  narrative: narrativeMessages,
  parameters: parametersMessages,
  quota: quotaMessages,
  rankingParameters: rankingParametersMessages,
  reach: reachMessages,
  report: reportMessages,
  schedules: schedulesMessages,
  signing: signingMessages,
  trials: trialsMessages,
  verifier: verifierMessages,
} satisfies Given<ServerMessages>;
