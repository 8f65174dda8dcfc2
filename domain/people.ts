import { z } from 'zod';

/** Who may come in, and what each may do (docs/PEOPLE.md). */

/**
 * `look`: see what is loaded and found; without `see`, who and where is masked in it. `work`: judge, keep cases and boards, ask queries, export. `lead`: decide what holds
 * for all: exceptions, parameters and weights, schedules and deliveries, loads and lists. `administer`: say who comes in.
 * `audit`: read who did what.
 */
export const permissions = ['look', 'see', 'work', 'lead', 'administer', 'audit'] as const;
export type Permission = (typeof permissions)[number];

/**
 * What a route asks of whoever calls it: a permission; or `self`, which is one's own account, for whoever has signed in as a
 * person and not by a token; or `anyone`, signed in or not.
 */
export type May = Permission | 'self' | 'anyone';

export const roles = ['viewer', 'analyst', 'lead', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** What each role may do, in the order of `permissions`. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['look'],
  analyst: ['look', 'see', 'work'],
  lead: ['look', 'see', 'work', 'lead'],
  admin: ['look', 'see', 'work', 'lead', 'administer', 'audit'],
  auditor: ['look', 'audit'],
};

/** The roles that have a permission. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) => permissionsOf[role].includes(permission));
}

/** Whoever gives a reason sees personal data so long, in the session that they gave it in. */
export const shownMs = 60 * 60_000;
export const leastSeeingReason = 10;
export const seeingReasonSchema = z.string().trim().min(leastSeeingReason).max(500);

/** Shorter ones can be guessed, however slowly. */
export const leastPassword = 12;
/** Beyond it nobody types, and to hash it would take long. */
const longestPassword = 1_024;

/** What a person is called and signs in by. Without spaces, so that a comment can name them. */
export const personNameSchema = z
  .string()
  .trim()
  .normalize('NFC')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,63}$/u)
  .meta({ description: 'letters, figures and . _ @ + -, at most 64' });

export const newPasswordSchema = z.string().min(leastPassword).max(longestPassword);

const moment = z.iso.datetime();

const signOnStates = ['no', 'awaited', 'yes'] as const;

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  active: z.boolean().meta({ description: 'false: may not come in any more' }),
  /** Without one, and without single sign-on, one comes in by a link. */
  has_password: z.boolean(),
  has_second_factor: z
    .boolean()
    .meta({ description: 'a code of an authenticator is asked for beside the password' }),
  passkeys: z.int().meta({ description: 'by how many passkeys they may sign in' }),
  sign_on: z.enum(signOnStates).meta({
    description:
      'yes: comes in by single sign-on, and their groups say the role; awaited: from the next time on',
  }),
  created: moment,
  created_by: z.string(),
  last_seen: moment.nullable(),
  locked_until: moment
    .nullable()
    .meta({ description: 'until when nobody may try a password, after wrong ones' }),
});
export type Person = z.infer<typeof personSchema>;

/** How whoever asks came in: `open` where the operator lets everybody in without asking. */
const entrances = ['session', 'token', 'open'] as const;

export const callerSchema = z.object({
  /** Null while nobody is signed in. */
  person: personSchema
    .pick({ name: true, role: true, has_password: true, has_second_factor: true, sign_on: true })
    .nullable(),
  by: z.enum(entrances).nullable(),
  permissions: z.array(z.enum(permissions)),
  /** Of whoever does not see personal data by their role, and gave a reason in this session. */
  shown: z.object({ until: moment, why: z.string() }).nullable(),
  /** The session is by a link and young enough that a password may be set without the one before. */
  may_set_password: z.boolean(),
});
export type CallerInfo = z.infer<typeof callerSchema>;

/** `provider`: by single sign-on. */
const waysIn = ['password', 'link', 'provider', 'passkey'] as const;
export type WayIn = (typeof waysIn)[number];

export const sessionSchema = z.object({
  id: z.string(),
  created: moment,
  last_seen: moment,
  ends: moment.meta({ description: 'at the latest; earlier where nothing is asked for long' }),
  by: z.enum(waysIn),
  agent: z.string().meta({ description: 'what the browser says of itself' }),
  address: z.string(),
  current: z.boolean().meta({ description: 'whoever asks is in it' }),
});
export type SessionInfo = z.infer<typeof sessionSchema>;

export const longestTokenDays = 366;

export const tokenRequestSchema = z.object({
  name: z.string().trim().min(1).max(100).meta({ description: 'what it is for' }),
  scope: z
    .array(z.enum(permissions))
    .min(1)
    .default(['look'])
    .meta({ description: 'what it may do, as far as its person may' }),
  days: z.int().min(1).max(longestTokenDays).default(90),
});

/** As one asks for it oneself. */
export const ownTokenRequestSchema = tokenRequestSchema.extend({
  password: z
    .string()
    .max(longestPassword)
    .optional()
    .meta({ description: 'one’s own, for whoever has one' }),
});

export const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  person: z.string().meta({ description: 'by name; it may never do more than they may' }),
  scope: z.array(z.enum(permissions)),
  created: moment,
  expires: moment,
  last_used: moment.nullable(),
});
export type TokenInfo = z.infer<typeof tokenSchema>;

/** What is told once and stored nowhere. */
export const madeTokenSchema = tokenSchema.extend({
  secret: z.string().meta({ description: 'told this once; only its digest is kept' }),
});

export const madeLinkSchema = z.object({
  secret: z.string().meta({ description: 'behind `/enter#`; told this once' }),
  expires: moment,
});

/** What an authenticator shows, or a recovery code. */
export const codeSchema = z.string().trim().min(1).max(64);
