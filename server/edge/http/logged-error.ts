import pino from 'pino';
import { isOfServer } from '../../platform/failures.ts';

/** As many causes of causes as anybody would read. */
const deepest = 5;

/**
 * How a log has errors. What Neo4j says of one may quote a value, a name or an address of somebody: its code stays, and its message
 * without what stands in quotation marks. At `debug` all of it stays.
 */
export function errorSerializers(level: string) {
  const isWhole = ['debug', 'trace'].includes(level);
  return { err: (error: unknown) => (isWhole ? whole(error) : loggedError(error)) };
}

function whole(error: unknown): unknown {
  return error instanceof Error ? pino.stdSerializers.err(error) : error;
}

function loggedError(error: unknown): unknown {
  return causesOf(error).some(isOfServer) ? withoutValues(error, deepest) : whole(error);
}

function causesOf(error: unknown): unknown[] {
  const all: unknown[] = [];
  for (let each = error; each instanceof Error && all.length < deepest; each = each.cause)
    all.push(each);
  return all;
}

/** What an error says, and what led to it, without what is quoted, and without all that the driver knows beside it. */
function withoutValues(error: unknown, depth: number): unknown {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const message = unquoted(error.message);
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message,
    stack: [`${error.name}: ${message}`, ...frames].join('\n'),
    ...(depth > 1 && error.cause instanceof Error
      ? { cause: withoutValues(error.cause, depth - 1) }
      : {}),
  };
}

/** From the first quotation mark to the last, as a value may hold some itself; names of labels stand in other marks. */
function unquoted(message: string): string {
  return message.replace(/['"].*['"]/s, '…');
}
