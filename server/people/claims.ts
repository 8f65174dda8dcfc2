/** What a provider says of somebody, read as what Skein needs: who they are there, what to call them, which role is theirs. */
import type { Role } from '../../domain/people.ts';
import type { RoleOfGroup } from '../platform/settings/sign-on-settings.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Where somebody is in groups of several roles, the first of these; an administrator may all that the others may. */
const strongestFirst: readonly Role[] = ['admin', 'lead', 'analyst', 'auditor', 'viewer'];
const longestName = 64;

/** A claim by its name, or by the way to it with dots between, as Keycloak nests `realm_access.roles`. */
function claimAt(claims: Claims, name: string): unknown {
  if (name in claims) return claims[name];
  let at: unknown = claims;
  for (const part of name.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return at;
}

/** Null where nothing is said of groups. */
export function groupsIn(claims: Claims, name: string): string[] | null {
  const said = claimAt(claims, name);
  if (typeof said === 'string') return [said];
  if (!Array.isArray(said)) return null;
  return said.filter((each): each is string => typeof each === 'string');
}

/** Null: of no group that may come in. */
export function roleOf(
  groups: readonly string[],
  roleOfGroups: readonly RoleOfGroup[],
): Role | null {
  const given = new Set(
    roleOfGroups.filter(({ group }) => groups.includes(group)).map(({ role }) => role),
  );
  return strongestFirst.find((role) => given.has(role)) ?? null;
}

/** What to call them, made of signs that a name may have; null where nothing is said. */
export function nameIn(claims: Claims): string | null {
  const isEmail = claims['email_verified'] !== false;
  for (const said of [claims['preferred_username'], isEmail ? claims['email'] : undefined]) {
    if (typeof said !== 'string') continue;
    const name = said
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}._@+-]+/gu, '.')
      .replace(/^[._@+-]+/, '')
      .slice(0, longestName);
    if (name !== '') return name;
  }
  return null;
}
