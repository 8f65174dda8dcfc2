/** A cursor holds the last item of its page, which may be withheld: it is sealed then, as whoever sees masked data has it. */
import { accountKeys } from '../../../people/account-key.ts';
import { isPseudonym, Pseudonyms } from '../../../people/pseudonyms.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { holdsWithheld } from '../../../decisions/lists/leave-out.ts';
import type { Withheld } from '../../../decisions/lists/withheld.ts';

export async function sealed(
  cursor: string,
  withheld: Withheld,
  settings: Settings,
): Promise<string> {
  if (!holdsWithheld(placeIn(cursor), withheld)) return cursor;
  return (await names(settings)).of('cursor', cursor);
}

export async function opened(cursor: unknown, settings: Settings): Promise<unknown> {
  if (typeof cursor !== 'string' || !isPseudonym(cursor)) return cursor;
  return (await names(settings)).back('cursor', cursor) ?? cursor;
}

async function names({ home, accountKey }: Settings): Promise<Pseudonyms> {
  return new Pseudonyms((await accountKeys({ home, accountKey })).masking);
}

function placeIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
