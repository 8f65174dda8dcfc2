import type { RequestHandler } from 'express';
import { messages } from '../../../domain/messages/index.ts';
import { Guesses } from '../../platform/access/guesses.ts';
import { isSame } from '../../platform/access/password.ts';
import { sendProblem } from './problems.ts';

/**
 * Lets in who gives the operator's password by HTTP Basic, under whatever name: every browser asks for it, and every program
 * can send it. Whoever guesses must wait longer and longer. Without a password everybody is let in.
 */
export function checkPassword(password: string | null): RequestHandler {
  if (password === null) return (_request, _response, next) => next();
  const guesses = new Guesses();
  return (request, response, next) => {
    const given = passwordIn(request.headers.authorization);
    const from = request.socket.remoteAddress ?? '';
    const wait = given === null ? 0 : guesses.waitOf(from);
    if (wait > 0) {
      response.set('retry-after', String(wait));
      sendProblem(response, 429, 'too-many', messages.http.guessing(wait));
    } else if (given !== null && isSame(given, password)) {
      guesses.succeeded(from);
      next();
    } else {
      if (given !== null) guesses.failed(from);
      response.set('www-authenticate', 'Basic realm="Skein", charset="UTF-8"');
      sendProblem(response, 401, 'password', messages.http.passwordNeeded);
    }
  };
}

/** What stands behind the name; null where no password is given. */
function passwordIn(header: string | undefined): string | null {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const said = Buffer.from(encoded, 'base64').toString('utf8');
  const end = said.indexOf(':');
  return end < 0 ? null : said.slice(end + 1);
}
