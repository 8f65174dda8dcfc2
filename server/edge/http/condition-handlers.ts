import type { conditionRoutes } from '../../../domain/api/condition.ts';
import { conditionOf } from '../../operations/condition/condition.ts';
import type { Handlers } from './served.ts';

export const conditionHandlers: Pick<Handlers, keyof typeof conditionRoutes> = {
  condition: ({ database, settings, waiting }) =>
    conditionOf({ database, settings, waiting, now: () => new Date() }),

  turn: ({ ahead }, { params }) => Promise.resolve({ ahead: ahead(params.request) }),
};
