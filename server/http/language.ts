import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';
import { preferred, speak, type Language } from '../../domain/words/language.ts';

const ofRequest = new AsyncLocalStorage<Language>();
speak(() => ofRequest.getStore() ?? 'en');

/** Answers in the language that the request asks for; what the server says beside requests stays English. */
export const speakAsAsked: RequestHandler = (request, response, next) => {
  const language = preferred(request.headers['accept-language'] ?? '');
  response.set('content-language', language).vary('accept-language');
  ofRequest.run(language, next);
};
