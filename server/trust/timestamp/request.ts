/** Asks a timestamp authority (RFC 3161) to say that something was there at a time. */
import { createHash, randomBytes } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import { messages } from '../../../domain/messages/index.ts';
import { readTimestamp, sha256Id } from '../../../verifier/timestamp-response.ts';
import { UnavailableError } from '../../platform/problems.ts';

const says = messages.evidence.timestamp;

/** In milliseconds; authorities answer within a second. */
const patience = 20_000;
const mostAnswerBytes = 1024 * 1024;

/**
 * The authority's answer about these bytes, as it came (DER of a TimeStampResp); only their digest is sent to it.
 * Throws UnavailableError when it does not answer, refuses, or answers about something else.
 */
export async function requestTimestamp(authority: string, data: Uint8Array): Promise<Uint8Array> {
  // The first byte keeps it positive.
  const nonce = Buffer.from([1, ...randomBytes(15)]);
  const query = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Id }),
      hashedMessage: new OctetString({ valueHex: createHash('sha256').update(data).digest() }),
    }),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  });
  const answer = await ask(authority, query.toSchema().toBER());
  const read = await readTimestamp(answer, data, []);
  if (!read) throw new UnavailableError(says.badAnswer(authority));
  if (read.refusal !== null) throw new UnavailableError(says.refused(authority, read.refusal));
  if (read.nonce !== nonce.toString('hex')) throw new UnavailableError(says.badAnswer(authority));
  return answer;
}

/** No more of it is read than an answer can be. */
async function answerIn({ body }: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    size += piece.length;
    if (size > mostAnswerBytes) throw new Error(`> ${mostAnswerBytes} bytes`);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

async function ask(authority: string, query: ArrayBuffer): Promise<Uint8Array> {
  try {
    const response = await fetch(authority, {
      method: 'POST',
      body: query,
      headers: { 'content-type': 'application/timestamp-query' },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await answerIn(response);
  } catch (error) {
    const { message, cause } = error as Error;
    const why = cause instanceof Error ? cause.message : message;
    throw new UnavailableError(says.noAnswer(authority, why));
  }
}
