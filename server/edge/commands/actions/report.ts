import { resolve } from 'node:path';
import { messages } from '../../../../domain/messages/index.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { UsageError } from '../../../platform/problems.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { reportFormats, writeReport, type ReportFormat } from '../../../evidence/report/report.ts';
import { readSettings, type Settings } from '../../../platform/settings/settings.ts';
import { readLanguage } from './asked-language.ts';
import { print, printJson } from './print.ts';

interface Options {
  run?: string;
  format: string;
  out: string;
  link?: string;
  language: string;
  json?: true;
}

export async function report(options: Options): Promise<void> {
  const formats = readFormats(options.format);
  const settings = readSettings();
  const link = options.link === undefined ? publicUrl(settings) : readLink(options.link);
  const language = readLanguage(options.language);
  const progress = terminalProgress();
  const opened = await openDatabase(settings, progress);
  try {
    progress.step(messages.report.step);
    const written = await writeReport(opened.database, {
      run: options.run ?? null,
      formats,
      language,
      out: resolve(options.out),
      link,
    });
    if (options.json) printJson(written);
    else for (const file of written.files) print(file);
  } finally {
    progress.end();
    await opened.close();
  }
}

function publicUrl({ publicUrls }: Settings): string | null {
  return publicUrls?.[0] ?? null;
}

function readFormats(text: string): ReportFormat[] {
  return [...new Set(text.split(',').map((part) => part.trim()))].map((part) => {
    const format = reportFormats.find((known) => known === part);
    if (!format) throw new UsageError(messages.report.badFormat(part, reportFormats));
    return format;
  });
}

/** Only the web's own schemes: the address ends up in a link that people click. */
function readLink(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new UsageError(messages.report.badLink(text));
  return url.href.replace(/\/+$/, '');
}
