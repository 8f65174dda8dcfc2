import { z } from 'zod';
import {
  patternStandingSchema,
  patternTrialSchema,
  watchedPatternSchema,
  watchRequestSchema,
} from '../watched-pattern.ts';
import { listOf, none, type Route } from './route.ts';

const ofQuery = z.object({ id: z.string().meta({ description: 'of a saved query' }) });

/** Saved patterns that every run of detection asks too. */
export const watchedPatternRoutes = {
  watchedPatterns: {
    method: 'get',
    path: '/watched-patterns',
    about: 'The patterns that are watched, by phrase, each with how often it is right',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: none,
    answer: listOf(watchedPatternSchema),
  },
  tryPattern: {
    method: 'post',
    path: '/queries/{id}/trials',
    turn: 'dear',
    about:
      'What a saved pattern would have answered at past runs, as of their times, and how it was decided of those accounts later',
    shows: null,
    may: 'work',
    unseen: 'refused',
    quota: 'queries',
    params: ofQuery,
    query: none,
    answer: patternTrialSchema,
  },
  patternStanding: {
    method: 'get',
    path: '/queries/{id}/watch',
    about: 'Whether a saved pattern is watched, what runs asked it, and how often it is right',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: ofQuery,
    query: none,
    answer: patternStandingSchema,
  },
  watchPattern: {
    method: 'put',
    path: '/queries/{id}/watch',
    about:
      'Has a saved pattern watched as it is saved now, by a trial of that version; its new answers come to the queue and the report',
    shows: null,
    may: 'lead',
    unseen: 'refused',
    params: ofQuery,
    query: none,
    body: watchRequestSchema,
    answer: patternStandingSchema,
  },
  unwatchPattern: {
    method: 'delete',
    path: '/queries/{id}/watch',
    about: 'Has a pattern watched no longer; what is in the queue stays there',
    shows: null,
    may: 'lead',
    unseen: 'refused',
    params: ofQuery,
    query: none,
    answer: patternStandingSchema,
  },
} as const satisfies Record<string, Route>;
