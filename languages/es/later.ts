import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { calibrationPageMessages } from './calibration-page.ts';
import { explainMessages } from './explain.ts';
import { groupSumMessages } from './group-sum.ts';
import { rankingMessages } from './ranking.ts';
import { standingMessages } from './standing.ts';
import { viewsMessages } from './views.ts';

/** Spanish, as far as parts of the page say it that come only when they are asked for. */
export default {
  calibrationPage: calibrationPageMessages,
  explain: explainMessages,
  groupSum: groupSumMessages,
  ranking: rankingMessages,
  standing: standingMessages,
  views: viewsMessages,
} satisfies Given<LaterMessages>;
