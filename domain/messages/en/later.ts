import { additionsMessages } from './additions.ts';
import { auditPageMessages } from './audit-page.ts';
import { calibrationPageMessages } from './calibration-page.ts';
import { caseMembersMessages } from './case-members.ts';
import { listMembersMessages } from './list-members.ts';
import { caseWorkMessages } from './case-work.ts';
import { clusterChangesMessages } from './cluster-changes.ts';
import { clusterMapMessages } from './cluster-map.ts';
import { clusterOverviewMessages } from './cluster-overview.ts';
import { conditionPageMessages } from './condition-page.ts';
import { enrichmentMessages } from './enrichment.ts';
import { exceptionsMessages } from './exceptions.ts';
import { explainMessages } from './explain.ts';
import { explanationChecksMessages } from './explanation-checks.ts';
import { exportDialogMessages } from './export-dialog.ts';
import { groupSumMessages } from './group-sum.ts';
import { intakeMessages } from './intake.ts';
import { lookRulesMessages } from './look-rules.ts';
import { looksMessages } from './looks.ts';
import { maskedPageMessages } from './masked-page.ts';
import { masksMessages } from './masks.ts';
import { narrowMessages } from './narrow.ts';
import { numbersMessages } from './numbers.ts';
import { overviewPageMessages } from './overview-page.ts';
import { passkeysPageMessages } from './passkeys-page.ts';
import { peoplePageMessages } from './people-page.ts';
import { queueMessages } from './queue.ts';
import { patternMessages } from './pattern.ts';
import { patternDrawingMessages } from './pattern-drawing.ts';
import { rankingMessages } from './ranking.ts';
import { refusedMessages } from './refused.ts';
import { retentionPageMessages } from './retention-page.ts';
import { runStepsMessages } from './run-steps.ts';
import { standingMessages } from './standing.ts';
import { storyMessages } from './story.ts';
import { trialPageMessages } from './trial-page.ts';
import { viewsMessages } from './views.ts';
import { watchMessages } from './watch.ts';
import { watchedPatternMessages } from './watched-pattern.ts';

/** English, as far as parts of the page say it that come only when they are asked for. */
export const enLater = {
  additions: additionsMessages,
  auditPage: auditPageMessages,
  calibrationPage: calibrationPageMessages,
  caseMembers: caseMembersMessages,
  listMembers: listMembersMessages,
  caseWork: caseWorkMessages,
  clusterChanges: clusterChangesMessages,
  clusterMap: clusterMapMessages,
  clusterOverview: clusterOverviewMessages,
  conditionPage: conditionPageMessages,
  enrichment: enrichmentMessages,
  exceptions: exceptionsMessages,
  explain: explainMessages,
  explanationChecks: explanationChecksMessages,
  exportDialog: exportDialogMessages,
  groupSum: groupSumMessages,
  intake: intakeMessages,
  lookRules: lookRulesMessages,
  looks: looksMessages,
  maskedPage: maskedPageMessages,
  masks: masksMessages,
  narrow: narrowMessages,
  numbers: numbersMessages,
  overviewPage: overviewPageMessages,
  passkeysPage: passkeysPageMessages,
  peoplePage: peoplePageMessages,
  queue: queueMessages,
  pattern: patternMessages,
  patternDrawing: patternDrawingMessages,
  ranking: rankingMessages,
  refused: refusedMessages,
  retentionPage: retentionPageMessages,
  runSteps: runStepsMessages,
  standing: standingMessages,
  story: storyMessages,
  trialPage: trialPageMessages,
  views: viewsMessages,
  watch: watchMessages,
  watchedPattern: watchedPatternMessages,
} as const;
