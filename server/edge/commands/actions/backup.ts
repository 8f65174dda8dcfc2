import { resolve } from 'node:path';
import { messages } from '../../../../domain/messages/index.ts';
import { checkBackup } from '../../../operations/backup/archive-reader.ts';
import { backUp } from '../../../operations/backup/back-up.ts';
import { checkHasLog, doneSince } from '../../../operations/backup/done-since.ts';
import { backupFile } from '../../../operations/backup/file-name.ts';
import { filesElsewhere } from '../../../operations/backup/home-files.ts';
import { graphParts, type Manifest } from '../../../operations/backup/manifest.ts';
import { restore } from '../../../operations/backup/restore.ts';
import { reachDatabase } from '../../../operations/store/open.ts';
import { terminalProgress, type Progress } from '../../../platform/progress.ts';
import { readSettings, type Settings } from '../../../platform/settings/settings.ts';
import type { Whole } from '../../../operations/backup/back-up.ts';
import { entryLine } from './entry-line.ts';
import { print, printJson, remark } from './print.ts';

const text = messages.backup.command;

export async function backup(said: string | undefined, options: { json?: true }): Promise<void> {
  const settings = readSettings();
  const made = await withWhole(settings, (whole, progress) =>
    backUp(whole, backupFile(said, new Date()), progress),
  );
  const { file, sha256, bytes, manifest } = made;
  if (options.json) printJson({ file, sha256, bytes, ...summary(manifest) });
  else print(text.written(file, sha256, counted(manifest, bytes)));
  const elsewhere = filesElsewhere(settings);
  if (elsewhere.length > 0) remark(text.elsewhere(elsewhere));
  remark(text.secret);
}

/** `replaces`: the home of the Skein that was backed up, whose log knows what was done since. */
export async function putBack(file: string, { replaces }: { replaces?: string }): Promise<void> {
  const former = replaces === undefined ? null : resolve(replaces);
  if (former !== null) await checkHasLog(former);
  const { manifest, bytes, ended } = await withWhole(readSettings(), (whole, progress) =>
    restore(whole, file, progress),
  );
  print(text.restored(file, counted(manifest, bytes)));
  print(text.ended(ended));
  print(text.again(manifest.begun));
  if (former === null) print(text.whereKnown(manifest.begun));
  else {
    const done = await doneSince(former, manifest.begun);
    print([text.known(former, done.length), ...done.map(entryLine)].join('\n'));
  }
  remark(text.next);
}

/** Needs neither a database nor a home. */
export async function check(file: string, options: { json?: true }): Promise<void> {
  const progress = terminalProgress();
  try {
    const { manifest, bytes, sha256 } = await checkBackup(file, progress);
    progress.end();
    if (options.json) printJson({ file, sha256, bytes, ...summary(manifest) });
    else {
      const { written, by, program, schema_version, neo4j } = manifest;
      print(text.checked(file, counted(manifest, bytes)));
      print(text.of(written, by, program, schema_version, neo4j));
    }
  } finally {
    progress.end();
  }
}

async function withWhole<T>(
  settings: Settings,
  work: (whole: Whole, progress: Progress) => Promise<T>,
): Promise<T> {
  const progress = terminalProgress();
  const reached = await reachDatabase(settings, progress);
  try {
    return await work({ ...reached, settings }, progress);
  } finally {
    progress.end();
    await reached.close();
  }
}

function counted({ nodes, relations, parts }: Manifest, bytes: number) {
  return { nodes, relations, bytes, files: parts.length - Object.keys(graphParts).length };
}

/** Without the mark and the list of files, which the archive has. */
function summary(manifest: Manifest) {
  const others = Object.entries(manifest).filter(([name]) => name !== 'mark');
  return { ...Object.fromEntries(others), parts: manifest.parts.length };
}
