import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { InvalidDataError, TooLargeError } from '../../platform/problems.ts';
import { keptReportSchema, type ToldReport } from './report.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** Of the files and pictures of a report together. */
const mostBytes = 100_000_000;
const partBytes = 1_000_000;

/**
 * Keeps a report in one language in the database, in parts, so that every server can deliver it and none that dies
 * takes it along; returns its digest, by which it is read again. Throws TooLargeError beyond what may be kept.
 */
export async function keepContent(database: Database, told: ToldReport): Promise<string> {
  const packed = await pack(told);
  const content = digestOf(packed);
  for (let part = 0; part * partBytes < packed.length; part += 1) {
    const bytes = packed.subarray(part * partBytes, (part + 1) * partBytes);
    await database.write(loadQuery('delivery/keep_part'), {
      content,
      part,
      bytes: new Int8Array(bytes),
    });
  }
  return content;
}

/** Throws InvalidDataError when it is not whole any more. */
export async function readContent(database: Database, content: string): Promise<ToldReport> {
  const rows = await database.read<{ bytes: Int8Array }>(loadQuery('delivery/parts'), { content });
  const packed = Buffer.concat(
    rows.map(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  );
  if (digestOf(packed) !== content) throw new InvalidDataError(messages.delivery.failed.content);
  const kept = keptReportSchema.parse(JSON.parse((await expand(packed)).toString('utf8')));
  return { ...kept, pictures: kept.pictures.map(unpacked), files: kept.files.map(unpacked) };
}

async function pack(told: ToldReport): Promise<Buffer> {
  const { files, pictures } = told;
  const bytes = [...files, ...pictures].reduce((sum, one) => sum + one.bytes.length, 0);
  if (bytes > mostBytes)
    throw new TooLargeError(messages.delivery.report.tooLarge(bytes, mostBytes));
  const kept = { ...told, files: files.map(packable), pictures: pictures.map(packable) };
  return compress(JSON.stringify(kept));
}

function packable<T extends { bytes: Uint8Array }>(one: T): Omit<T, 'bytes'> & { bytes: string } {
  return { ...one, bytes: Buffer.from(one.bytes).toString('base64') };
}

function unpacked<T extends { bytes: string }>(one: T): Omit<T, 'bytes'> & { bytes: Buffer } {
  return { ...one, bytes: Buffer.from(one.bytes, 'base64') };
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
