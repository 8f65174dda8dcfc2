import { resolve } from 'node:path';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import type { SecretSetting } from './secret-setting.ts';

/** Characters of it: as many as `openssl rand -hex 16` gives. */
export const leastAccountKey = 32;

const text = messages.accountKey;

/** The key of what is kept of accounts, to stand among the other variables. */
export const accountKeyVariables = {
  SKEIN_ACCOUNT_KEY: z.string().min(leastAccountKey, text.setShort(leastAccountKey)).optional(),
  SKEIN_ACCOUNT_KEY_FILE: z.string().optional(),
};

type Values = z.output<z.ZodObject<typeof accountKeyVariables>>;

export function isOneAccountKey(values: Values): boolean {
  return values.SKEIN_ACCOUNT_KEY === undefined || values.SKEIN_ACCOUNT_KEY_FILE === undefined;
}

/** Undefined: the home's own. */
export function accountKeySetting(values: Values): SecretSetting | undefined {
  const { SKEIN_ACCOUNT_KEY: value, SKEIN_ACCOUNT_KEY_FILE: file } = values;
  if (value !== undefined) return { value };
  if (file === undefined) return undefined;
  return { file: resolve(file), variable: 'SKEIN_ACCOUNT_KEY_FILE' };
}
