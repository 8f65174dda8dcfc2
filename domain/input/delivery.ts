/** What is sent to whom, and how far that has come. */
import { z } from 'zod';
import { messages } from '../messages/browser.ts';
import { languageSchema } from '../messages/language-schema.ts';

/** The forms that a report's files have. */
export const deliveryFormats = ['html', 'pdf', 'json', 'csv'] as const;
export type DeliveryFormat = (typeof deliveryFormats)[number];

const mostAddresses = 50;

const wanted = {
  formats: z
    .array(z.enum(deliveryFormats))
    .min(1)
    .max(deliveryFormats.length)
    .refine((formats) => new Set(formats).size === formats.length, {
      error: () => messages.delivery.recipient.twice,
    }),
  language: languageSchema,
};

const folderSchema = z.object({
  kind: z.literal('folder'),
  path: z
    .string()
    .max(1_000)
    .refine(isAbsolute, { error: () => messages.delivery.recipient.path })
    .meta({ description: 'absolute, on the machine that delivers; it must be there' }),
  ...wanted,
});

const emailSchema = z.object({
  kind: z.literal('email'),
  to: z.array(z.email().max(254)).min(1).max(mostAddresses),
  ...wanted,
});

const webhookSchema = z.object({
  kind: z.literal('webhook'),
  url: z
    .string()
    .max(2_000)
    .refine(isWebAddress, { error: () => messages.delivery.recipient.url })
    .meta({ description: 'http or https, without a name and password' }),
  ...wanted,
});

/** Where a report goes, which of its files, and in which language. */
export const recipientSchema = z.discriminatedUnion('kind', [
  folderSchema,
  emailSchema,
  webhookSchema,
]);
export type Recipient = z.infer<typeof recipientSchema>;
export type FolderRecipient = z.infer<typeof folderSchema>;
export type EmailRecipient = z.infer<typeof emailSchema>;
export type WebhookRecipient = z.infer<typeof webhookSchema>;

/**
 * `waiting`: not tried since it was asked for. `failed`: tried, and will be again. `dead`: no longer tried until a
 * person asks for it; it stays, with its report.
 */
export const deliveryStates = ['waiting', 'delivered', 'failed', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const attemptSchema = z.object({
  at: z.string(),
  /** Null while it lasts, and for ever when the process that made it died. */
  ended: z.string().nullable(),
  /** Null when it went well, or has not ended. */
  error: z.string().nullable(),
  /** The receiver will say the same of the same again, so that fewer attempts are made. */
  refused: z.boolean(),
});
export type DeliveryAttempt = z.infer<typeof attemptSchema>;

export const deliverySchema = z.object({
  id: z.string(),
  /** Of one report and one recipient there is one delivery. */
  report: z.string(),
  run: z.string(),
  subject: z.string(),
  recipient: recipientSchema,
  state: z.enum(deliveryStates),
  created: z.string(),
  /** Earliest first. */
  attempts: z.array(attemptSchema),
  /** Addresses of an e-mail that have it already, and are not written to again. */
  reached: z.array(z.string()),
  /** When it is tried next; null when it is not. */
  next_at: z.string().nullable(),
  delivered_at: z.string().nullable(),
  /** Who asked for another try, and when. */
  retries: z.array(z.object({ by: z.string(), at: z.string() })),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** Of either kind of file system: the page may run elsewhere than the server. */
function isAbsolute(path: string): boolean {
  return /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path) && !path.includes('\0');
}

function isWebAddress(text: string): boolean {
  if (/\s/.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
