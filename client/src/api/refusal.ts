import type { RouteName } from '../../../domain/api/api.ts';
import { routes } from '../../../domain/api/api.ts';
import type { Route } from '../../../domain/api/route.ts';
import { messages } from '../../../domain/messages/later.ts';
import {
  callerSchema,
  rolesWith,
  type CallerInfo,
  type Permission,
} from '../../../domain/people.ts';
import { withLaterMessages } from './later.ts';
import { ProblemError } from './problem.ts';

/** Why a route is not asked: it shows what whoever looks sees masked, or is for those who may do that. */
export type Refusal = 'masked' | Permission;

/** What the server would refuse to whoever looks, by the route's own words; null while nobody is signed in, as it decides in any case. */
export function refusalOf(
  who: Pick<CallerInfo, 'person' | 'permissions'> | null | undefined,
  name: RouteName,
): Refusal | null {
  if (!who?.person) return null;
  const route: Route = routes[name];
  const { may, unseen } = route;
  const { permissions } = who;
  // As it is built, `see` says both (`vite.config.ts`).
  if (may !== 'anyone' && may !== 'self' && !permissions.includes(may))
    return may === 'see' ? 'masked' : may;
  return unseen === 'refused' && !permissions.includes('see') ? 'masked' : null;
}

let caller: CallerInfo | null = null;

/** Keeps who looks, out of any answer that says it. */
export function learnCaller(name: RouteName, answer: unknown): void {
  if (routes[name].answer === callerSchema) caller = answer as CallerInfo;
}

/** Throws what the server would answer, where it would refuse, without asking it. */
export async function refuseUnasked(name: RouteName): Promise<void> {
  const why = refusalOf(caller, name);
  if (why === null) return;
  throw new ProblemError(await problemOf(why, caller!.person!));
}

async function problemOf(why: Refusal, { name, role }: NonNullable<CallerInfo['person']>) {
  const { refused, peoplePage } = await withLaterMessages(() => Promise.resolve(messages));
  if (why === 'masked')
    return { type: 'masked', status: 403, title: refused.maskedTitle, detail: refused.masked };
  const who = rolesWith(why).map((one) => refused.roleMany[one]);
  const what = refused.permissions[why];
  const detail = refused.forbidden({ name, role: peoplePage.roles[role], what, who });
  return { type: 'forbidden', status: 403, title: refused.forbiddenTitle, detail };
}
