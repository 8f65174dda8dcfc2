import { resolve } from 'node:path';
import { z } from 'zod';
import type { SecretSetting } from './secret-setting.ts';

/** The token that commands act by, to stand among the other variables. */
export const tokenVariables = {
  SKEIN_TOKEN: z.string().optional(),
  SKEIN_TOKEN_FILE: z.string().optional(),
};

type Values = z.output<z.ZodObject<typeof tokenVariables>>;

export function isOneToken({ SKEIN_TOKEN: value, SKEIN_TOKEN_FILE: file }: Values): boolean {
  return value === undefined || file === undefined;
}

/** Without one, commands act as the user of the operating system. */
export function tokenSettings({ SKEIN_TOKEN: value, SKEIN_TOKEN_FILE: file }: Values): {
  token?: SecretSetting;
} {
  if (value !== undefined) return { token: { value: value.trim() } };
  return file === undefined ? {} : { token: { file: resolve(file), variable: 'SKEIN_TOKEN_FILE' } };
}

/** Under which name it is set. */
export function tokenVariable(token: SecretSetting): keyof typeof tokenVariables {
  return 'file' in token ? 'SKEIN_TOKEN_FILE' : 'SKEIN_TOKEN';
}

/** By the variables' own names; that there is one, and not which. */
export function shownToken(token: SecretSetting | undefined, masked: string) {
  return {
    SKEIN_TOKEN: token && 'value' in token ? masked : null,
    SKEIN_TOKEN_FILE: token && 'file' in token ? token.file : null,
  };
}
