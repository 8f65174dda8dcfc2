import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

const header = 'x-request-id';
/** What a proxy may say instead; it goes into logs. */
const form = /^[A-Za-z0-9_-]{8,64}$/;

const answered = new AsyncLocalStorage<string>();

/** Gives a request an id of its own, or keeps the one that a proxy before it gave, and says it with the answer. */
export const identify: RequestHandler = (request, response, next) => {
  const given = request.get(header);
  const id = given !== undefined && form.test(given) ? given : randomUUID();
  response.set(header, id);
  answered.run(id, next);
};

/** The id of the request that is being answered; undefined elsewhere. */
export function requestId(): string | undefined {
  return answered.getStore();
}
