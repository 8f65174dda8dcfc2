import { recipientRefused } from '../../platform/reach/recipients.ts';
import { sendByMail } from './email.ts';
import { sendToFolder } from './folder.ts';
import type { Failure, Sending } from './sending.ts';
import { callWebhook } from './webhook.ts';

/**
 * Tries once; null when it came. What the operator does not allow is not tried, whatever was allowed when it was asked
 * for. What it throws is a defect of ours.
 */
export async function send({ recipient, ...sending }: Sending): Promise<Failure | null> {
  const error = await recipientRefused(recipient, sending.allowList);
  if (error !== null) return { error, refused: true };
  switch (recipient.kind) {
    case 'folder':
      return sendToFolder({ recipient, ...sending });
    case 'email':
      return sendByMail({ recipient, ...sending });
    case 'webhook':
      return callWebhook({ recipient, ...sending });
  }
}
