/** Reads an in-toto Statement v1 about files in a DSSE envelope: the form that signatures of software have too. */
import { ed25519 } from '@noble/curves/ed25519.js';
import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import { fromBase64 } from './base64.ts';
import type { ReadKey } from './public-key.ts';

export const statementType = 'https://in-toto.io/Statement/v1';
export const payloadType = 'application/vnd.in-toto+json';

const envelopeSchema = z.strictObject({
  payload: z.string(),
  payloadType: z.literal(payloadType),
  signatures: z.tuple([
    z.strictObject({ keyid: z.string().check(z.regex(/^[0-9a-f]{64}$/)), sig: z.string() }),
  ]),
});
const statementSchema = z.strictObject({
  _type: z.literal(statementType),
  predicate: z.record(z.string(), z.unknown()),
  predicateType: z.string(),
  subject: z.array(
    z.strictObject({ digest: z.strictObject({ sha256: z.string() }), name: z.string() }),
  ),
});

/** What is said of which files. */
export interface Statement {
  /** SHA-256 in hex, by name. */
  files: Readonly<Record<string, string>>;
  /** What kind of statement it is: a URI. */
  kind: string;
  more: Readonly<Record<string, unknown>>;
}

export interface SignedStatement extends Statement {
  keyId: string;
  /** Whether that key made the signature. */
  isBy: (key: Pick<ReadKey, 'raw'>) => boolean;
}

/** Null when it is not an envelope, to the byte, as Skein writes it: canonical JSON (RFC 8785), one signature. */
export function readSigned(text: string): SignedStatement | null {
  const envelope = parsed(envelopeSchema, text);
  if (!envelope) return null;
  const payload = fromBase64(envelope.payload);
  const [{ keyid, sig }] = envelope.signatures;
  const signature = fromBase64(sig);
  if (!payload || !signature) return null;
  const statement = parsed(
    statementSchema,
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(payload),
  );
  if (!statement) return null;
  return {
    files: Object.fromEntries(statement.subject.map(({ name, digest }) => [name, digest.sha256])),
    kind: statement.predicateType,
    more: statement.predicate,
    keyId: keyid,
    isBy: ({ raw }) => isSignature(signature, preAuthentication(payload), raw),
  };
}

/** What is signed: the payload and what it is, with their lengths (DSSE 1.0, "PAE"). */
export function preAuthentication(payload: Uint8Array): Uint8Array {
  const head = `DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `;
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(new TextEncoder().encode(head));
  bytes.set(payload, head.length);
  return bytes;
}

/** Strict as RFC 8032 has it, so that every verifier answers alike to a signature that was made to divide them. */
function isSignature(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    // It has another length than a signature.
    return false;
  }
}

function parsed<T>(schema: z.ZodMiniType<T>, text: string): T | null {
  try {
    const value = schema.parse(JSON.parse(text));
    return canonicalize(value) === text ? value : null;
  } catch {
    return null;
  }
}
