import type { Response } from 'express';
import type { Answer } from '../../../domain/api/api.ts';
import { messages } from '../../../domain/messages/index.ts';
import { writeBundle, type BundleRequest } from '../../evidence/bundle/bundle.ts';
import type { Scope } from '../../../domain/evidence-scope.ts';
import { scopeOf, type ScopeRequest } from '../../evidence/exhibit/scope.ts';
import { dayProblem } from '../../evidence/narrative/deadline.ts';
import { draft } from '../../evidence/narrative/draft.ts';
import { UsageError } from '../../platform/problems.ts';
import { refsIn } from './refs.ts';
import type { Input, Served } from './served.ts';

/** Evidence about a large part of the graph is waited for; a click is not. */
const exportLimitMs = 10 * 60_000;

/** Sends an evidence bundle as a download. What goes wrong before its first byte is a problem like any other. */
export function sendBundle(
  served: Served,
  { query }: Input<'export'>,
  response: Response,
): Promise<void> {
  return send(served, { scope: oneScope(query, 'query'), language: 'en' }, response);
}

/** The same for all that can be asked for, and with what the one who asks says about it. */
export function sendAskedBundle(
  served: Served,
  { body }: Input<'bundle'>,
  response: Response,
): Promise<void> {
  const { language, masks, narrative, decided, reason, case_number, authority, ...asked } = body;
  return send(
    served,
    {
      scope: scopeIn(asked),
      language,
      masks,
      narrative,
      decided: dayIn(decided),
      reason: reason ?? null,
      case_number: case_number ?? null,
      authority: authority ?? null,
    },
    response,
  );
}

export async function draftNarrative(
  { database, settings }: Served,
  { body: { language, decided, ...asked } }: Input<'narrative'>,
): Promise<Answer<'narrative'>> {
  return draft(database.withReadLimit(exportLimitMs), settings, {
    scope: scopeIn(asked),
    language,
    decided: dayIn(decided),
  });
}

type AskedInBody = Omit<ScopeRequest, 'nodes'> & { nodes?: readonly string[] | undefined };

function scopeIn({ nodes, ...asked }: AskedInBody): Scope {
  return oneScope({ ...asked, nodes: nodes && refsIn(nodes) }, 'body');
}

function dayIn(day: string | undefined): string | null {
  if (day === undefined) return null;
  const problem = dayProblem(day);
  if (problem === null) return day;
  throw new UsageError(messages.http.badRequest, [{ where: 'body.decided', problem }]);
}

async function send(
  { database, settings }: Served,
  request: BundleRequest,
  response: Response,
): Promise<void> {
  const unhurried = database.withReadLimit(exportLimitMs);
  await writeBundle(unhurried, settings, request, ({ folder, payload_digest: digest }) =>
    response
      .status(200)
      .type('application/zip')
      .set('skein-payload-digest', digest)
      .attachment(`${folder}.zip`),
  );
}

function oneScope(asked: ScopeRequest, where: string): Scope {
  const scope = scopeOf(asked);
  if (scope) return scope;
  throw new UsageError(messages.http.badRequest, [{ where, problem: messages.http.exportOne }]);
}
