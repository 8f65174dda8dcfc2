import type { retentionRoutes } from '../../../domain/api/retention.ts';
import { retentionOf } from '../../operations/retention/retention.ts';
import type { Handlers } from './served.ts';

export const retentionHandlers: Pick<Handlers, keyof typeof retentionRoutes> = {
  retention: ({ database, settings }) => retentionOf(database, settings, new Date()),
};
