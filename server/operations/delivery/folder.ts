import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FolderRecipient } from '../../../domain/input/delivery.ts';
import { messages } from '../../../domain/messages/index.ts';
import { findFolder, isAllowed } from '../../platform/reach/folders.ts';
import { noteFile } from './report.ts';
import { reasonOf, wantedFiles, type Failure, type Sending } from './sending.ts';

const text = messages.delivery.failed;

/**
 * Writes the files to `<path>/<run>/<report>-<language>`, each beside its place first, so that nobody meets half a
 * file, and at the end a note of all of them: where that is, all of it is.
 */
export async function sendToFolder(sending: Sending<FolderRecipient>): Promise<Failure | null> {
  const { recipient, delivery, allowList } = sending;
  const { folders } = allowList.reports;
  // One that is not there is not made: it may be a disk that is not mounted.
  const found = await findFolder(recipient.path, folders);
  if ('refused' in found) return { error: text.noFolder(recipient.path), refused: false };
  const out = join(found.real, delivery.run, `${delivery.report}-${recipient.language}`);
  try {
    if (!(await makeWithin(out, folders)))
      return { error: messages.reach.linkedAway(out), refused: true };
    for (const { name, bytes } of wantedFiles(sending)) await put(out, name, bytes, delivery.id);
    await put(out, noteFile, Buffer.from(noteOf(sending)), delivery.id);
    return null;
  } catch (error) {
    return { error: text.notWritable(out, reasonOf(error)), refused: false };
  }
}

/** Makes a folder unless links on the way there lead out of what is allowed; then nothing is made. */
async function makeWithin(out: string, allowed: readonly string[]): Promise<boolean> {
  for (const each of [dirname(out), out]) {
    await mkdir(each).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
    if (!(await isAllowed(await realpath(each), allowed))) return false;
  }
  return true;
}

/** Never through a link, nor into what another holds open. */
const anew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** What an attempt that was broken off has left is taken away by the next. */
async function put(folder: string, name: string, bytes: Uint8Array, id: string): Promise<void> {
  const unfinished = join(folder, `.${name}.${id}.part`);
  await rm(unfinished, { force: true });
  const file = await open(unfinished, anew);
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
