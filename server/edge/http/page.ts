import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { Router, type RequestHandler } from 'express';
import staticGzip from 'express-static-gzip';
import { messages } from '../../../domain/messages/index.ts';
import { nonceOf } from './security-headers.ts';

/** Stands in index.html wherever the page's styles need the nonce of the answer. */
const noncePlaceholder = '__CSP_NONCE__';

const hashedFiles = '/assets/';

/** The built page in `folder`: its files, and index.html for every address that is a view of the page. */
export function pageRouter(folder: string): Router {
  const router = Router();
  const index = indexPage(join(folder, 'index.html'));
  // Before the files, which hold index.html as well, but without its nonce.
  router.get(['/', '/index.html'], index);
  const hashed = join(folder, hashedFiles);
  // It looks for what is compressed there and then; without the page there is nothing.
  if (existsSync(hashed)) router.use(hashedFiles, compressedFiles(hashed));
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response) => response.setHeader('cache-control', 'no-cache'),
    }),
  );
  router.use(index);
  return router;
}

/** What Vite names by a hash of its content, compressed as it was built for those who take that. */
function compressedFiles(folder: string): RequestHandler {
  return staticGzip(folder, {
    index: false,
    serveStatic: {
      redirect: false,
      setHeaders: (response) =>
        response.setHeader('cache-control', 'public, max-age=31536000, immutable'),
    },
  });
}

function indexPage(file: string): RequestHandler {
  return async (request, response, next) => {
    if (!isView(request.method, request.path, request.headers.accept ?? '')) {
      next();
      return;
    }
    response.locals['route'] = 'page';
    response.set('cache-control', 'no-store');
    const html = await readIndex(file);
    if (html === null)
      response.status(503).type('text/plain').send(`${messages.http.pageMissing}\n`);
    else response.type('html').send(html.replaceAll(noncePlaceholder, nonceOf(response)));
  };
}

/** A browser asks for a view with `text/html`; programs that ask for anything get a plain 404. */
function isView(method: string, path: string, accept: string): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (path === '/' || path === '/index.html') return true;
  const isFile = path.startsWith('/api/') || path.startsWith(hashedFiles);
  return !isFile && accept.includes('text/html');
}

async function readIndex(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
