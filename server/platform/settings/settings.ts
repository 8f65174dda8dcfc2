import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'dotenv';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import { checkout, hasSources } from '../../../setup/checkout.mjs';
import {
  deliverySettings,
  deliveryVariables,
  hasSender,
  type DeliverySettings,
  hasOnePassword,
  hasOneWebhookSecret,
} from './delivery-settings.ts';
import { accountKeySetting, accountKeyVariables, isOneAccountKey } from './account-key-settings.ts';
import {
  anchorSettings,
  anchorVariables,
  hasMailServer,
  type AnchorSettings,
} from './anchor-settings.ts';
import { secretOf, type SecretSetting } from './secret-setting.ts';
import { quotaSettings, quotaVariables, type QuotaLimits } from './quota-settings.ts';
import { sessionSettings, sessionVariables, type SessionEnds } from './session-settings.ts';
import {
  checkSignOn,
  signOnSettings,
  signOnVariables,
  type SignOnSettings,
} from './sign-on-settings.ts';
import { isOneToken, tokenSettings, tokenVariables } from './token-settings.ts';
import type { TlsFiles } from '../network/tls-files.ts';
import { UsageError } from '../problems.ts';

export interface Settings {
  /** Absolute: local database, rejects, reports, keys. */
  home: string;
  /** Absolute: the loaded files, by SHA-256. */
  sources: string;
  /** Absolute: the file of schedules; left out: `schedules.json` in home, if there is one. */
  schedules?: string;
  host: string;
  /** By which addresses people know it, as `https://host` each; the first is what links use. Absent: where it listens. */
  publicUrls?: readonly string[];
  /** Nobody signs in: the operator knows that whoever reaches it may read and change everything. */
  open?: boolean;
  /** The key of what is kept of accounts; absent: the home's own. */
  accountKey?: SecretSetting;
  /** Who else says who somebody is; absent: nobody. */
  signOn?: SignOnSettings;
  /** By which commands act as somebody; absent: as the user of the operating system. Servers leave it alone. */
  token?: SecretSetting;
  /** When sessions end; absent: as usual. */
  sessions?: SessionEnds;
  /** How much one person may ask in an hour; absent: as usual. */
  quotas?: QuotaLimits;
  /** Settings that are set and mean nothing any more. */
  former?: readonly string[];
  /** Absolute: by which it serves encrypted; absent: it does not. */
  tls?: TlsFiles;
  /** Null: 4680 or the next free one. */
  port: number | null;
  /** Null: a local Neo4j of our own. */
  neo4j: Connection | null;
  timestamps: TimestampSettings;
  /** Absent: the end of the audit log is put nowhere but to the authority of timestamps. */
  anchors?: AnchorSettings;
  delivery: DeliverySettings;
  /** Absolute: the operator's file of feeds; absent: feeds.json in `home`, where there is one. */
  feeds?: string;
  /** Absolute: the operator's file of where reports may go and data may come from; absent: allowed.json in `home`. */
  allowed?: string;
  /** False: a database of an earlier version is brought up without a backup. */
  backUpFirst?: boolean;
  /** Milliseconds from which on one of the program's own queries is logged as slow; absent: none is. */
  slowQueryMs?: number;
  /** Where traces are sent, by OTLP over HTTP; absent: nowhere. */
  tracesUrl?: string;
  /** A confirmation in the queue takes effect once another person agrees. */
  fourEyes?: boolean;
  /** The Spark master that counts, when one is asked to, as Spark writes it; absent: this machine alone, with all its cores. */
  sparkMaster?: string;
  /** Absolute: where what Spark reads and counts lies for a run; absent: `spark` in home. */
  sparkFolder?: string;
}

/** What whoever delivers goes by. */
export type Delivering = Pick<Settings, 'home' | 'allowed' | 'delivery'>;

/** How a Neo4j is reached. */
export interface Connection {
  uri: string;
  user: string;
  password: string;
  /** Where the password lies, which is read anew when the server refuses it; absent: it was given. */
  passwordFile?: SecretSetting;
  /** Null: the server's default database. */
  database: string | null;
  /** A plan once made is used again though the graph has grown or shrunk: where planning takes longest. */
  keepsPlans?: boolean;
}

/** Who says when a bundle was signed. */
export interface TimestampSettings {
  /** Address of an RFC 3161 authority; null: bundles bear no timestamp. */
  authority: string | null;
  /** File of certificates in PEM, to one of which an authority must lead; null: none is compared. */
  roots: string | null;
}

export const noTimestamps: TimestampSettings = { authority: null, roots: null };

export { checkout };

/** The port that is tried first when none is set. */
export const usualPort = 4680;

/** The Spark that counts when none is set: this machine alone, with all its cores. */
export const usualMaster = 'local[*]';

const text = messages.commands.settings;
const schemes = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'];

