import { readFile } from 'node:fs/promises';
import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import type { EmailRecipient } from '../../../domain/input/delivery.ts';
import { messages } from '../../../domain/messages/index.ts';
import { mailOf } from './mail.ts';
import { reasonOf, type Failure, type Sending } from './sending.ts';
import type { SmtpSettings } from '../../platform/settings/delivery-settings.ts';
import { secretOf } from '../../platform/settings/secret-setting.ts';

const text = messages.delivery.failed;

/**
 * Sends the report by mail to those of the recipient's addresses that do not have it yet. An address that the server
 * refuses does not keep it from the others; it alone is written to again.
 */
export async function sendByMail(sending: Sending<EmailRecipient>): Promise<Failure | null> {
  const { smtp } = sending.settings;
  if (!smtp) return { error: text.noMailServer, refused: false };
  let authorities: string | null;
  try {
    authorities = smtp.authorities && (await readFile(smtp.authorities, 'utf8'));
  } catch (error) {
    return { error: text.authority(smtp.authorities!, reasonOf(error)), refused: false };
  }
  let options: SMTPTransport.Options;
  try {
    options = transportOptions(smtp, authorities, sending.patience);
  } catch (error) {
    // The file of the password: it is read anew when this is tried again.
    return { error: text.mail(smtp.host, reasonOf(error)), refused: false };
  }
  return hand(mailOf(sending), sending, smtp, options);
}

async function hand(
  mail: SendMailOptions,
  { delivery }: Sending<EmailRecipient>,
  smtp: SmtpSettings,
  options: SMTPTransport.Options,
): Promise<Failure | null> {
  const transport = createTransport(options);
  try {
    const { accepted, rejectedErrors = [] } = await transport.sendMail(mail);
    if (rejectedErrors.length === 0) return null;
    const reached = [...delivery.reached, ...accepted.map(String)];
    return { ...notTaken(rejectedErrors), reached };
  } catch (error) {
    return notSent(error as NodemailerError, smtp.host);
  } finally {
    transport.close();
  }
}

/** How a mail server is reached, with the password as it is now; throws UsageError where its file cannot be read. `authorities` are certificates in PEM that alone are trusted then. */
export function transportOptions(
  smtp: SmtpSettings,
  authorities: string | null,
  patience: number,
): SMTPTransport.Options {
  return {
    host: smtp.host,
    port: smtp.port,
    secure: smtp.tls === 'first',
    requireTLS: smtp.tls === 'starttls',
    ignoreTLS: smtp.tls === 'never',
    ...(smtp.credentials
      ? { auth: { user: smtp.credentials.user, pass: secretOf(smtp.credentials.password) } }
      : {}),
    // Certificates are checked, which is what the library does unless told otherwise.
    tls: authorities === null ? {} : { ca: authorities },
    connectionTimeout: patience,
    greetingTimeout: patience,
    dnsTimeout: patience,
    socketTimeout: patience,
  };
}

function notSent(error: NodemailerError, host: string): Failure {
  if (error.rejectedErrors && error.rejectedErrors.length > 0)
    return notTaken(error.rejectedErrors);
  // A wrong password is put right here, and the same mail then goes.
  const refused = error.permanent === true && error.code !== 'EAUTH';
  return { error: text.mail(host, reasonOf(error)), refused };
}

function notTaken(errors: readonly NodemailerError[]): Failure {
  const each = errors.map((error) => `${error.recipient ?? '?'} (${reasonOf(error)})`);
  return {
    error: text.notTaken(each),
    refused: errors.every(({ permanent }) => permanent === true),
  };
}
