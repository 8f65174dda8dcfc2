import { resolve } from 'node:path';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';

/** Where the end of the audit log's chain is put outside, beside a timestamp of the authority that is set for bundles. */
export interface AnchorSettings {
  /** Absolute: a line is added to it; null: no file. */
  file: string | null;
  /** To whom it is mailed. */
  mail: readonly string[];
  /** Milliseconds; null: by command alone. */
  everyMs: number | null;
}

const usualHours = 24;

export const usualAnchors: AnchorSettings = { file: null, mail: [], everyMs: hours(usualHours) };

const text = messages.audit.settings;

/** The variables of anchors, to stand among the others. */
export const anchorVariables = {
  SKEIN_AUDIT_ANCHOR_FILE: z.string().optional(),
  SKEIN_AUDIT_ANCHOR_MAIL: z
    .string()
    .transform(addressesIn)
    .refine((all) => all.length > 0 && all.every(isAddress), text.mail)
    .optional(),
  SKEIN_AUDIT_ANCHOR_HOURS: z
    .string()
    .regex(/^\d{1,4}$/, text.hours)
    .transform(Number)
    .optional(),
};

type AnchorValues = z.output<z.ZodObject<typeof anchorVariables>>;

/** What is mailed needs a server that takes it. */
export function hasMailServer(values: AnchorValues & { SKEIN_SMTP_URL?: string | undefined }) {
  return values.SKEIN_AUDIT_ANCHOR_MAIL === undefined || values.SKEIN_SMTP_URL !== undefined;
}

/** Of valid variables; nothing where none is set. */
export function anchorSettings(values: AnchorValues): { anchors?: AnchorSettings } {
  const {
    SKEIN_AUDIT_ANCHOR_FILE: file,
    SKEIN_AUDIT_ANCHOR_MAIL: mail,
    SKEIN_AUDIT_ANCHOR_HOURS: apart,
  } = values;
  if (file === undefined && mail === undefined && apart === undefined) return {};
  const anchors = {
    file: file === undefined ? null : resolve(file),
    mail: mail ?? [],
    everyMs: hours(apart ?? usualHours),
  };
  return { anchors };
}

/** By the variables' own names. */
export function shownAnchors(anchors = usualAnchors): Record<string, string | number | null> {
  return {
    SKEIN_AUDIT_ANCHOR_FILE: anchors.file,
    SKEIN_AUDIT_ANCHOR_MAIL: anchors.mail.length === 0 ? null : anchors.mail.join(','),
    SKEIN_AUDIT_ANCHOR_HOURS: (anchors.everyMs ?? 0) / 3_600_000,
  };
}

function hours(count: number): number | null {
  return count === 0 ? null : count * 3_600_000;
}

function addressesIn(value: string): string[] {
  return value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

function isAddress(value: string): boolean {
  return z.email().safeParse(value).success;
}
