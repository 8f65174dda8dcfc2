/** An in-toto Statement v1 about files, in a DSSE envelope: the form that signatures of software have too. */
import { verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../exchange/canonical.ts';
import type { Signer } from './key-store.ts';

const statementType = 'https://in-toto.io/Statement/v1';
const payloadType = 'application/vnd.in-toto+json';

const base64 = z.base64();
const envelopeSchema = z.strictObject({
  payload: base64,
  payloadType: z.literal(payloadType),
  signatures: z.tuple([z.strictObject({ keyid: z.string().regex(/^[0-9a-f]{64}$/), sig: base64 })]),
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
  isBy: (key: KeyObject) => boolean;
}

/** The envelope as canonical JSON, so that no byte of it can be another. */
export function signed(statement: Statement, { id, sign }: Signer): string {
  const payload = Buffer.from(
    canonicalJson({
      _type: statementType,
      predicate: statement.more,
      predicateType: statement.kind,
      subject: Object.entries(statement.files).map(([name, sha256]) => ({
        digest: { sha256 },
        name,
      })),
    }),
  );
  const sig = sign(preAuthentication(payload)).toString('base64');
  const signatures = [{ keyid: id, sig }];
  return canonicalJson({ payload: payload.toString('base64'), payloadType, signatures });
}

/** Null when it is not an envelope, to the byte, as `signed` writes it. */
export function readSigned(text: string): SignedStatement | null {
  const envelope = parsed(envelopeSchema, text);
  if (!envelope) return null;
  const payload = Buffer.from(envelope.payload, 'base64');
  const statement = parsed(statementSchema, payload.toString('utf8'));
  const [{ keyid, sig }] = envelope.signatures;
  const signature = Buffer.from(sig, 'base64');
  // Some letters of base64 can be others and mean the same.
  const exact =
    signature.toString('base64') === sig && payload.toString('base64') === envelope.payload;
  if (!statement || !exact) return null;
  return {
    files: Object.fromEntries(statement.subject.map(({ name, digest }) => [name, digest.sha256])),
    kind: statement.predicateType,
    more: statement.predicate,
    keyId: keyid,
    isBy: (key) => verify(null, preAuthentication(payload), key, signature),
  };
}

/** What is signed: the payload and what it is, with their lengths (DSSE 1.0, "PAE"). */
function preAuthentication(payload: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `),
    payload,
  ]);
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const value = schema.parse(JSON.parse(text));
    return canonicalJson(value) === text ? value : null;
  } catch {
    return null;
  }
}
