import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { calibrationPageMessages } from './calibration-page.ts';
import { caseMembersMessages } from './case-members.ts';
import { listMembersMessages } from './list-members.ts';
import { caseWorkMessages } from './case-work.ts';
import { clusterChangesMessages } from './cluster-changes.ts';
import { clusterMapMessages } from './cluster-map.ts';
import { clusterOverviewMessages } from './cluster-overview.ts';
import { conditionPageMessages } from './condition-page.ts';
import { exceptionsMessages } from './exceptions.ts';
import { explainMessages } from './explain.ts';
import { explanationChecksMessages } from './explanation-checks.ts';
import { exportDialogMessages } from './export-dialog.ts';
import { groupSumMessages } from './group-sum.ts';
import { intakeMessages } from './intake.ts';
import { looksMessages } from './looks.ts';
import { maskedPageMessages } from './masked-page.ts';
import { masksMessages } from './masks.ts';
import { numbersMessages } from './numbers.ts';
import { overviewPageMessages } from './overview-page.ts';
import { passkeysPageMessages } from './passkeys-page.ts';
import { peoplePageMessages } from './people-page.ts';
import { queueMessages } from './queue.ts';
import { rankingMessages } from './ranking.ts';
import { refusedMessages } from './refused.ts';
import { standingMessages } from './standing.ts';
import { storyMessages } from './story.ts';
import { trialPageMessages } from './trial-page.ts';
import { viewsMessages } from './views.ts';
import { watchMessages } from './watch.ts';
import { auditPageMessages } from './audit-page.ts';
import { narrowMessages } from './narrow.ts';
import { retentionPageMessages } from './retention-page.ts';
import { runStepsMessages } from './run-steps.ts';
import { watchedPatternMessages } from './watched-pattern.ts';

/** French, as far as parts of the page say it that come only when they are asked for. */
export default {
  calibrationPage: calibrationPageMessages,
  caseMembers: caseMembersMessages,
  listMembers: listMembersMessages,
  caseWork: caseWorkMessages,
  clusterChanges: clusterChangesMessages,
  clusterMap: clusterMapMessages,
  clusterOverview: clusterOverviewMessages,
  conditionPage: conditionPageMessages,
  exceptions: exceptionsMessages,
  explain: explainMessages,
  explanationChecks: explanationChecksMessages,
  exportDialog: exportDialogMessages,
  groupSum: groupSumMessages,
  intake: intakeMessages,
  looks: looksMessages,
  maskedPage: maskedPageMessages,
  masks: masksMessages,
  numbers: numbersMessages,
  overviewPage: overviewPageMessages,
  passkeysPage: passkeysPageMessages,
  peoplePage: peoplePageMessages,
  queue: queueMessages,
  ranking: rankingMessages,
  refused: refusedMessages,
  standing: standingMessages,
  story: storyMessages,
  trialPage: trialPageMessages,
  views: viewsMessages,
  watch: watchMessages,
  auditPage: auditPageMessages,
  narrow: narrowMessages,
  retentionPage: retentionPageMessages,
  runSteps: runStepsMessages,
  watchedPattern: watchedPatternMessages,
} satisfies Given<LaterMessages>;
