import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findJava } from '../../../setup/java.mjs';
import { neo4jJars } from '../../../setup/neo4j/bring.mjs';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { classArchive } from './class-archive.ts';
import { memoryFor, neo4jConf, serverArguments, serverEnvironment } from './local-config.ts';
import type { LocalLayout } from './local-layout.ts';
import { spawnTied } from './spawn-tied.ts';

const startMs = 120_000;
/** After this a server that was told to stop is killed; it recovers at its next start. */
const stopMs = 60_000;

export interface LocalServer {
  pid: number;
  port: number;
  /** Resolves when the process has ended, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
  /** For one that heeds nothing any more; it recovers at its next start. */
  kill(): void;
}

/**
 * Starts Java and waits until Bolt answers. Throws UnavailableError that says why it does not.
 * Java ends with this process, also when this process is killed. At the port of one before it, those who used that one
 * find it.
 */
export async function startServer(
  layout: LocalLayout,
  spawned: (pid: number) => void,
  formerPort: number | null = null,
): Promise<LocalServer> {
  const port = formerPort ?? (await freePort());
  const memory = memoryFor();
  await mkdir(layout.conf, { recursive: true, mode: 0o700 });
  await mkdir(layout.logs, { recursive: true, mode: 0o700 });
  await writeFile(join(layout.conf, 'neo4j.conf'), neo4jConf(port, memory), { mode: 0o600 });

  const { java } = findJava();
  const jars = neo4jJars();
  const archive = await classArchive(jars, java);
  const child = spawnTied(
    java,
    [...archive.options, ...serverArguments(jars, layout, memory)],
    serverEnvironment(),
  );
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  }).then(() => archive.keep());
  if (child.pid === undefined) throw new UnavailableError(messages.database.javaNotStarted);
  spawned(child.pid);
  await started(child, layout);
  return {
    pid: child.pid,
    port,
    ended,
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), stopMs);
      await ended;
      clearTimeout(killer);
    },
  };
}

async function started(child: ChildProcess, layout: LocalLayout): Promise<void> {
  const log = createWriteStream(layout.console, { mode: 0o600 });
  log.on('error', () => child.stdout?.resume());
  const complaints: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const fail = (reason: string) => reject(new UnavailableError(reason));
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      fail(messages.database.startTooSlow(startMs / 1_000, layout.console));
    }, startMs);
    const read = (line: string) => {
      log.write(`${line}\n`);
      if (/ERROR|Exception|No space left|Error:/.test(line)) complaints.push(line);
      if (line.endsWith('Started.')) {
        clearTimeout(late);
        resolve();
      }
    };
    createInterface({ input: child.stdout! }).on('line', read);
    createInterface({ input: child.stderr! }).on('line', read);
    child.once('close', () => {
      clearTimeout(late);
      log.end();
      fail(whyNotStarted(complaints, layout));
    });
  });
}

function whyNotStarted(complaints: readonly string[], layout: LocalLayout): string {
  const all = complaints.join('\n');
  if (all.includes('No space left')) return messages.database.failures.diskFull;
  if (/store_lock|StoreLock|already in use by another/i.test(all)) {
    return messages.database.storeInUse(layout.home);
  }
  const first =
    complaints[0]?.replace(/^\S+ \S+ (ERROR|WARN)\s+|^Exception in thread "main" [\w.$]+: /, '') ??
    '';
  return messages.database.startFailed(first, layout.console);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
