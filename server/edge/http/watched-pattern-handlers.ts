import type { watchedPatternRoutes } from '../../../domain/api/watched-patterns.ts';
import { tryOnPast } from '../../decisions/watched/try-on-past.ts';
import {
  patternStanding,
  unwatchPattern,
  watchedPatterns,
  watchPattern,
} from '../../decisions/watched/watch.ts';
import type { Handlers } from './served.ts';
import { acting } from './triage-handlers.ts';

/** Saved patterns that every run of detection asks too. */
export const watchedPatternHandlers: Pick<Handlers, keyof typeof watchedPatternRoutes> = {
  watchedPatterns: async ({ database }) => ({ items: await watchedPatterns(database), next: null }),

  tryPattern: (served, { params }) => tryOnPast(served.database, params.id, acting(served)),

  patternStanding: ({ database }, { params }) => patternStanding(database, params.id),

  watchPattern: (served, { params, body }) =>
    watchPattern(served.database, acting(served), params.id, body),

  unwatchPattern: (served, { params }) =>
    unwatchPattern(served.database, acting(served), params.id),
};
