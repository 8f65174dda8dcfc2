import { randomUUID } from 'node:crypto';
import type { Recipient } from '../../domain/delivery.ts';
import { words } from '../../domain/words/index.ts';
import { html } from '../document/html.ts';
import { speaking } from '../spoken.ts';
import type { ToldReport } from './report.ts';
import { send } from './send.ts';
import type { DeliverySettings } from './settings.ts';

const patience = 15_000;

/** Sends a few words to a recipient, once; null when they came, else why not, in the language in force. */
export async function tryRecipient(
  recipient: Recipient,
  settings: DeliverySettings,
): Promise<string | null> {
  const told = speaking(recipient.language, trialReport);
  const delivery = { id: `T-${randomUUID()}`, report: 'trial', run: 'trial', reached: [] };
  const clock = () => new Date();
  const failure = await send({ delivery, recipient, told, settings, clock, patience });
  return failure?.error ?? null;
}

function trialReport(): ToldReport {
  const { subject, summary } = words.delivery.trial;
  const page = html`<!doctype html>
    <html>
      <body>
        <p>${summary}</p>
      </body>
    </html>`;
  return { subject, summary, html: page.toString(), pictures: [], files: [], link: null };
}
