/** What the files of a home say of a person: rejected rows and labels lose it, columns go, and of all others it is said where. */
import { createReadStream } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { messages } from '../../../domain/messages/index.ts';
import type { Elsewhere } from '../../../domain/retention.ts';
import { columnsFolder } from '../../graph/neo4j/local-reset.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Redaction } from './redaction.ts';

const says = messages.retention.elsewhereOf;

/** Read again by the next run; all of the graph stands in them. */
const removed = [columnsFolder, 'spark', 'feed-work'];
/** Skein's own texts, which nothing cites by digest. */
const rewritten = ['rejects', 'labels', 'events'];
/** The chain and its values, and secrets, see to themselves; Neo4j's own files are told of as a whole. */
const ofTheirOwn = ['custody', 'keys', 'neo4j', 'certificates'];
/** Packed in ways that are not looked through. */
const packedForms = /\.(?:zip|pdf|png|duckdb|parquet)$/i;

/** A text may be cut in two where it is read: so much is read again with the next. */
const overlap = 4_096;

export interface HomeErased {
  files: number;
  elsewhere: Elsewhere[];
}

export async function eraseFromHome(
  { home, sources }: Settings,
  redaction: Redaction,
): Promise<HomeErased> {
  for (const name of removed) await rm(join(home, name), { recursive: true, force: true });
  let files = 0;
  for (const name of rewritten)
    for (const path of await filesIn(join(home, name)))
      if (await rewrite(path, redaction)) files += 1;
  const kept: string[] = [];
  for (const path of await filesIn(sources))
    if (await streamNames(path, redaction)) kept.push(path);
  const elsewhere: Elsewhere[] = [];
  if (kept.length > 0)
    elsewhere.push({
      where: says.sourcesWhere(kept.length),
      sha256: kept.map((path) => relative(sources, path).replace(/\.gz$/, '')),
      todo: says.sources,
    });
  const passed = new Set([...removed, ...rewritten, ...ofTheirOwn].map((name) => join(home, name)));
  passed.add(resolve(sources));
  for (const path of await filesIn(home, passed)) {
    const where = relative(home, path);
    if (packedForms.test(path)) elsewhere.push({ where, todo: says.unread });
    else if (await streamNames(path, redaction)) elsewhere.push({ where, todo: says.home });
  }
  return { files, elsewhere };
}

async function filesIn(folder: string, but: ReadonlySet<string> = new Set()): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (but.has(path)) continue;
    if (entry.isDirectory()) found.push(...(await filesIn(path, but)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

/** Line by line, as each is a row of its own. */
async function rewrite(path: string, redaction: Redaction): Promise<boolean> {
  const before = await readFile(path, 'utf8');
  const after = before
    .split('\n')
    .map((line) => (redaction.isNear(line) ? redaction.without(line, true) : line))
    .join('\n');
  if (after === before) return false;
  const unfinished = `${path}.part`;
  await writeFile(unfinished, after, { mode: (await stat(path)).mode & 0o777, flush: true });
  await rename(unfinished, path);
  return true;
}

/** Unpacked where it is compressed; what cannot be unpacked is looked through as it lies there. */
async function streamNames(path: string, redaction: Redaction): Promise<boolean> {
  if (!path.endsWith('.gz')) return namesIn(createReadStream(path), redaction);
  const packed = createReadStream(path);
  const bytes = packed.pipe(createGunzip());
  packed.on('error', (error) => bytes.destroy(error));
  try {
    // A loaded file may have been compressed when it came, and is kept as it was.
    return await namesIn(bytes, redaction);
  } finally {
    packed.destroy();
  }
}

async function namesIn(
  bytes: AsyncIterable<Buffer> & { destroy: () => unknown },
  redaction: Redaction,
): Promise<boolean> {
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of bytes) {
      const text = rest + decoder.decode(chunk, { stream: true });
      if (redaction.names(text)) return true;
      rest = text.slice(-overlap);
    }
    return false;
  } finally {
    bytes.destroy();
  }
}
