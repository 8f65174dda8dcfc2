/**
 * Spans for whoever collects them, by OpenTelemetry: one a request, within it one for each of the program's own queries. They say what
 * the log says and no more: routes without their values, queries by what they say of themselves, never with what they were asked.
 */
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { RequestHandler } from 'express';
import { onAskedQuery } from '../../graph/neo4j/asked-queries.ts';
import { programVersion } from '../../platform/version.ts';
import { queryName } from './query-name.ts';
import { requestId } from './request-id.ts';
import { routeOf } from './route-label.ts';

export interface Tracing {
  /** After `identify`: what is asked within a request is part of its span. */
  follow: RequestHandler;
  /** Sends what is left, at most for as long as the exporter waits. */
  stop: () => Promise<void>;
}

/** To the collector's address for traces (OTLP over HTTP). A trace that a proxy has begun goes on. */
export function startTracing(url: string): Tracing {
  const resource = resourceFromAttributes({
    'service.name': 'skein',
    'service.version': programVersion,
  });
  const exporter = new OTLPTraceExporter({ url });
  const provider = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  const tracer = provider.getTracer('skein');
  const stopQueries = onAskedQuery(({ text, ms, failed }) => {
    // What runs by itself is no part of a request.
    if (!trace.getActiveSpan()) return;
    const ended = Date.now();
    const span = tracer.startSpan('neo4j', {
      kind: SpanKind.CLIENT,
      startTime: ended - ms,
      attributes: { 'db.system.name': 'neo4j', 'db.query.summary': queryName(text) },
    });
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(ended);
  });
  return {
    follow: (request, response, next) => {
      const from = propagation.extract(context.active(), request.headers);
      const { method } = request;
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, from);
      response.on('close', () => {
        const route = routeOf(response.locals);
        span.updateName(`${method} ${route}`);
        span.setAttributes({
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': response.statusCode,
          'skein.request_id': requestId() ?? response.get('x-request-id') ?? '',
        });
        if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
      context.with(trace.setSpan(from, span), next);
    },
    stop: async () => {
      stopQueries();
      await provider.shutdown();
    },
  };
}
