import { domainToASCII } from 'node:url';
import type { AllowList } from '../../../domain/allowed.ts';
import type { Recipient } from '../../../domain/input/delivery.ts';
import { messages } from '../../../domain/messages/index.ts';
import { findFolder } from './folders.ts';
import { isNamed } from './hosts.ts';

const text = messages.reach;

/** Why the operator does not allow reports to go there, and what to have allowed; null where it is allowed. */
export async function recipientRefused(
  recipient: Recipient,
  { file, reports }: AllowList,
): Promise<string | null> {
  switch (recipient.kind) {
    case 'folder': {
      const found = await findFolder(recipient.path, reports.folders);
      return 'refused' in found && found.refused === 'not-allowed'
        ? text.reportFolder(recipient.path, reports.folders, file)
        : null;
    }
    case 'email': {
      const other = recipient.to.map(domainOf).find((one) => !reports.mail_domains.includes(one));
      return other === undefined ? null : text.mailDomain(other, reports.mail_domains, file);
    }
    case 'webhook': {
      const url = new URL(recipient.url);
      return isNamed(url, reports.hosts) ? null : text.webhookHost(url.host, reports.hosts, file);
    }
  }
}

function domainOf(address: string): string {
  return domainToASCII(address.slice(address.lastIndexOf('@') + 1));
}

/** Why the operator does not allow that folder as an inbox; null where it is allowed. */
export async function inboxRefused(
  inbox: string,
  { file, inboxes }: AllowList,
): Promise<string | null> {
  const found = await findFolder(inbox, inboxes.folders);
  return 'refused' in found && found.refused === 'not-allowed'
    ? text.inbox(inbox, inboxes.folders, file)
    : null;
}
