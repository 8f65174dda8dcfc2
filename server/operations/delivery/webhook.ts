import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { WebhookRecipient } from '../../../domain/input/delivery.ts';
import { messages } from '../../../domain/messages/index.ts';
import { NotReachable, requestWithin } from '../../platform/reach/request.ts';
import { programVersion } from '../../platform/version.ts';
import { encodedSize, reasonOf, wantedFiles, type Failure, type Sending } from './sending.ts';
import { signatureHeaders, signatureOf } from './signature.ts';
import { secretOf } from '../../platform/settings/secret-setting.ts';

const text = messages.delivery.failed;

/** Of all files together, as they are sent; what goes beyond is named without its bytes. */
const mostFileBytes = 10_000_000;

/** Refusals that pass: too late, in conflict, too early, too often. */
const passing: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** Posts the report, signed. Any answer of 2xx is taken for its arrival; redirections are not followed. */
export async function callWebhook(sending: Sending<WebhookRecipient>): Promise<Failure | null> {
  const { recipient, settings, patience, clock } = sending;
  const url = new URL(recipient.url);
  const { host } = url;
  if (settings.webhookSecret === null) return { error: text.noSecret, refused: false };
  const body = bodyOf(sending);
  const timestamp = clock().toISOString();
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await requestWithin(url, {
      ...{ method: 'POST', body, signal, hosts: sending.allowList.reports.hosts },
      headers: {
        'content-type': 'application/json',
        'user-agent': `skein/${programVersion}`,
        [signatureHeaders.timestamp]: timestamp,
        [signatureHeaders.signature]: signatureOf(
          secretOf(settings.webhookSecret),
          timestamp,
          body,
        ),
        [signatureHeaders.delivery]: sending.delivery.id,
      },
    });
    // Nothing that it says beside is of use; what is not read would hold the connection.
    response.destroy();
    return failureOf(response, host, clock());
  } catch (error) {
    if (error instanceof NotReachable)
      return { error: messages.reach.leadsWithin(host, 'reports.hosts'), refused: true };
    const why = signal.aborted
      ? text.late(host, patience / 1_000)
      : text.noAnswer(host, reasonOf(error));
    return { error: why, refused: false };
  }
}

/** The same at every attempt. */
function bodyOf(sending: Sending<WebhookRecipient>): string {
  const { delivery, told, recipient } = sending;
  let left = mostFileBytes;
  const files = wantedFiles(sending).map(({ name, format, mediaType, bytes }) => {
    const fits = encodedSize(bytes.length) <= left;
    if (fits) left -= encodedSize(bytes.length);
    return {
      name,
      format,
      media_type: mediaType,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      base64: fits ? Buffer.from(bytes).toString('base64') : null,
    };
  });
  return JSON.stringify({
    delivery: delivery.id,
    report: delivery.report,
    run: delivery.run,
    language: recipient.language,
    subject: told.subject,
    summary: told.summary,
    link: told.link,
    files,
  });
}

function failureOf(
  { statusCode: status = 0, headers }: IncomingMessage,
  host: string,
  now: Date,
): Failure | null {
  if (status >= 200 && status < 300) return null;
  const notBefore = readRetryAfter(headers['retry-after'], now);
  const later = notBefore ? { notBefore } : {};
  if (status >= 300 && status < 400) return { error: text.redirected(host, status), refused: true };
  const refused = status >= 400 && status < 500 && !passing.has(status);
  return { error: text.answered(host, status), refused, ...later };
}

/** RFC 9110: seconds, or a date. Null for anything else. */
function readRetryAfter(value: string | undefined, now: Date): Date | null {
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value)) return new Date(now.getTime() + Number(value) * 1_000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : new Date(date);
}
