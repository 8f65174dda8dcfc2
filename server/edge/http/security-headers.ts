import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Settings } from '../../platform/settings/settings.ts';

const yearSeconds = 31_536_000;

const nonces = new WeakMap<ServerResponse, string>();

/** Fresh for every answer; the page's styles bear it, since Mantine writes its `<style>` tags itself. */
export function nonceOf(response: ServerResponse): string {
  const known = nonces.get(response);
  if (known !== undefined) return known;
  const nonce = randomBytes(18).toString('base64url');
  nonces.set(response, nonce);
  return nonce;
}

const styleNonce = (_request: IncomingMessage, response: ServerResponse): string =>
  `'nonce-${nonceOf(response)}'`;

/**
 * Nothing from elsewhere, nothing inline but nonced styles, no frames but its own, no forms. Where it is served encrypted by itself, a
 * browser comes back so alone; loopback knows no HTTPS, and a proxy says so itself.
 */
export function securityHeaders({ tls }: Pick<Settings, 'tls'>): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", styleNonce],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        // Reports of schedules, each of which says itself how little it may do.
        'frame-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
      },
    },
    strictTransportSecurity: tls ? { maxAge: yearSeconds, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}
