import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { enricherSchema, type Enricher } from '../../../domain/enrichment.ts';
import { messages } from '../../../domain/messages/index.ts';
import { checkout } from '../../../setup/checkout.mjs';
import { InvalidDataError, UnavailableError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';

const text = messages.enrichment;

/** The programs that ship, by the name behind `skein:`. */
const shipped: Readonly<Record<string, string>> = { 'rdap-files': 'rdap-files.mjs' };
const ownPrefix = 'skein:';

const declaredSchema = z.strictObject({
  enrichers: z
    .array(
      enricherSchema
        .refine(({ command, url }) => (command === undefined) !== (url === undefined), text.oneOf)
        .refine(({ command }) => command === undefined || isProgram(command[0]!), text.absolute),
    )
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, text.twice),
});

/** Who may be asked, of `enrichers.json` in home; nobody where there is no such file. Throws InvalidDataError. */
export async function declaredEnrichers({ home }: Pick<Settings, 'home'>): Promise<Enricher[]> {
  const file = join(home, 'enrichers.json');
  let said: string;
  try {
    said = await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new UnavailableError(text.unreadable(file, code ?? message));
  }
  const read = declaredSchema.safeParse(parsed(said, file));
  if (read.success) return read.data.enrichers;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new InvalidDataError(text.faults(file, faults));
}

function parsed(said: string, file: string): unknown {
  try {
    return JSON.parse(said) as unknown;
  } catch (error) {
    throw new InvalidDataError(text.unreadable(file, (error as Error).message));
  }
}

function isProgram(name: string): boolean {
  if (!name.startsWith(ownPrefix)) return isAbsolute(name);
  return Object.hasOwn(shipped, name.slice(ownPrefix.length));
}

/** The program and its arguments; one that ships is run by the Node that runs this. */
export function programOf([name, ...rest]: readonly string[]): { file: string; args: string[] } {
  if (!name!.startsWith(ownPrefix)) return { file: name!, args: rest };
  const own = join(checkout, 'bin', shipped[name!.slice(ownPrefix.length)]!);
  return { file: process.execPath, args: [own, ...rest] };
}
