import { enInBrowser } from './browser.ts';
import { enLater } from './later.ts';
import { backupMessages } from './backup.ts';
import { calibrationMessages } from './calibration.ts';
import { caseProblemsMessages } from './case-problems.ts';
import { commandsMessages } from './commands.ts';
import { compareMessages } from './compare.ts';
import { auditMessages } from './audit.ts';
import { custodyMessages } from './custody.ts';
import { databaseMessages } from './database.ts';
import { detectMessages } from './detect.ts';
import { eventsMessages } from './events.ts';
import { evidenceMessages } from './evidence.ts';
import { feedsMessages } from './feeds.ts';
import { generateMessages } from './generate.ts';
import { httpMessages } from './http.ts';
import { loadMessages } from './load.ts';
import { maskedMessages } from './masked.ts';
import { namesMessages } from './names.ts';
import { narrativeMessages } from './narrative.ts';
import { parametersMessages } from './parameters.ts';
import { peopleMessages } from './people.ts';
import { accountKeyMessages } from './account-key.ts';
import { secondFactorMessages } from './second-factor.ts';
import { signOnMessages } from './sign-on.ts';
import { caseCommandMessages } from './case-command.ts';
import { listCommandMessages, listsMessages } from './lists.ts';
import { conditionMessages } from './condition.ts';
import { passkeysMessages } from './passkeys.ts';
import { byTokenMessages } from './by-token.ts';
import { peopleCommandMessages } from './people-command.ts';
import { quotaMessages } from './quota.ts';
import { rankingParametersMessages } from './ranking-parameters.ts';
import { reachMessages } from './reach.ts';
import { reportMessages } from './report.ts';
import { retentionMessages } from './retention.ts';
import { schedulesMessages } from './schedules.ts';
import { signingMessages } from './signing.ts';
import { trialsMessages } from './trials.ts';
import { verifierMessages } from './verifier.ts';

/** English, whole: every text a person reads but a detector's own, which stand in its declaration. */
export const en = {
  ...enInBrowser,
  ...enLater,
  backup: backupMessages,
  calibration: calibrationMessages,
  caseProblems: caseProblemsMessages,
  commands: commandsMessages,
  compare: compareMessages,
  audit: auditMessages,
  custody: custodyMessages,
  database: databaseMessages,
  detect: detectMessages,
  events: eventsMessages,
  evidence: evidenceMessages,
  feeds: feedsMessages,
  generate: generateMessages,
  http: httpMessages,
  load: loadMessages,
  masked: maskedMessages,
  names: namesMessages,
  narrative: narrativeMessages,
  parameters: parametersMessages,
  people: peopleMessages,
  accountKey: accountKeyMessages,
  secondFactor: secondFactorMessages,
  signOn: signOnMessages,
  caseCommand: caseCommandMessages,
  lists: listsMessages,
  listCommand: listCommandMessages,
  condition: conditionMessages,
  passkeys: passkeysMessages,
  peopleCommand: peopleCommandMessages,
  byToken: byTokenMessages,
  quota: quotaMessages,
  rankingParameters: rankingParametersMessages,
  reach: reachMessages,
  report: reportMessages,
  retention: retentionMessages,
  schedules: schedulesMessages,
  signing: signingMessages,
  trials: trialsMessages,
  verifier: verifierMessages,
} as const;
