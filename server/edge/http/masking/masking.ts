/** Whoever does not see personal data asks by pseudonyms, and is answered with them: here for every route, and nowhere else. */
import type { RouteName } from '../../../../domain/api/api.ts';
import { routes } from '../../../../domain/api/api.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { formatRef, parseRef } from '../../../../domain/schema/graph.ts';
import { catalogue, messagesOf } from '../../../detection/catalogue/catalogue.ts';
import { accountKeys } from '../../../people/account-key.ts';
import { sees, type Caller } from '../../../people/caller.ts';
import { isPseudonym, Pseudonyms } from '../../../people/pseudonyms.ts';
import { MaskedError, NotFoundError, Problem } from '../../../platform/problems.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { Masker } from './masker.ts';
import { asked, plans, type Asked, type MaskedRoute } from './masked-routes.ts';
import type { Plan } from './plan.ts';

const text = messages.masked;

interface Named {
  params: unknown;
  query: unknown;
}

/** What is done to one request of somebody who does not see personal data. */
export interface Masking {
  /** The input with what its pseudonyms stand for. Throws NotFoundError for any other name, so that none can be tried. */
  unmasked: <I extends Named>(input: I) => I;
  masked: (answer: unknown) => unknown;
  /** What may be told of a problem: its own words may name what was asked for. */
  problem: (error: unknown) => unknown;
}

/** Null for whoever sees personal data, and of a route that holds none. */
export async function maskingFor(
  name: RouteName,
  who: Caller | null,
  settings: Settings,
): Promise<Masking | null> {
  if (!isMasked(name) || sees(who)) return null;
  const names = await pseudonymsOf(settings);
  const titles = new Map((await catalogue()).map((entry) => [entry.id, messagesOf(entry).title]));
  const masker = new Masker(names, titles);
  // The tables agree with their routes one by one, which a name alone cannot express.
  const plan = plans[name] as Plan<unknown>;
  return {
    unmasked: (input) => replaced(input, name, (kind, value) => meant(names, kind, value)),
    masked: (answer) => plan(answer, masker, null),
    problem: told,
  };
}

/** What whoever sees personal data asks for: by its own name, or by a pseudonym, in an address that somebody else has sent them. */
export async function asMeant<I extends Named>(
  name: RouteName,
  input: I,
  settings: Settings,
): Promise<I> {
  if (!isMasked(name) || !holdsPseudonym(input)) return input;
  const names = await pseudonymsOf(settings);
  return replaced(input, name, (kind, value) => back(names, kind, value) ?? value);
}

async function pseudonymsOf({ home, accountKey }: Settings): Promise<Pseudonyms> {
  return new Pseudonyms((await accountKeys({ home, accountKey })).masking);
}

function holdsPseudonym({ params, query }: Named): boolean {
  return [params, query]
    .flatMap((values) => Object.values(values as Record<string, unknown>))
    .some(isPseudonym);
}

function replaced<I extends Named>(
  input: I,
  name: MaskedRoute,
  meaning: (kind: Asked, value: string) => string,
): I {
  const kinds: Readonly<Record<string, Asked>> = asked[name];
  const of = (values: unknown) =>
    Object.fromEntries(
      Object.entries(values as object).map(([parameter, value]) => [
        parameter,
        typeof value === 'string' ? meaning(kinds[parameter] ?? 'text', value) : (value as unknown),
      ]),
    );
  return { ...input, params: of(input.params), query: of(input.query) };
}

function isMasked(name: RouteName): name is MaskedRoute {
  return routes[name].unseen === 'masked';
}

function meant(names: Pseudonyms, kind: Asked, value: string): string {
  if (kind === 'plain') return value;
  if (kind === 'text') throw new MaskedError(text.noSearch);
  const found = back(names, kind, value);
  if (found === null) throw new NotFoundError(text.notThere);
  return found;
}

function back(names: Pseudonyms, kind: Asked, value: string): string | null {
  const ref = kind === 'ref' ? parseRef(value) : null;
  if (!ref) return names.back(kind, value);
  const id = names.back(ref.type, ref.id);
  return id === null ? null : formatRef({ type: ref.type, id });
}

/** That something is away or busy is told as it is; a defect of ours is logged, and its words are told to nobody anyway. */
function told(error: unknown): unknown {
  if (!(error instanceof Problem) || error.status >= 429) return error;
  if (error instanceof MaskedError) return error;
  return new NotFoundError(error instanceof NotFoundError ? text.notThere : text.notPossible);
}
