import { additionsMessages } from './additions.ts';
import { calibrationPageMessages } from './calibration-page.ts';
import { clusterChangesMessages } from './cluster-changes.ts';
import { clusterOverviewMessages } from './cluster-overview.ts';
import { enrichmentMessages } from './enrichment.ts';
import { exceptionsMessages } from './exceptions.ts';
import { explainMessages } from './explain.ts';
import { groupSumMessages } from './group-sum.ts';
import { intakeMessages } from './intake.ts';
import { looksMessages } from './looks.ts';
import { numbersMessages } from './numbers.ts';
import { overviewPageMessages } from './overview-page.ts';
import { rankingMessages } from './ranking.ts';
import { standingMessages } from './standing.ts';
import { trialPageMessages } from './trial-page.ts';
import { viewsMessages } from './views.ts';
import { watchMessages } from './watch.ts';

/** English, as far as parts of the page say it that come only when they are asked for. */
export const enLater = {
  additions: additionsMessages,
  calibrationPage: calibrationPageMessages,
  clusterChanges: clusterChangesMessages,
  clusterOverview: clusterOverviewMessages,
  enrichment: enrichmentMessages,
  exceptions: exceptionsMessages,
  explain: explainMessages,
  groupSum: groupSumMessages,
  intake: intakeMessages,
  looks: looksMessages,
  numbers: numbersMessages,
  overviewPage: overviewPageMessages,
  ranking: rankingMessages,
  standing: standingMessages,
  trialPage: trialPageMessages,
  views: viewsMessages,
  watch: watchMessages,
} as const;
