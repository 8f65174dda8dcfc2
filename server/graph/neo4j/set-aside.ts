import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalLayout } from './local-layout.ts';

/** Community has one database of the user's; this is its name. */
export const databaseName = 'neo4j';

const kinds = ['databases', 'transactions'];

function asideOf(layout: LocalLayout): string {
  return join(layout.home, 'set-aside');
}

/** Moves the files of the stopped database out of the way; returns what moves them back. */
export async function setAside(layout: LocalLayout): Promise<() => Promise<void>> {
  await dropAside(layout);
  // Under another name until all of it is there: only a whole one is ever put back.
  const beginning = `${asideOf(layout)}.new`;
  await rm(beginning, { recursive: true, force: true });
  await mkdir(beginning, { recursive: true, mode: 0o700 });
  for (const kind of kinds) {
    const live = liveOf(layout, kind);
    if (existsSync(live)) await rename(live, join(beginning, kind));
  }
  await rename(beginning, asideOf(layout));
  return () => putBack(layout);
}

/** What was set aside by a process that was killed before it had something whole in its place comes back. */
export async function putBack(layout: LocalLayout): Promise<void> {
  for (const aside of [`${asideOf(layout)}.new`, asideOf(layout)]) {
    if (!existsSync(aside)) continue;
    for (const kind of kinds) {
      if (!existsSync(join(aside, kind))) continue;
      await rm(liveOf(layout, kind), { recursive: true, force: true });
      await rename(join(aside, kind), liveOf(layout, kind));
    }
    await rm(aside, { recursive: true, force: true });
  }
}

/** Something whole has taken its place. */
export async function dropAside(layout: LocalLayout): Promise<void> {
  const aside = asideOf(layout);
  if (!existsSync(aside)) return;
  // At once, and only then file by file: half of it must never be put back.
  const going = `${aside}.going`;
  await rm(going, { recursive: true, force: true });
  await rename(aside, going);
  await rm(going, { recursive: true, force: true });
}

function liveOf(layout: LocalLayout, kind: string): string {
  return join(layout.data, kind, databaseName);
}
