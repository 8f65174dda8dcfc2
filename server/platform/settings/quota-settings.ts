import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';

/** What is counted of a person: uploads twice, as files and as bytes. */
export const counted = ['queries', 'uploadFiles', 'uploadBytes', 'exports'] as const;
export type Counted = (typeof counted)[number];

/** How much of each one person may ask in an hour; null: as much as they like. */
export type QuotaLimits = Readonly<Record<Counted, number | null>>;

const gibibyte = 2 ** 30;

/** What no honest day's work meets, and a script that has gone astray does within the hour. */
export const usualQuotas: QuotaLimits = {
  queries: 1_000,
  uploadFiles: 1_000,
  uploadBytes: 50 * gibibyte,
  exports: 200,
};

const anHour = z
  .string()
  .regex(/^\d{1,9}$/, messages.quota.setting)
  .transform(Number)
  .optional();

/** The variables of quotas, to stand among the others. */
export const quotaVariables = {
  SKEIN_QUOTA_QUERIES: anHour,
  SKEIN_QUOTA_UPLOAD_FILES: anHour,
  SKEIN_QUOTA_UPLOAD_GIB: anHour,
  SKEIN_QUOTA_EXPORTS: anHour,
};

type QuotaValues = z.output<z.ZodObject<typeof quotaVariables>>;

/** Of valid variables; nothing where none is set. */
export function quotaSettings(values: QuotaValues): { quotas?: QuotaLimits } {
  if (Object.keys(quotaVariables).every((name) => values[name as keyof QuotaValues] === undefined))
    return {};
  const limitOf = (set: number | undefined, usual: number | null, unit = 1) =>
    set === undefined ? usual : set === 0 ? null : set * unit;
  return {
    quotas: {
      queries: limitOf(values.SKEIN_QUOTA_QUERIES, usualQuotas.queries),
      uploadFiles: limitOf(values.SKEIN_QUOTA_UPLOAD_FILES, usualQuotas.uploadFiles),
      uploadBytes: limitOf(values.SKEIN_QUOTA_UPLOAD_GIB, usualQuotas.uploadBytes, gibibyte),
      exports: limitOf(values.SKEIN_QUOTA_EXPORTS, usualQuotas.exports),
    },
  };
}

/** By the variables' own names. */
export function shownQuotas(limits: QuotaLimits = usualQuotas): Record<string, number> {
  return {
    SKEIN_QUOTA_QUERIES: limits.queries ?? 0,
    SKEIN_QUOTA_UPLOAD_FILES: limits.uploadFiles ?? 0,
    SKEIN_QUOTA_UPLOAD_GIB: (limits.uploadBytes ?? 0) / gibibyte,
    SKEIN_QUOTA_EXPORTS: limits.exports ?? 0,
  };
}
