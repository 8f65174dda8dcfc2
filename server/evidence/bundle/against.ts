/** Whether the log goes on from the part of it that somebody was handed. */
import { open, readFile, stat } from 'node:fs/promises';
import { messages } from '../../../domain/messages/index.ts';
import { checkCustody, partFile, type CheckedPart } from '../../../verifier/custody-part.ts';
import { textInBundle } from './verify.ts';
import { InvalidDataError, NotFoundError } from '../../platform/problems.ts';
import type { AuditFault } from '../../trust/custody/audit.ts';
import { sha256 } from '../../trust/custody/files.ts';

const says = messages.custody;

/**
 * The part in a bundle (`.zip`) or in its `custody.json`. Throws NotFoundError when there is no such file,
 * InvalidDataError when it has no part, or one that is not whole.
 */
export async function readPart(path: string): Promise<CheckedPart> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new NotFoundError(messages.evidence.noFile(path));
  const text = (await isZip(path))
    ? await textInBundle(path, partFile)
    : await readFile(path, 'utf8');
  if (text === null) throw new InvalidDataError(says.noPart(path));
  const part = checkCustody(text, sha256);
  const [fault] = part.faults;
  if (fault) throw new InvalidDataError(says.badPart(path, fault.detail(messages.verifier)));
  return part;
}

/** Where the log, by the hashes of its entries, is another than the part: the first entry that differs. */
export function departure(
  hashes: ReadonlyMap<number, string>,
  part: CheckedPart,
): AuditFault | null {
  for (const [entry, hash] of part.hashes) {
    const there = hashes.get(entry);
    if (there === hash) continue;
    return there === undefined
      ? { kind: 'missing', entry, line: null, detail: says.faults.notInLog(entry, part.count) }
      : { kind: 'changed', entry, line: null, detail: says.faults.otherInLog(entry) };
  }
  return null;
}

async function isZip(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('latin1') === 'PK';
  } finally {
    await handle.close();
  }
}
