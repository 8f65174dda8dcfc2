import type { explanationCheckRoutes } from '../../../domain/api/explanation-checks.ts';
import { explanationsOf } from '../../decisions/explanations/explanations.ts';
import { checkExplanation, queueItem, withdrawCheck } from '../../decisions/explanations/record.ts';
import type { Handlers } from './served.ts';
import { acting } from './triage-handlers.ts';

/** The honest explanations of what is in the queue, and whether they were checked. */
export const explanationCheckHandlers: Pick<Handlers, keyof typeof explanationCheckRoutes> = {
  explanations: async (served, { params }) => {
    const { item } = await queueItem(served.database, acting(served), params.id);
    const items = await explanationsOf(served.database, item);
    return { items, checked: items.filter(({ check }) => check !== null).length };
  },

  checkExplanation: (served, { params, body }) =>
    checkExplanation(served.database, acting(served), params.id, body),

  withdrawExplanationCheck: (served, { params, body }) =>
    withdrawCheck(served.database, acting(served), params.id, body.why),
};
