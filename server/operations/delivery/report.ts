import { z } from 'zod';
import type { DeliveryFormat } from '../../../domain/input/delivery.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Language } from '../../../domain/messages/language.ts';
import { UsageError } from '../../platform/problems.ts';

/** A file that goes with a report. */
export interface DeliveredFile {
  /** Plain, without folders; no two of a report's are the same. */
  name: string;
  /** A recipient who does not ask for this form does not get the file. */
  format: DeliveryFormat;
  mediaType: string;
  bytes: Uint8Array;
}

/** A picture that the HTML of a report shows by `cid:<cid>`. */
export interface DeliveredPicture {
  cid: string;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** A report as it is told in one language. */
export interface ToldReport {
  /** A line. */
  subject: string;
  /** Plain text. */
  summary: string;
  /** The same as a page, for mail; it loads nothing from elsewhere. */
  html: string;
  pictures: readonly DeliveredPicture[];
  files: readonly DeliveredFile[];
  /** Address that opens the report in Skein; null when none is known. */
  link: string | null;
}

/** What is to be delivered. */
export interface ReportToDeliver {
  /** The same report has the same id, so that nobody gets it twice. */
  id: string;
  run: string;
  told: Readonly<Record<Language, ToldReport>>;
}

const text = messages.delivery.report;

/** Names of folders and in headers are made of ids, of files and attachments of names. */
const plainId = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}$/;
const plainName = /^(?!\.)[^\p{Cc}\\/:*?"<>|]{1,120}$/u;

/** What a folder bears beside the report's own files. */
export const noteFile = 'delivery.json';

/** Throws UsageError for ids and names that could not be written everywhere, or would lead elsewhere. */
export function checkReport({ id, run, told }: ReportToDeliver): void {
  for (const one of [id, run]) if (!plainId.test(one)) throw new UsageError(text.id(one));
  for (const { files, pictures } of Object.values(told)) {
    checkNames([noteFile, ...files.map(({ name }) => name)]);
    for (const { name } of pictures) checkNames([name]);
  }
}

function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const folded = name.normalize('NFC').toLowerCase();
    if (!plainName.test(name) || seen.has(folded)) throw new UsageError(text.fileName(name));
    seen.add(folded);
  }
}

/** The report in that language. Throws UsageError when it is not told in it. */
export function toldIn({ told }: ReportToDeliver, language: Language): ToldReport {
  const found = told[language];
  if (!found) throw new UsageError(text.language(language));
  return found;
}

const fileSchema = z.object({ name: z.string(), mediaType: z.string(), bytes: z.string() });

/** The report in one language as the database keeps it, bytes in base64; its digest says that it is as it was. */
export const keptReportSchema = z.object({
  subject: z.string(),
  summary: z.string(),
  html: z.string(),
  pictures: z.array(fileSchema.extend({ cid: z.string() })),
  files: z.array(fileSchema.extend({ format: z.enum(['html', 'pdf', 'json', 'csv']) })),
  link: z.string().nullable(),
});
