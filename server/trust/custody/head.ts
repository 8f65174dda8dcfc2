/** The log's anchor: how many entries there are, and the hash of the last, signed with this Skein's key. */
import { verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { hexDigest } from '../../../verifier/custody-entry.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { signer, trustedKeys } from '../signing/key-store.ts';

const headSchema = z.strictObject({
  kind: z.literal('urn:skein:custody-head:1'),
  count: z.int().min(1),
  /** Of the last entry. */
  hash: hexDigest,
  /** Length of the log. */
  bytes: z.int(),
  /** Of the file of values: its length, and from where on no earlier program wrote in it. Absent where one wrote the head. */
  values: z.strictObject({ bytes: z.int().min(0), from: z.int().min(0) }).optional(),
  /** Id of the key. */
  key: hexDigest,
  signature: z.base64(),
});
export type Head = z.infer<typeof headSchema>;

/** The text of a head for a log of that state. */
export async function signedHead(
  home: string,
  state: Pick<Head, 'count' | 'hash' | 'bytes' | 'values'>,
): Promise<{ head: Head; text: string }> {
  const { id, sign } = await signer(home);
  const { kind } = headSchema.shape;
  const said = { kind: kind.value, ...state, key: id };
  const signature = sign(Buffer.from(canonicalJson(said))).toString('base64');
  const head = { ...said, signature };
  return { head, text: canonicalJson(head) };
}

/** `absent`: there is no such file. `unreadable`: not as it is written. `foreign`: not signed by a key of this Skein. */
export type FoundHead = Head | 'absent' | 'unreadable' | 'foreign';

export async function readHead(home: string, path: string): Promise<FoundHead> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return 'absent';
  const head = parsed(text);
  if (!head) return 'unreadable';
  return (await isOurs(home, head)) ? head : 'foreign';
}

function parsed(text: string): Head | null {
  try {
    const head = headSchema.parse(JSON.parse(text));
    return canonicalJson(head) === text ? head : null;
  } catch {
    return null;
  }
}

/** Signed with the key in use, or with one that was in use here before. */
async function isOurs(home: string, head: Head): Promise<boolean> {
  const own = await signer(home);
  const before = (await trustedKeys(home)).filter(({ until }) => until !== null);
  const known = [own, ...before].find(({ id }) => id === head.key);
  if (!known) return false;
  const { signature, ...said } = head;
  const bytes = Buffer.from(canonicalJson(said));
  return verify(null, bytes, known.pem, Buffer.from(signature, 'base64'));
}
