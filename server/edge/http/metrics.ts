import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { onAskedQuery } from '../../graph/neo4j/asked-queries.ts';
import { counted } from '../../platform/settings/quota-settings.ts';
import type { Admission } from './admission.ts';
import type { PersonQuotas } from './person-quotas.ts';
import { routeOf } from './route-label.ts';

export interface Metrics {
  /** Times every request. */
  measure: RequestHandler;
  /** Answers with all metrics in Prometheus' text format. */
  show: RequestHandler;
  /** Counts no further query. */
  stop: () => void;
}

/** A registry of the app's own, so that two apps in one process (as in tests) do not share counts. */
export function createMetrics(admission: Admission, quotas: PersonQuotas): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: 'skein_http_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers: [register],
  });
  new Gauge({
    name: 'skein_http_requests_waiting',
    help: 'Requests that wait for their turn',
    labelNames: ['kind'],
    registers: [register],
    collect() {
      for (const kind of ['usual', 'dear'] as const) this.set({ kind }, admission.waiting(kind));
    },
  });
  new Counter({
    name: 'skein_quota_taken_total',
    help: 'What people have had of what they may have so much an hour of',
    labelNames: ['what'],
    registers: [register],
    collect() {
      this.reset();
      for (const what of counted) this.inc({ what }, quotas.had(what).taken);
    },
  });
  new Counter({
    name: 'skein_quota_refused_total',
    help: 'Requests refused since one person may not have more within the hour',
    labelNames: ['what'],
    registers: [register],
    collect() {
      this.reset();
      for (const what of counted) this.inc({ what }, quotas.had(what).refused);
    },
  });
  const queries = new Histogram({
    name: 'skein_neo4j_query_duration_seconds',
    help: 'Time from asking one of the program’s own queries to its last row',
    labelNames: ['failed'],
    buckets: [0.002, 0.01, 0.05, 0.25, 1, 5, 30, 300],
    registers: [register],
  });
  const stop = onAskedQuery(({ ms, failed }) =>
    queries.observe({ failed: String(failed) }, ms / 1000),
  );
  return {
    measure: (request, response, next) => {
      const end = seconds.startTimer();
      response.on('close', () =>
        end({
          method: request.method,
          route: routeOf(response.locals),
          status: response.statusCode,
        }),
      );
      next();
    },
    show: async (_request, response) => {
      response.type(register.contentType).send(await register.metrics());
    },
    stop,
  };
}