const path = z.string().refine((value) => !value.includes('\0'), text.path);
const variables = z
  .object({
    SKEIN_HOME: path.optional(),
    SKEIN_SOURCES: path.optional(),
    SKEIN_SCHEDULES: path.optional(),
    SKEIN_HOST: z
      .string()
      .regex(/^[0-9A-Za-z.:_-]+$/, text.host)
      .default('127.0.0.1'),
    SKEIN_PUBLIC_URL: z
      .string()
      .refine(arePublicUrls, text.publicUrl)
      .transform(publicUrlsIn)
      .optional(),
    SKEIN_OPEN: z.literal('yes', text.openYes).optional(),
    SKEIN_PASSWORD: z.string().optional(),
    SKEIN_PASSWORD_FILE: z.string().optional(),
    SKEIN_TLS_CERT: path.optional(),
    SKEIN_TLS_KEY: path.optional(),
    SKEIN_PORT: z
      .string()
      .regex(/^\d+$/, text.port)
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, text.port)
      .optional(),
    SKEIN_SLOW_QUERY_MS: z
      .string()
      .regex(/^\d{1,9}$/, text.milliseconds)
      .transform(Number)
      .default(1_000),
    SKEIN_TRACES_URL: z.url({ protocol: /^https?$/, error: text.tracesUrl }).optional(),
    SKEIN_FEEDS: path.optional(),
    SKEIN_ALLOWED: path.optional(),
    SKEIN_TIMESTAMP_URL: z.url({ protocol: /^https?$/, error: text.timestampUrl }).optional(),
    SKEIN_TIMESTAMP_ROOTS: path.optional(),
    ...deliveryVariables,
    ...accountKeyVariables,
    ...anchorVariables,
    ...sessionVariables,
    ...quotaVariables,
    ...signOnVariables,
    ...tokenVariables,
    SKEIN_FOUR_EYES: z.literal('confirm', text.fourEyes).optional(),
    SKEIN_SPARK_MASTER: z.string().refine(isMaster, text.master).optional(),
    SKEIN_SPARK_FOLDER: path.optional(),
    NEO4J_URI: z.string().refine(isNeo4jUri, text.uri(schemes)).optional(),
    NEO4J_USER: z.string().default('neo4j'),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_PASSWORD_FILE: path.optional(),
    NEO4J_DATABASE: z.string().optional(),
  })
  .refine(
    ({ NEO4J_URI: uri, NEO4J_PASSWORD: password, NEO4J_PASSWORD_FILE: file }) =>
      uri === undefined || password !== undefined || file !== undefined,
    { path: ['NEO4J_PASSWORD'], message: text.passwordMissing },
  )
  .refine(
    ({ NEO4J_PASSWORD: password, NEO4J_PASSWORD_FILE: file }) =>
      password === undefined || file === undefined,
    { path: ['NEO4J_PASSWORD_FILE'], message: text.secretTwice },
  )
  .refine(hasOnePassword, { path: ['SKEIN_SMTP_PASSWORD_FILE'], message: text.smtpPassword })
  .refine(hasOneWebhookSecret, {
    path: ['SKEIN_WEBHOOK_SECRET_FILE'],
    message: text.secretTwice,
  })
  .refine(
    (values) => (values.SKEIN_TLS_CERT === undefined) === (values.SKEIN_TLS_KEY === undefined),
    {
      path: ['SKEIN_TLS_CERT'],
      message: text.tlsHalf,
    },
  )
  .refine(isEncryptedThroughout, { path: ['SKEIN_PUBLIC_URL'], message: text.publicInClear })
  .refine(hasSender, {
    path: ['SKEIN_MAIL_FROM'],
    message: messages.delivery.settings.fromMissing,
  })
  .refine(hasMailServer, {
    path: ['SKEIN_SMTP_URL'],
    message: messages.audit.settings.noMailServer,
  })
  .refine(isOneToken, { path: ['SKEIN_TOKEN_FILE'], message: text.secretTwice })
  .refine(isOneAccountKey, {
    path: ['SKEIN_ACCOUNT_KEY'],
    message: messages.accountKey.twice,
  })
  .superRefine(checkSignOn);

