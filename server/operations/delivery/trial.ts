import { randomUUID } from 'node:crypto';
import type { Recipient } from '../../../domain/input/delivery.ts';
import { messages } from '../../../domain/messages/index.ts';
import { html } from '../../platform/document/html.ts';
import { readAllowList } from '../../platform/reach/allow-list.ts';
import { withLocale } from '../../platform/locale.ts';
import type { ToldReport } from './report.ts';
import { send } from './send.ts';
import type { Delivering } from '../../platform/settings/settings.ts';

const patience = 15_000;

/**
 * Sends a few words to a recipient, once; null when they came, else why not, in the language in force. Of what the operator
 * does not allow nothing is told but that. Throws InvalidDataError when the operator's file is not as it should be.
 */
export async function tryRecipient(
  recipient: Recipient,
  settings: Delivering,
): Promise<string | null> {
  const allowList = await readAllowList(settings);
  const told = withLocale(recipient.language, trialReport);
  const delivery = { id: `T-${randomUUID()}`, report: 'trial', run: 'trial', reached: [] };
  const clock = () => new Date();
  const failure = await send({
    ...{ delivery, recipient, told, clock, patience, allowList },
    settings: settings.delivery,
  });
  return failure?.error ?? null;
}

function trialReport(): ToldReport {
  const { subject, summary } = messages.delivery.trial;
  const page = html`<!doctype html>
    <html>
      <body>
        <p>${summary}</p>
      </body>
    </html>`;
  return { subject, summary, html: page.toString(), pictures: [], files: [], link: null };
}
