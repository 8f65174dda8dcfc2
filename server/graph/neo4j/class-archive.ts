/**
 * Java starts in two thirds of the time from an archive of the classes it loaded before (class data sharing).
 * The first run records them as it ends; a new Java or another Neo4j records anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Recording takes seconds; what is older was left by a run that was killed. */
const abandonedMs = 3_600_000;

export interface ClassArchive {
  /** Java's options: to use the archive, or to record it. */
  options: readonly string[];
  /** To be called when Java has ended: what was recorded is then used from the next run on. */
  keep(): Promise<void>;
}

export async function classArchive(jars: string, java: string): Promise<ClassArchive> {
  const options = archivedClasses(jars, java);
  if (options.length > 0) return { options, keep: () => Promise.resolve() };
  const archive = archiveOf(jars, java);
  await removeAbandoned(archive);
  const recorded = `${archive}.${process.pid}`;
  return {
    options: [`-XX:ArchiveClassesAtExit=${recorded}`],
    async keep() {
      // Java that was killed has recorded nothing.
      if (existsSync(recorded)) await rename(recorded, archive);
    },
  };
}

/** Java's options to use the archive; none where there is none yet. */
export function archivedClasses(jars: string, java: string): readonly string[] {
  const archive = archiveOf(jars, java);
  return existsSync(archive) ? ['-Xshare:auto', `-XX:SharedArchiveFile=${archive}`] : [];
}

function archiveOf(jars: string, java: string): string {
  return join(dirname(jars), `classes-${basename(jars)}-${markOf(java)}.jsa`);
}

/** Changes with the Java that is installed: an archive serves the very one that wrote it. */
function markOf(java: string): string {
  const path = realpathSync(java);
  const mark = `${path} ${statSync(path).mtimeMs}`;
  return createHash('sha256').update(mark).digest('hex').slice(0, 12);
}

async function removeAbandoned(archive: string): Promise<void> {
  const folder = dirname(archive);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(archive)}.`)) continue;
    const path = join(folder, name);
    if (Date.now() - (await stat(path)).mtimeMs > abandonedMs) await rm(path, { force: true });
  }
}
