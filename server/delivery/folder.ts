import { createHash } from 'node:crypto';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderRecipient } from '../../domain/delivery.ts';
import { words } from '../../domain/words/index.ts';
import { noteFile } from './report.ts';
import { reasonOf, wantedFiles, type Failure, type Sending } from './sending.ts';

const text = words.delivery.failed;

/**
 * Writes the files to `<path>/<run>/<report>-<language>`, each beside its place first, so that nobody meets half a
 * file, and at the end a note of all of them: where that is, all of it is.
 */
export async function sendToFolder(sending: Sending<FolderRecipient>): Promise<Failure | null> {
  const { recipient, delivery } = sending;
  if (!(await isFolder(recipient.path)))
    return { error: text.noFolder(recipient.path), refused: false };
  const out = join(recipient.path, delivery.run, `${delivery.report}-${recipient.language}`);
  try {
    await mkdir(out, { recursive: true });
    for (const { name, bytes } of wantedFiles(sending)) await put(out, name, bytes, delivery.id);
    await put(out, noteFile, Buffer.from(noteOf(sending)), delivery.id);
    return null;
  } catch (error) {
    return { error: text.notWritable(out, reasonOf(error)), refused: false };
  }
}

/** One that is not there is not made: it may be a disk that is not mounted. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** What an attempt that was broken off has left is written over by the next. */
async function put(folder: string, name: string, bytes: Uint8Array, id: string): Promise<void> {
  const unfinished = join(folder, `.${name}.${id}.part`);
  const file = await open(unfinished, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, name));
}

function noteOf(sending: Sending<FolderRecipient>): string {
  const { delivery, told, recipient } = sending;
  const note = {
    delivery: delivery.id,
    report: delivery.report,
    run: delivery.run,
    language: recipient.language,
    subject: told.subject,
    summary: told.summary,
    link: told.link,
    files: wantedFiles(sending).map(({ name, mediaType, bytes }) => ({
      name,
      media_type: mediaType,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
  return `${JSON.stringify(note, null, 2)}\n`;
}
