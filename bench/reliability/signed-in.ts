import { z } from 'zod';
import { permissions } from '../../domain/people.ts';
import type { House } from './house.ts';

const madeSchema = z.object({ secret: z.string() });

/** Invites an administrator by command, who comes in by the link; returns the cookie of their session. */
export async function administrator(house: House): Promise<string> {
  const invited = await house.printed('people', 'add', 'keeper', '--role', 'admin');
  return enter(house, /#(\S+)/.exec(invited)?.[1] ?? '');
}

/** A token of whoever has that session, which may do all that they may. */
export async function tokenOf(house: House, cookie: string): Promise<string> {
  const asked = { name: 'measures', scope: permissions };
  const made = await house.ask('/api/v1/me/tokens', 'POST', asked, { cookie });
  return madeSchema.parse(made?.body).secret;
}

/** An analyst whom the administrator invites, and who comes in by the link; returns the cookie of their session. */
export async function analyst(house: House, cookie: string, name: string): Promise<string> {
  const person = { name, role: 'analyst' };
  const added = await house.ask('/api/v1/persons', 'POST', person, { cookie });
  const { id } = z.object({ id: z.string() }).parse(added?.body);
  const link = await house.ask(`/api/v1/persons/${id}/links`, 'POST', undefined, { cookie });
  return enter(house, madeSchema.parse(link?.body).secret);
}

async function enter(house: House, secret: string): Promise<string> {
  const entered = await fetch(`${house.url}/api/v1/entry`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  const [line = ''] = entered.headers.getSetCookie();
  return line.split(';', 1)[0]!;
}
