import type { Response } from 'express';
import type { z } from 'zod';
import type { Answer, RouteName, routes } from '../../../domain/api/api.ts';
import type { SearchLog } from '../../trust/custody/searches.ts';
import type { ViewLog } from '../../trust/custody/views.ts';
import type { RunningDetections } from '../../operations/detections/running-detections.ts';
import type { EventQueue } from '../../ingest/events/event-queue.ts';
import type { Intakes } from '../../ingest/intake/intakes.ts';
import type { Arriving } from '../../ingest/intake/receive.ts';
import type { Door } from '../../people/door.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { RunningTrials } from '../../decisions/trial/running-trials.ts';
import type { ReadyJson } from './ready-json.ts';

/** What every handler works with. */
export interface Served {
  database: Database;
  settings: Settings;
  /**
   * Answers another address of the API, given below /api/v1, as a request for it would, in its turn; throws as it would. With a body it is one that is
   * asked by POST.
   */
  ask: (
    of: string,
    gone: AbortSignal,
    body?: Readonly<Record<string, unknown>>,
  ) => Promise<unknown>;
  intakes: Intakes;
  events: EventQueue;
  views: ViewLog;
  searches: SearchLog;
  door: Door;
  trials: RunningTrials;
  detections: RunningDetections;
  /** How many requests wait for their turn. */
  waiting: (kind: 'usual' | 'dear') => number;
  /** How many have their turn before a request of that id; null where it does not wait. */
  ahead: (id: string) => number | null;
}

type Routes = typeof routes;

/** A file as it arrives. */
export type Upload = Arriving;

/** What a route takes, once validated. */
export interface Input<N extends RouteName> {
  params: z.output<Routes[N]['params']>;
  query: z.output<Routes[N]['query']>;
  headers: Routes[N] extends { headers: infer H extends z.ZodType } ? z.output<H> : undefined;
  body: Routes[N] extends { body: infer B extends z.ZodType }
    ? z.output<B>
    : Routes[N] extends { upload: true }
      ? Upload
      : undefined;
}

/** Answers of JSON routes are returned; a file is written to the response. */
export type Handlers = {
  [N in RouteName]: Routes[N]['answer'] extends null
    ? (served: Served, input: Input<N>, response: Response) => Promise<void>
    : (served: Served, input: Input<N>, response: Response) => Promise<Answer<N> | ReadyJson>;
};
