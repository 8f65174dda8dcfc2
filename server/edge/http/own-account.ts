import type { Response } from 'express';
import { messages } from '../../../domain/messages/index.ts';
import type { CallerInfo } from '../../../domain/people.ts';
import { caller, callerInfo, type Caller } from '../../people/caller.ts';
import { houseOf, ownPerson, type House } from '../../people/persons.ts';
import type { Entered } from '../../people/sessions.ts';
import { NotSignedInError } from '../../platform/problems.ts';
import type { Served } from './served.ts';
import { keepSession } from './who.ts';

/** With the database and the key that it is served with. */
export function houseServed({ database, settings }: Served): House {
  return houseOf(database, settings);
}

/** Whoever asks about their own account; the gate let nobody else on. */
export async function own(served: Served): Promise<{ who: Caller; id: string; name: string }> {
  const who = caller();
  if (!who) throw new NotSignedInError(messages.people.signInNeeded);
  return { who, ...(await ownPerson(houseServed(served), who, served.door.now())) };
}

/** Somebody has come in: their browser keeps the session, and they are told who they are. */
export function entered({ settings }: Served, response: Response, came: Entered): CallerInfo {
  keepSession(response, settings, came);
  return callerInfo(came.caller);
}
