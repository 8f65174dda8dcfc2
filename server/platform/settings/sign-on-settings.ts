import { resolve } from 'node:path';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import { roles, type Role } from '../../../domain/people.ts';
import { isLoopback } from '../network/loopback.ts';
import type { SecretSetting } from './secret-setting.ts';

/** Single sign-on: who says by OpenID Connect who somebody is, and whom of those to let in (docs/PEOPLE.md). */
export interface SignOnSettings {
  issuer: string;
  /** What people call it. */
  name: string;
  clientId: string;
  /** Null: the provider asks for none, and PKCE alone holds. */
  secret: SecretSetting | null;
  /** What is asked for, as `openid profile email`. */
  scope: string;
  /** The claim that holds the groups: its name, or the way to it with dots between. */
  groupsClaim: string;
  roleOfGroups: readonly RoleOfGroup[];
}

export interface RoleOfGroup {
  group: string;
  role: Role;
}

const text = messages.signOn.settings;
const usualScope = 'openid profile email';
const usualClaim = 'groups';

/** The variables of single sign-on, to stand among the others. */
export const signOnVariables = {
  SKEIN_OIDC_ISSUER: z.string().refine(isIssuer, text.issuer).optional(),
  SKEIN_OIDC_NAME: z.string().trim().max(60, text.name).optional(),
  SKEIN_OIDC_CLIENT_ID: z.string().optional(),
  SKEIN_OIDC_CLIENT_SECRET: z.string().optional(),
  SKEIN_OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  SKEIN_OIDC_SCOPE: z
    .string()
    .refine((scope) => scope.split(/\s+/).includes('openid'), text.scope)
    .optional(),
  SKEIN_OIDC_GROUPS: z.string().optional(),
  SKEIN_OIDC_ROLES: z
    .string()
    .transform((value, context) => {
      const read = rolesIn(value);
      if (typeof read === 'string') context.addIssue({ code: 'custom', message: read });
      return typeof read === 'string' ? z.NEVER : read;
    })
    .optional(),
};

type SignOnValues = z.output<z.ZodObject<typeof signOnVariables>>;

const names = Object.keys(signOnVariables) as (keyof typeof signOnVariables)[];
const needed = ['SKEIN_OIDC_ISSUER', 'SKEIN_OIDC_CLIENT_ID', 'SKEIN_OIDC_ROLES'] as const;

/** Says what lacks or contradicts where any of it is set. */
export function checkSignOn(values: SignOnValues, context: z.core.$RefinementCtx): void {
  const set = names.filter((name) => values[name] !== undefined);
  if (set.length === 0) return;
  const issue = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message });
  for (const name of needed)
    if (values[name] === undefined) issue(name, text.missing[name](set[0]!));
  if (set.includes('SKEIN_OIDC_CLIENT_SECRET') && set.includes('SKEIN_OIDC_CLIENT_SECRET_FILE'))
    issue('SKEIN_OIDC_CLIENT_SECRET', text.twoSecrets('SKEIN_OIDC_CLIENT_SECRET_FILE'));
}

/** Of valid variables; undefined where none of it is set. */
export function signOnSettings(values: SignOnValues): SignOnSettings | undefined {
  const { SKEIN_OIDC_ISSUER: issuer, SKEIN_OIDC_CLIENT_ID: clientId } = values;
  if (issuer === undefined || clientId === undefined) return undefined;
  return {
    ...{ issuer, clientId, name: values.SKEIN_OIDC_NAME ?? new URL(issuer).host },
    secret: secretIn(values),
    scope: values.SKEIN_OIDC_SCOPE ?? usualScope,
    groupsClaim: values.SKEIN_OIDC_GROUPS ?? usualClaim,
    roleOfGroups: values.SKEIN_OIDC_ROLES ?? [],
  };
}

/** By the variables' own names, without what is secret in them. */
export function shownSignOn(
  signOn: SignOnSettings | undefined,
  masked: string,
): Record<string, string | null> {
  const secret = signOn?.secret ?? null;
  return {
    SKEIN_OIDC_ISSUER: signOn?.issuer ?? null,
    SKEIN_OIDC_NAME: signOn?.name ?? null,
    SKEIN_OIDC_CLIENT_ID: signOn?.clientId ?? null,
    SKEIN_OIDC_CLIENT_SECRET: secret && 'value' in secret ? masked : null,
    SKEIN_OIDC_CLIENT_SECRET_FILE: secret && 'file' in secret ? secret.file : null,
    SKEIN_OIDC_SCOPE: signOn?.scope ?? null,
    SKEIN_OIDC_GROUPS: signOn?.groupsClaim ?? null,
    SKEIN_OIDC_ROLES:
      signOn?.roleOfGroups.map(({ role, group }) => `${role}=${group}`).join(';') ?? null,
  };
}

function secretIn(values: SignOnValues): SecretSetting | null {
  const { SKEIN_OIDC_CLIENT_SECRET: value, SKEIN_OIDC_CLIENT_SECRET_FILE: file } = values;
  if (value !== undefined) return { value };
  const variable = 'SKEIN_OIDC_CLIENT_SECRET_FILE';
  return file === undefined ? null : { file: resolve(file), variable };
}

/** What it says of who somebody is must come encrypted, but from this very machine. */
function isIssuer(value: string): boolean {
  if (!/^https?:\/\/[^\s/?#@\\]+(\/[^\s?#\\]*)?$/i.test(value) || !URL.canParse(value))
    return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, ''));
}

/** `role=group`, with semicolons between: the groups of some directories hold commas and equal signs. Else what is wrong. */
function rolesIn(value: string): RoleOfGroup[] | string {
  const pairs: RoleOfGroup[] = [];
  for (const each of value.split(';').map((one) => one.trim())) {
    if (each === '') continue;
    const [, named = '', group = ''] = /^([^=]*)=(.*)$/s.exec(each) ?? [];
    const role = roles.find((one) => one === named.trim());
    if (!role || group.trim() === '') return text.roles(each, roles);
    if (pairs.some((pair) => pair.group === group.trim())) return text.groupTwice(group.trim());
    pairs.push({ group: group.trim(), role });
  }
  return pairs.length === 0 ? text.roles(value, roles) : pairs;
}
