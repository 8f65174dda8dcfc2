import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findJava } from '../../../setup/java.mjs';
import { neo4jJars } from '../../../setup/neo4j/bring.mjs';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import type { Connection } from '../../platform/settings/settings.ts';
import { archivedClasses } from './class-archive.ts';
import { adminArguments } from './local-config.ts';
import type { LocalLayout } from './local-layout.ts';
import { spawnTied } from './spawn-tied.ts';

/** Runs Neo4j's admin tool on the stopped local database; what it says. Throws UnavailableError with its own words. */
export async function runAdmin(layout: LocalLayout, ...command: string[]): Promise<string> {
  await mkdir(layout.conf, { recursive: true, mode: 0o700 });
  const { java } = findJava();
  const jars = neo4jJars();
  const child = spawnTied(
    java,
    [...archivedClasses(jars, java), ...adminArguments(jars), ...command],
    // Without these two the tool writes beside its own jars.
    { ...process.env, NEO4J_HOME: layout.home, NEO4J_CONF: layout.conf },
  );
  let said = '';
  child.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status !== 0) {
    throw new UnavailableError(
      messages.database.adminFailed(command.slice(0, 2).join(' '), lastLine(said)),
    );
  }
  return said;
}

/** The password of the local server; on the very first start one is made and given to the server. */
export async function localPassword(layout: LocalLayout): Promise<string> {
  if (existsSync(layout.password)) return (await readFile(layout.password, 'utf8')).trim();
  if (existsSync(join(layout.data, 'databases', 'system'))) {
    throw new UnavailableError(messages.database.passwordLost(layout.password));
  }
  await mkdir(layout.home, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  const beginning = `${layout.password}.new`;
  await rm(beginning, { force: true });
  await writeFile(beginning, password, { mode: 0o600 });
  // By file, since a command line can be read by everyone on the machine.
  await runAdmin(layout, 'dbms', 'set-initial-password', `@${beginning}`);
  await rename(beginning, layout.password);
  return password;
}

export function localConnection(port: number, password: string): Connection {
  return { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password, database: 'neo4j' };
}

function lastLine(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at |^Run with '--verbose'/.test(line));
  return lines.at(-1)?.trim() ?? '';
}
