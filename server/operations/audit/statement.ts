/** What is said outside of the end of the chain: how many entries there are and the hash of the last, signed with this Skein's key. */
import { verify } from 'node:crypto';
import { z } from 'zod';
import { hexDigest } from '../../../verifier/custody-entry.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { signer, trustedKeys } from '../../trust/signing/key-store.ts';

const statementSchema = z.strictObject({
  kind: z.literal('urn:skein:audit-anchor:1'),
  /** Id of the database. */
  database: z.string(),
  count: z.int().min(1),
  /** Of the chain, at its entry of that number. */
  hash: hexDigest,
  at: z.iso.datetime(),
  /** Id of the key. */
  key: hexDigest,
  signature: z.base64(),
});
export type AnchorStatement = z.infer<typeof statementSchema>;

/** An anchor as a file holds it, a line each, and as a mail does. */
const lineSchema = z.strictObject({
  statement: statementSchema,
  /** Answer of an RFC 3161 authority about the statement as canonical JSON, DER in base64; null where none was asked. */
  timestamp: z.base64().nullable(),
});
export type AnchorLine = z.infer<typeof lineSchema>;

export async function signedStatement(
  home: string,
  state: Pick<AnchorStatement, 'database' | 'count' | 'hash' | 'at'>,
): Promise<AnchorStatement> {
  const { id, sign } = await signer(home);
  const said = { kind: statementSchema.shape.kind.value, ...state, key: id };
  return { ...said, signature: sign(Buffer.from(canonicalJson(said))).toString('base64') };
}

/** The bytes that a timestamp is about. */
export function statementBytes(statement: AnchorStatement): Uint8Array {
  return Buffer.from(canonicalJson(statement));
}

/** `unknown`: by a key that is neither this home's nor trusted here. */
export async function signatureOf(
  home: string,
  statement: AnchorStatement,
): Promise<'right' | 'wrong' | 'unknown'> {
  const known = (await trustedKeys(home)).find(({ id }) => id === statement.key);
  if (!known) return 'unknown';
  const { signature, ...said } = statement;
  const bytes = Buffer.from(canonicalJson(said));
  return verify(null, bytes, known.pem, Buffer.from(signature, 'base64')) ? 'right' : 'wrong';
}

export function anchorLine(line: AnchorLine): string {
  return `${canonicalJson(line)}\n`;
}

/** The anchors in a text, line by line, whatever stands around them, as in a mail that was saved; and how many lines begin as one and are none. */
export function anchorsIn(text: string): { anchors: AnchorLine[]; unreadable: number } {
  const anchors: AnchorLine[] = [];
  let unreadable = 0;
  for (const line of text.split(/\r?\n/)) {
    if (!line.startsWith('{"statement":')) continue;
    const read = parsed(line);
    if (read) anchors.push(read);
    else unreadable += 1;
  }
  return { anchors, unreadable };
}

function parsed(line: string): AnchorLine | null {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
