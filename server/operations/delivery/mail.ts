import type { SendMailOptions } from 'nodemailer';
import type { EmailRecipient } from '../../../domain/input/delivery.ts';
import { messages } from '../../../domain/messages/index.ts';
import { html } from '../../platform/document/html.ts';
import { withLocale } from '../../platform/locale.ts';
import type { DeliveredFile } from './report.ts';
import { encodedSize, wantedFiles, type Sending } from './sending.ts';

/** What headers take up, and those of each part. */
const headerBytes = 2_000;

/**
 * The mail that brings a report: text and page as alternatives, the page's pictures within it, the files attached as
 * far as the limit allows. What does not fit is named with its size, and the link is given instead.
 */
export function mailOf(sending: Sending<EmailRecipient>): SendMailOptions {
  const { delivery, recipient, told, settings } = sending;
  const { files, leftOut, withPage } = withinLimit(sending);
  const note = withLocale(recipient.language, () => noteOn(leftOut, told.link));
  return {
    from: settings.from,
    to: recipient.to,
    envelope: {
      from: addressIn(settings.from),
      to: recipient.to.filter((address) => !delivery.reached.includes(address)),
    },
    subject: oneLine(told.subject),
    messageId: messageId(delivery.id, settings.from),
    date: sending.clock(),
    text: note.length === 0 ? told.summary : `${told.summary}\n\n${note.join('\n')}\n`,
    ...(withPage ? { html: withNote(told.html, note) } : {}),
    attachments: [
      ...(withPage
        ? told.pictures.map(({ cid, name, mediaType, bytes }) => ({
            cid,
            ...attached({ name, mediaType, bytes }),
          }))
        : []),
      ...files.map(attached),
    ],
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': recipient.language },
    // Its size is then known beforehand.
    textEncoding: 'base64',
    xMailer: false,
    // What a report says must not make this machine read a file or ask an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The same at every attempt, so that programs and people know a mail that they have. */
function messageId(delivery: string, from: string): string {
  return `<${delivery}@${addressIn(from).split('@')[1]!}>`;
}

/** Without the name before it. */
function addressIn(from: string): string {
  return /<([^<>]+)>$/.exec(from)?.[1] ?? from;
}

/** A header ends with its line. */
function oneLine(subject: string): string {
  return subject.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

interface Fitting {
  files: DeliveredFile[];
  leftOut: DeliveredFile[];
  /** Whether the page and its pictures fit. */
  withPage: boolean;
}

/** The text goes in any case, then the page, then the files in their order, each that still fits. */
function withinLimit(sending: Sending<EmailRecipient>): Fitting {
  const { told, settings } = sending;
  const size = (bytes: number) => encodedSize(bytes) + headerBytes;
  let left = settings.mailLimit - size(Buffer.byteLength(told.summary)) - headerBytes;
  const takes = (bytes: number) => {
    const fits = bytes <= left;
    if (fits) left -= bytes;
    return fits;
  };
  const page = [Buffer.byteLength(told.html), ...told.pictures.map(({ bytes }) => bytes.length)];
  const withPage = takes(page.reduce((sum, bytes) => sum + size(bytes), 0));
  const all = wantedFiles(sending);
  const files = all.filter(({ bytes }) => takes(size(bytes.length)));
  return { files, leftOut: all.filter((file) => !files.includes(file)), withPage };
}

function attached({ name, mediaType, bytes }: Pick<DeliveredFile, 'name' | 'mediaType' | 'bytes'>) {
  return { filename: name, contentType: mediaType, content: Buffer.from(bytes) };
}

function noteOn(leftOut: readonly DeliveredFile[], link: string | null): string[] {
  const says = messages.delivery.mail;
  if (leftOut.length === 0) return [];
  const files = leftOut.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  return [says.leftOut(files), link === null ? says.find : says.open(link)];
}

/** At the end of the page. */
function withNote(page: string, note: readonly string[]): string {
  if (note.length === 0) return page;
  const said = note.map((line) => html`<p>${line}</p>`.toString()).join('');
  const end = page.toLowerCase().lastIndexOf('</body>');
  return end < 0 ? page + said : page.slice(0, end) + said + page.slice(end);
}
