import { resolve } from 'node:path';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import { isLoopback } from '../network/loopback.ts';
import { secretFile, type SecretSetting } from './secret-setting.ts';

/** How mail leaves this machine. */
export interface SmtpSettings {
  host: string;
  port: number;
  /** Encrypted from the first byte; by STARTTLS before anything is said; or not at all, when that was asked for. */
  tls: 'first' | 'starttls' | 'never';
  credentials: { user: string; password: SecretSetting } | null;
  /** Absolute: file of certificates in PEM that alone are trusted then; null: those that Node.js trusts. */
  authorities: string | null;
}

/** What stands behind the recipients of every kind. */
export interface DeliverySettings {
  /** Null: no mail can be sent. */
  smtp: SmtpSettings | null;
  /** Who mail is from: an address, or a name with one; empty when no mail can be sent. */
  from: string;
  /** The most bytes that a mail may have, as it is sent; what goes beyond is linked to. */
  mailLimit: number;
  /** Null: no webhook can be called. */
  webhookSecret: SecretSetting | null;
}

const usualMailLimit = 10_000_000;
const leastMailLimit = 100_000;
const leastSecret = 16;

/** Nothing but folders can be delivered to. */
export const noDelivery: DeliverySettings = {
  smtp: null,
  from: '',
  mailLimit: usualMailLimit,
  webhookSecret: null,
};

const text = messages.delivery.settings;

/** The variables of delivery, to stand among the others. */
export const deliveryVariables = {
  SKEIN_SMTP_URL: z
    .string()
    .refine(isMailServer, text.smtp)
    .refine(isSafe, text.smtpClear)
    .optional(),
  SKEIN_SMTP_PASSWORD_FILE: z.string().optional(),
  SKEIN_SMTP_CA: z.string().optional(),
  SKEIN_MAIL_FROM: z.string().refine(isSender, text.from).optional(),
  SKEIN_MAIL_LIMIT: z
    .string()
    .regex(/^\d{1,12}$/, text.limit(leastMailLimit))
    .transform(Number)
    .refine((bytes) => bytes >= leastMailLimit, text.limit(leastMailLimit))
    .optional(),
  SKEIN_WEBHOOK_SECRET: z.string().min(leastSecret, text.secret(leastSecret)).optional(),
  SKEIN_WEBHOOK_SECRET_FILE: z.string().optional(),
};

type DeliveryValues = z.output<z.ZodObject<typeof deliveryVariables>>;

/** Mail that comes from nobody is refused everywhere. */
export function hasSender({ SKEIN_SMTP_URL, SKEIN_MAIL_FROM }: DeliveryValues): boolean {
  return SKEIN_SMTP_URL === undefined || SKEIN_MAIL_FROM !== undefined;
}

/** A password has somebody whose it is, and lies in one place. */
export function hasOnePassword({
  SKEIN_SMTP_URL: url,
  SKEIN_SMTP_PASSWORD_FILE: file,
}: DeliveryValues) {
  if (file === undefined) return true;
  const { username, password } = new URL(url ?? 'smtp://none');
  return username !== '' && password === '';
}

export function hasOneWebhookSecret(values: DeliveryValues): boolean {
  return (
    values.SKEIN_WEBHOOK_SECRET === undefined || values.SKEIN_WEBHOOK_SECRET_FILE === undefined
  );
}

/** The settings that valid variables stand for. */
export function deliverySettings(values: DeliveryValues): DeliverySettings {
  const { SKEIN_SMTP_URL, SKEIN_SMTP_CA } = values;
  const authorities = SKEIN_SMTP_CA === undefined ? null : resolve(SKEIN_SMTP_CA);
  return {
    smtp:
      SKEIN_SMTP_URL === undefined
        ? null
        : smtpSettings(SKEIN_SMTP_URL, authorities, values.SKEIN_SMTP_PASSWORD_FILE),
    from: values.SKEIN_MAIL_FROM ?? '',
    mailLimit: values.SKEIN_MAIL_LIMIT ?? usualMailLimit,
    webhookSecret: webhookSecret(values),
  };
}

function webhookSecret(values: DeliveryValues): SecretSetting | null {
  const { SKEIN_WEBHOOK_SECRET: value, SKEIN_WEBHOOK_SECRET_FILE: file } = values;
  if (value !== undefined) return { value };
  return file === undefined ? null : { file: resolve(file), variable: 'SKEIN_WEBHOOK_SECRET_FILE' };
}

/** By the variables' own names, without what is secret in them. */
export function shownDelivery(
  { smtp, from, mailLimit, webhookSecret }: DeliverySettings,
  masked: string,
): Record<string, string | number | null> {
  return {
    SKEIN_SMTP_URL: smtp && shownServer(smtp, masked),
    SKEIN_SMTP_PASSWORD_FILE: secretFile(smtp?.credentials?.password ?? null),
    SKEIN_SMTP_CA: smtp?.authorities ?? null,
    SKEIN_MAIL_FROM: from === '' ? null : from,
    SKEIN_MAIL_LIMIT: mailLimit,
    SKEIN_WEBHOOK_SECRET: webhookSecret !== null && 'value' in webhookSecret ? masked : null,
    SKEIN_WEBHOOK_SECRET_FILE: secretFile(webhookSecret),
  };
}

function shownServer({ host, port, tls, credentials }: SmtpSettings, masked: string): string {
  const pass = credentials && 'value' in credentials.password ? `:${masked}` : '';
  const who = credentials ? `${encodeURIComponent(credentials.user)}${pass}@` : '';
  const name = host.includes(':') ? `[${host}]` : host;
  const scheme = tls === 'first' ? 'smtps' : 'smtp';
  return `${scheme}://${who}${name}:${port}${tls === 'never' ? '?tls=never' : ''}`;
}

function smtpSettings(
  address: string,
  authorities: string | null,
  passwordFile?: string,
): SmtpSettings {
  const { protocol, hostname, port, username, password, search } = new URL(address);
  const tls = protocol === 'smtps:' ? 'first' : search === '' ? 'starttls' : 'never';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (tls === 'first' ? 465 : 587) : Number(port),
    tls,
    credentials:
      username === ''
        ? null
        : {
            user: decodeURIComponent(username),
            password:
              passwordFile === undefined
                ? { value: decodeURIComponent(password) }
                : { file: resolve(passwordFile), variable: 'SKEIN_SMTP_PASSWORD_FILE' },
          },
    authorities,
  };
}

function isMailServer(address: string): boolean {
  const form = /^smtps?:\/\/([^\s/?#@]+@)?[^\s/?#@]+\/?$/;
  if (!form.test(address.replace(/^(smtp:.*)\?tls=never$/, '$1')) || !URL.canParse(address))
    return false;
  const { hostname, username, password } = new URL(address);
  return hostname !== '' && [username, password].every(isDecodable);
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** A password goes unencrypted nowhere but to this very machine. */
function isSafe(address: string): boolean {
  if (!isMailServer(address)) return true;
  const { tls, credentials, host } = smtpSettings(address, null);
  return tls !== 'never' || credentials === null || isLoopback(host);
}

/** One address, alone or as `Name <address>`; the name without marks that part a header. */
function isSender(value: string): boolean {
  const address = /^[^<>"\r\n,;]*<([^<>]+)>$/.exec(value)?.[1] ?? value;
  return z.email().safeParse(address).success;
}
