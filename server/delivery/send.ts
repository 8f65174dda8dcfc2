import { sendByMail } from './email.ts';
import { sendToFolder } from './folder.ts';
import type { Failure, Sending } from './sending.ts';
import { callWebhook } from './webhook.ts';

/** Tries once; null when it came. What it throws is a defect of ours. */
export function send({ recipient, ...sending }: Sending): Promise<Failure | null> {
  switch (recipient.kind) {
    case 'folder':
      return sendToFolder({ recipient, ...sending });
    case 'email':
      return sendByMail({ recipient, ...sending });
    case 'webhook':
      return callWebhook({ recipient, ...sending });
  }
}
