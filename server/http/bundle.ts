import type { Response } from 'express';
import { words } from '../../domain/words/index.ts';
import { writeBundle } from '../evidence/bundle.ts';
import type { Scope } from '../evidence/exhibit.ts';
import { folderName } from '../evidence/payload.ts';
import { UsageError } from '../problems.ts';
import { inEnglish } from '../spoken.ts';
import type { Input, Served } from './served.ts';

/** Sends an evidence bundle as a download. What goes wrong before its first byte is a problem like any other. */
export async function sendBundle(
  { database, settings }: Served,
  { query }: Input<'export'>,
  response: Response,
): Promise<void> {
  const scope = scopeOf(query);
  await inEnglish(() =>
    writeBundle(database, settings, { scope, language: 'en' }, () =>
      response
        .status(200)
        .type('application/zip')
        .attachment(`${folderName(scope)}.zip`),
    ),
  );
}

function scopeOf({ cluster, finding, account, hops }: Input<'export'>['query']): Scope {
  const scopes: Scope[] = [];
  if (cluster !== undefined) scopes.push({ kind: 'cluster', id: cluster });
  if (finding !== undefined) scopes.push({ kind: 'finding', id: finding });
  if (account !== undefined) scopes.push({ kind: 'account', id: account, hops });
  const [scope, ...others] = scopes;
  if (scope && others.length === 0) return scope;
  throw new UsageError(words.http.badRequest, [{ where: 'query', problem: words.http.exportOne }]);
}
