import type { RequestHandler } from 'express';
import { preferred } from '../../../domain/messages/language.ts';
import { withLocale } from '../../platform/locale.ts';

/** Answers in the language that the request asks for. */
export const speakAsAsked: RequestHandler = (request, response, next) => {
  const language = preferred(request.headers['accept-language'] ?? '');
  response.set('content-language', language).vary('accept-language');
  withLocale(language, next);
};
