import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { messages } from '../../../../domain/messages/index.ts';
import { draft } from '../../../evidence/narrative/draft.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { writeOwnFile } from '../../../platform/own-file.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { readAsked, type ScopeOptions } from './asked-scope.ts';
import { print, printJson } from './print.ts';

interface Options extends ScopeOptions {
  out: string;
  json?: true;
}

export async function writeDraft(options: Options): Promise<void> {
  const request = readAsked(options);
  const settings = readSettings();
  const out = resolve(options.out);
  const progress = terminalProgress();
  const opened = await openDatabase(settings, progress);
  try {
    const { text: drafted, due } = await draft(opened.database, settings, request);
    await mkdir(dirname(out), { recursive: true });
    await writeOwnFile(out, drafted);
    if (options.json) printJson({ file: out, due });
    else print(messages.narrative.written(options.out, due));
  } finally {
    progress.end();
    await opened.close();
  }
}
