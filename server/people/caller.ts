import { AsyncLocalStorage } from 'node:async_hooks';
import {
  permissions as allPermissions,
  permissionsOf,
  rolesWith,
  type CallerInfo,
  type May,
  type Permission,
  type Person,
  type Role,
} from '../../domain/people.ts';
import type { Unseen } from '../../domain/api/route.ts';
import { messages } from '../../domain/messages/index.ts';
import { actingAs, operator } from '../platform/access/actor.ts';
import { ForbiddenError, MaskedError, NotSignedInError } from '../platform/problems.ts';

const text = messages.people;
const { refused } = messages;

/** A person as they come in. */
export interface Known {
  id: string;
  name: string;
  role: Role;
  has_password: boolean;
  has_second_factor: boolean;
  sign_on: Person['sign_on'];
}

/** Whoever asks. */
export interface Caller {
  /** `id`: null where everybody is let in, until that person is needed. */
  person: Omit<Known, 'id'> & { id: string | null };
  by: NonNullable<CallerInfo['by']>;
  permissions: readonly Permission[];
  /** Id of the session; null where there is none. */
  session: string | null;
  /** A password may be set without the one before. */
  maySetPassword: boolean;
  /** Sees personal data for a reason, until then; null for whoever sees it anyway, or does not. */
  shown: CallerInfo['shown'];
}

const asking = new AsyncLocalStorage<Caller | null>();

/** Who asks, within a request; null for nobody, and by command. */
export function caller(): Caller | null {
  return asking.getStore() ?? null;
}

/** Answers in the name of whoever asks, also what of the work comes later. */
export function asCaller<T>(who: Caller | null, work: () => T): T {
  const asked = () => asking.run(who, work);
  return who ? actingAs(who.person.name, asked) : asked();
}

/** Where the operator lets everybody in: all of them are the user of the operating system. */
export function everybody(): Caller {
  return {
    person: {
      id: null,
      name: operator(),
      role: 'admin',
      has_password: false,
      has_second_factor: false,
      sign_on: 'no',
    },
    by: 'open',
    permissions: allPermissions,
    session: null,
    maySetPassword: true,
    shown: null,
  };
}

/** What a person may do, or of that what a token is for. */
export function permissionsFor(role: Role, scope: readonly Permission[] | null): Permission[] {
  const own = permissionsOf[role];
  return own.filter((one) => scope === null || scope.includes(one));
}

/** Throws NotSignedInError or ForbiddenError unless whoever asks may do that. */
export function admit(
  who: Caller | null,
  { may, letsIn }: { may: May; letsIn?: true | undefined },
): void {
  if (may === 'anyone') return;
  if (!who) throw new NotSignedInError(text.signInNeeded);
  if (may === 'self') {
    if (who.by === 'token') throw new ForbiddenError(text.notByToken);
    return;
  }
  if (who.permissions.includes(may)) {
    if (letsIn && who.by === 'token') throw new ForbiddenError(text.noEntryByToken);
    return;
  }
  const { name, role } = who.person;
  if (permissionsOf[role].includes(may)) throw new ForbiddenError(text.notOfToken(may));
  throw new ForbiddenError(
    refused.forbidden({
      ...{ name, role: text.roles[role], what: refused.permissions[may] },
      who: rolesWith(may).map((one) => refused.roleMany[one]),
    }),
  );
}

/** Whether they see personal data as it is. */
export function sees(who: Caller | null): boolean {
  return who?.permissions.includes('see') ?? false;
}

/** Throws MaskedError where an answer shows personal data as it is, and whoever asks does not see that. */
export function admitUnseen(who: Caller | null, unseen: Unseen): void {
  if (unseen !== 'refused' || sees(who)) return;
  throw new MaskedError(who?.by === 'session' ? refused.masked : messages.masked.ofToken);
}

export function callerInfo(who: Caller | null): CallerInfo {
  if (!who)
    return { person: null, by: null, permissions: [], shown: null, may_set_password: false };
  const { name, role, has_password, has_second_factor, sign_on } = who.person;
  return {
    person: { name, role, has_password, has_second_factor, sign_on },
    by: who.by,
    permissions: [...who.permissions],
    shown: who.shown,
    may_set_password: who.maySetPassword,
  };
}
