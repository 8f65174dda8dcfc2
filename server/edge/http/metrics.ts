import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Admission } from './admission.ts';
import { routeOf } from './route-label.ts';

export interface Metrics {
  /** Times every request. */
  measure: RequestHandler;
  /** Answers with all metrics in Prometheus' text format. */
  show: RequestHandler;
}

/** A registry of the app's own, so that two apps in one process (as in tests) do not share counts. */
export function createMetrics(admission: Admission): Metrics {
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
  };
}
