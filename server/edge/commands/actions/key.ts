import { readFile } from 'node:fs/promises';
import { messages } from '../../../../domain/messages/index.ts';
import { keyChanged } from '../../../trust/custody/acts.ts';
import { withLog } from '../../../trust/custody/log.ts';
import { recorded } from '../../../trust/custody/recorded.ts';
import { InvalidDataError, NotFoundError } from '../../../platform/problems.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import {
  distrust,
  rotate,
  signer,
  trust,
  trustedKey,
  trustedKeys,
} from '../../../trust/signing/key-store.ts';
import { readPublicKey } from '../../../../verifier/public-key.ts';
import { print, printJson } from './print.ts';

const text = messages.signing;

export async function trustKey(file: string, { name }: { name: string }): Promise<void> {
  const { home } = readSettings();
  const pem = await pemOf(file);
  const after = readPublicKey(pem)?.id;
  if (after === undefined) throw new InvalidDataError(text.noKey);
  const change = keyChanged('trusted', { before: null, after }, name);
  const key = await recorded(home, change, () => trust(home, pem, name));
  print(text.trusted(key.name, key.id));
}

export async function distrustKey(id: string): Promise<void> {
  const { home } = readSettings();
  const known = await trustedKey(home, id);
  const change = keyChanged('distrusted', { before: known.id, after: null }, known.name);
  await recorded(home, change, () => distrust(home, known.id));
  print(text.distrusted(known.name, known.id));
}

/** What the new key is, is known only once it is made: the log is seen to be writable before. */
export async function rotateKey(): Promise<void> {
  const { home } = readSettings();
  const id = await withLog(home, async ({ append }) => {
    const before = await signer(home);
    const after = await rotate(home);
    await append(keyChanged('rotated', { before: before.id, after: after.id }));
    return after.id;
  });
  print(text.rotated(id));
}

export async function show({ pem, json }: { pem?: true; json?: true }): Promise<void> {
  const { home } = readSettings();
  const { id, pem: own } = await signer(home);
  const trusted = await trustedKeys(home);
  if (json) printJson({ id, pem: own, trusted });
  else if (pem) print(own.trimEnd());
  else for (const { id, name, since, until } of trusted) print(text.line(id, name, since, until));
}

async function pemOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new NotFoundError(text.noKeyFile(file));
  }
}
