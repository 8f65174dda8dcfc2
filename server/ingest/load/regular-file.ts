import { constants, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError } from '../../platform/problems.ts';

/**
 * Opens a file to be read. Throws InvalidDataError, without its name, for what is no regular file: a pipe would
 * be waited for without end, and a device has none. Opened so that a pipe is not waited for even here.
 */
export async function openRegular(path: string): Promise<FileHandle> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(
    (error: unknown) => {
      // A socket, or a device without a driver, cannot even be opened.
      if ((error as NodeJS.ErrnoException).code === 'ENXIO')
        throw new InvalidDataError(
          messages.load.folder.notRegular(messages.load.folder.kinds.socket),
        );
      throw error;
    },
  );
  const kind = irregular(await handle.stat());
  if (kind === null) return handle;
  await handle.close();
  throw new InvalidDataError(messages.load.folder.notRegular(kind));
}

/** In words, what it is instead of a regular file; null when it is one. */
export function irregular(found: Stats): string | null {
  const { kinds } = messages.load.folder;
  if (found.isFile()) return null;
  if (found.isDirectory()) return kinds.folder;
  if (found.isFIFO()) return kinds.pipe;
  return found.isSocket() ? kinds.socket : kinds.device;
}
