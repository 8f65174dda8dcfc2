import { readFileSync } from 'node:fs';
import { messages } from '../../../domain/messages/index.ts';
import { UsageError } from '../problems.ts';

/** A secret as it is set: in the environment, or in a file of its own (absolute), which is read whenever the secret is needed, so that it may be replaced without a start. */
export type SecretSetting = { value: string } | { file: string; variable: string };

/** Throws UsageError for a file that cannot be read or is empty. */
export function secretOf(setting: SecretSetting): string {
  if ('value' in setting) return setting.value;
  const { file, variable } = setting;
  let read: string;
  try {
    read = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new UsageError(
      messages.signOn.settings.secretFile(variable, file, (error as Error).message),
    );
  }
  if (read === '') throw new UsageError(messages.signOn.settings.secretEmpty(variable, file));
  return read;
}

/** The file that it lies in; null where it was given, or there is none. */
export function secretFile(setting: SecretSetting | null): string | null {
  return setting !== null && 'file' in setting ? setting.file : null;
}