/** The settings in force: the environment, over `.env` of the checkout. Throws UsageError, a line per fault. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const filled = Object.entries({ ...envFile(), ...environment }).filter(
    ([, value]) => value !== '',
  );
  const read = variables.safeParse(Object.fromEntries(filled));
  if (!read.success) {
    const details = read.error.issues.map((issue) => ({
      where: issue.path.join('.'),
      problem: issue.message,
    }));
    throw new UsageError(text.invalid(details), details);
  }
  const values = read.data;
  const home = resolve(values.SKEIN_HOME ?? usualHome(environment));
  return {
    home,
    sources: resolve(values.SKEIN_SOURCES ?? join(home, 'sources')),
    ...(values.SKEIN_SCHEDULES === undefined ? {} : { schedules: resolve(values.SKEIN_SCHEDULES) }),
    host: values.SKEIN_HOST,
    ...accessOf(values),
    ...tlsOf(values),
    port: values.SKEIN_PORT ?? null,
    neo4j: neo4jOf(values),
    ...anchorSettings(values),
    ...sessionSettings(values),
    ...tokenSettings(values),
    ...quotaSettings(values),
    ...(values.SKEIN_SLOW_QUERY_MS === 0 ? {} : { slowQueryMs: values.SKEIN_SLOW_QUERY_MS }),
    ...(values.SKEIN_TRACES_URL === undefined ? {} : { tracesUrl: values.SKEIN_TRACES_URL }),
    fourEyes: values.SKEIN_FOUR_EYES === 'confirm',
    timestamps: {
      authority: values.SKEIN_TIMESTAMP_URL ?? null,
      roots:
        values.SKEIN_TIMESTAMP_ROOTS === undefined ? null : resolve(values.SKEIN_TIMESTAMP_ROOTS),
    },
    delivery: deliverySettings(values),
    ...(values.SKEIN_SPARK_MASTER === undefined ? {} : { sparkMaster: values.SKEIN_SPARK_MASTER }),
    ...(values.SKEIN_SPARK_FOLDER === undefined
      ? {}
      : { sparkFolder: resolve(values.SKEIN_SPARK_FOLDER) }),
    ...(values.SKEIN_FEEDS === undefined ? {} : { feeds: resolve(values.SKEIN_FEEDS) }),
    ...(values.SKEIN_ALLOWED === undefined ? {} : { allowed: resolve(values.SKEIN_ALLOWED) }),
  };
}

/** Apart from an installed package, which npm replaces as a whole when it brings another version. */
function usualHome(environment: NodeJS.ProcessEnv): string {
  if (hasSources) return join(checkout, '.skein');
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'skein');
}

/** Throws UsageError for a file of the password that cannot be read. */
function neo4jOf(values: z.output<typeof variables>): Connection | null {
  const { NEO4J_URI: uri, NEO4J_PASSWORD_FILE: file } = values;
  if (uri === undefined) return null;
  const passwordFile =
    file === undefined ? null : { file: resolve(file), variable: 'NEO4J_PASSWORD_FILE' };
  return {
    uri,
    user: values.NEO4J_USER,
    password: passwordFile ? secretOf(passwordFile) : (values.NEO4J_PASSWORD ?? ''),
    ...(passwordFile ? { passwordFile } : {}),
    database: values.NEO4J_DATABASE ?? null,
  };
}

function accessOf(values: z.output<typeof variables>): Partial<Settings> {
  const { SKEIN_PUBLIC_URL: publicUrls } = values;
  const signOn = signOnSettings(values);
  const accountKey = accountKeySetting(values);
  const former = (['SKEIN_PASSWORD', 'SKEIN_PASSWORD_FILE'] as const).filter(
    (name) => values[name],
  );
  return {
    ...(publicUrls === undefined ? {} : { publicUrls }),
    ...(values.SKEIN_OPEN === undefined ? {} : { open: true }),
    ...(accountKey === undefined ? {} : { accountKey }),
    ...(signOn === undefined ? {} : { signOn }),
    ...(former.length === 0 ? {} : { former }),
  };
}

function tlsOf({ SKEIN_TLS_CERT: cert, SKEIN_TLS_KEY: key }: z.output<typeof variables>) {
  return cert === undefined || key === undefined
    ? {}
    : { tls: { cert: resolve(cert), key: resolve(key) } };
}

/** Addresses of a whole host each, as it is served at the root of one. */
function arePublicUrls(value: string): boolean {
  return value.split(',').every((each) => {
    const form = /^https?:\/\/[^\s/?#@\\]+\/?$/i.exec(each.trim());
    return form !== null && URL.canParse(form[0]);
  });
}

/** Cookies are bound to HTTPS where every address is HTTPS: what serves encrypted itself has no other. */
function isEncryptedThroughout({
  SKEIN_TLS_CERT: cert,
  SKEIN_PUBLIC_URL: urls,
}: {
  SKEIN_TLS_CERT?: string | undefined;
  SKEIN_PUBLIC_URL?: readonly string[] | undefined;
}): boolean {
  return cert === undefined || (urls ?? []).every((url) => url.startsWith('https:'));
}

/** As browsers write an origin: small letters, no port that is usual, no dot at the end of the name. */
function publicUrlsIn(value: string): readonly string[] {
  return value.split(',').map((each) => {
    const url = new URL(each.trim());
    url.hostname = url.hostname.replace(/\.$/, '');
    return url.origin;
  });
}

function isMaster(value: string): boolean {
  return /^(local(\[[^\]\s]+\])?|local-cluster\[[^\]\s]+\]|(spark|k8s):\/\/\S+|yarn)$/.test(value);
}

function isNeo4jUri(value: string): boolean {
  const scheme = /^([a-z0-9+]+):\/\/[^/@\s]+\/?(\?\S*)?$/.exec(value)?.[1];
  return scheme !== undefined && schemes.includes(scheme);
}

function envFile(): Record<string, string> {
  try {
    return parse(readFileSync(join(checkout, '.env')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new UsageError(text.envFile((error as Error).message));
  }
}
