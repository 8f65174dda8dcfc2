import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { messages } from '../../../domain/messages/index.ts';
import { SearchLog } from '../../trust/custody/searches.ts';
import { ViewLog } from '../../trust/custody/views.ts';
import { RunningDetections } from '../../operations/detections/running-detections.ts';
import { EventQueue } from '../../ingest/events/event-queue.ts';
import { Door } from '../../people/door.ts';
import { houseOf } from '../../people/persons.ts';
import { Provider } from '../../people/provider.ts';
import { Intakes } from '../../ingest/intake/intakes.ts';
import { endAllRuns } from '../../explore/query/run.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { checkout, type Settings } from '../../platform/settings/settings.ts';
import { RunningTrials } from '../../decisions/trial/running-trials.ts';
import { Admission, type AdmissionBounds } from './admission.ts';
import { apiRouter } from './api.ts';
import { checkHost } from './host-check.ts';
import { routeLabel } from './route-label.ts';
import { createMetrics } from './metrics.ts';
import { pageRouter } from './page.ts';
import { PersonQuotas } from './person-quotas.ts';
import { answerProblems, nothingHere } from './problems.ts';
import { identify } from './request-id.ts';
import { logRequests } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import type { Answering } from './serve.ts';
import { TakingUp } from './taking-up.ts';
import { gate } from './who.ts';

export interface AppOptions {
  database: Database;
  settings: Settings;
  log: Logger;
  /** Where the built page lies; `client/dist` of the checkout when left out. */
  page?: string;
  /** The longest that a query behind a click may take, in milliseconds; beyond it nobody waits any more. */
  clickLimitMs?: number;
  /** How many requests are answered at once; left out, as many as suit the machine. */
  bounds?: AdmissionBounds;
  /** Follows each request for whoever collects traces. */
  follow?: RequestHandler;
  /** What the time is, for sessions and all that ends by itself. */
  now?: () => Date;
}

/** All that answers, to be served. */
export interface App extends Required<Answering> {
  handle: Express;
  /** Takes up what a server that was ended has left, now and again, until it hands over. */
  takeUp(): void;
  /** At its end: what is under way ends or is kept to be taken up. */
  handOver(): Promise<void>;
}

const ofMetrics = { may: 'look', unseen: { plain: 'figures of the program' } } as const;
const usualClickLimitMs = 30_000;
/** A load that writes is waited for so long when the server ends. */
const loadPatienceMs = 3_000;

/**
 * The API, the page and the three addresses that machines watch, of which whether it lives and is ready is told to all, its
 * metrics to those who may look.
 */
export function createApp({
  database,
  settings,
  log,
  page,
  clickLimitMs = usualClickLimitMs,
  bounds,
  follow,
  now,
}: AppOptions): App {
  const app = express();
  const admission = new Admission(bounds);
  const quotas = new PersonQuotas(settings.quotas, now && (() => now().getTime()));
  const metrics = createMetrics(admission, quotas);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(
    identify,
    ...(follow ? [follow] : []),
    metrics.measure,
    logRequests(log),
    securityHeaders(settings),
    checkHost(settings),
  );
  app.get('/healthz', routeLabel('/healthz'), (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/readyz', routeLabel('/readyz'), readiness(database));
  const intakes = new Intakes(database, settings);
  const views = new ViewLog(settings.home, (error) =>
    log.error({ err: error }, 'view not recorded'),
  );
  const searches = new SearchLog(views);
  const reads = database.withReadLimit(clickLimitMs);
  const door = new Door({
    ...{ ...houseOf(reads, settings), ...(now ? { now } : {}) },
    unrecorded: (error) => log.error({ err: error }, 'sign-in not recorded'),
    provider: settings.signOn ? new Provider(settings.signOn, now) : null,
  });
  const served = {
    ...{ database: reads, settings, door },
    intakes,
    events: new EventQueue(database, settings),
    views,
    searches,
    trials: new RunningTrials(),
    detections: new RunningDetections(),
    waiting: (kind: 'usual' | 'dear') => admission.waiting(kind),
    ahead: (id: string) => admission.ahead(id),
  };
  app.get('/metrics', routeLabel('/metrics'), gate(served, ofMetrics), metrics.show);
  app.use('/api/v1', apiRouter(served, { admission, quotas }));
  app.use(pageRouter(page ?? join(checkout, 'client', 'dist')));
  app.use(nothingHere);
  app.use(answerProblems(log));
  const settled = () => {
    metrics.stop();
    return searches.settled();
  };
  const takingUp = new TakingUp({
    ...{ database, settings, intakes, detections: served.detections },
    failed: (error) => log.error({ err: error }, 'not taken up'),
  });
  const handOver = async () => {
    takingUp.stop();
    endAllRuns();
    await Promise.all([served.detections.handOver(), intakes.handOver(loadPatienceMs)]);
  };
  return { handle: app, settled, takeUp: () => takingUp.start(), handOver };
}

function readiness(database: Database): RequestHandler {
  return async (_request, response) => {
    response.set('cache-control', 'no-store');
    try {
      await database.verify();
    } catch (cause) {
      throw new UnavailableError(messages.http.databaseAway, [], { cause });
    }
    response.json({ status: 'ready' });
  };
}
