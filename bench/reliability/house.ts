import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { localLayout } from '../../server/graph/neo4j/local-layout.ts';
import { stopLocal } from '../../server/graph/neo4j/local-status.ts';
import { readLock } from '../../server/graph/neo4j/lock.ts';
import { isRunning } from '../../server/platform/process-table.ts';
import { checkout } from '../../server/platform/settings/settings.ts';

/** What is killed: the server with the command that works, the keeper of the local Neo4j, Neo4j itself, or all at once. */
export const victims = ['server', 'keeper', 'neo4j', 'all'] as const;
export type Victim = (typeof victims)[number];

const run = promisify(execFile);
const skein = join(checkout, 'bin', 'skein.mjs');
/** Nobody waits longer for a server that comes back by itself. */
const patienceMs = 240_000;
const lookMs = 250;

export interface Said {
  status: number;
  body: Record<string, unknown>;
  bytes: Buffer;
}

/** The whole product in processes and a home of its own. */
export class House {
  readonly home: string;
  #up: ChildProcess | null = null;
  #url = '';
  readonly #commands = new Set<ChildProcess>();

  readonly #open: boolean;

  private constructor(home: string, open: boolean) {
    this.home = home;
    this.#open = open;
  }

  /** A home that is a copy of that one, which nothing uses meanwhile; `open` to whoever asks, or to those who sign in. */
  static async copyOf(home: string, open = true): Promise<House> {
    const fresh = await mkdtemp(join(tmpdir(), 'skein-house-'));
    await cp(home, fresh, { recursive: true });
    return new House(fresh, open);
  }

  get url(): string {
    return this.#url;
  }

  get #environment(): NodeJS.ProcessEnv {
    const unset = { NEO4J_URI: '', NEO4J_USER: '', NEO4J_PASSWORD: '', SKEIN_PORT: '' };
    // What is asked here is more than one person would, and what is refused shows nothing.
    const boundless = { SKEIN_QUOTA_QUERIES: '0', SKEIN_QUOTA_EXPORTS: '0' };
    return {
      ...process.env,
      ...unset,
      ...boundless,
      SKEIN_HOME: this.home,
      SKEIN_OPEN: this.#open ? 'yes' : '',
    };
  }

  /** Starts the server unless it runs and is not about to end, and waits until it answers. */
  async up(): Promise<void> {
    if (await this.#comesReady()) return;
    const up = spawn(process.execPath, [skein, 'up'], {
      ...{ cwd: checkout, env: this.#environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#up = up;
    let said = '';
    for await (const chunk of up.stdout) {
      said += String(chunk);
      this.#url = /http:\/\/[\w.:]+/.exec(said)?.[0] ?? '';
      if (this.#url !== '') break;
    }
    if (this.#url === '') throw new Error(`skein up ended before it was ready: ${said}`);
    up.stdout.resume();
    if (!(await this.#comesReady())) throw new Error(`skein up ended: ${said}`);
  }

  /** Whether it can be asked; false where it ends instead. */
  async #comesReady(): Promise<boolean> {
    // Whether it exited is told later than it dies.
    const runs = () => this.#up?.pid !== undefined && isRunning(this.#up.pid);
    const answers = async () => (await this.ask('/readyz'))?.status === 200;
    await until('the server is ready', async () => !runs() || answers());
    return runs();
  }

  /** Null where nobody answers, or not to the end. */
  async ask(path: string, method = 'GET', body?: unknown, more = {}): Promise<Said | null> {
    try {
      const response = await fetch(`${this.#url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...more },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(patienceMs),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const json = response.headers.get('content-type')?.includes('json') ?? false;
      const said = json ? (JSON.parse(bytes.toString()) as Record<string, unknown>) : {};
      return { status: response.status, body: said, bytes };
    } catch {
      return null;
    }
  }

  /** Whether the command ended well. */
  async command(...words: string[]): Promise<boolean> {
    const child = spawn(process.execPath, [skein, ...words], {
      ...{ cwd: checkout, env: this.#environment, stdio: 'ignore' },
    });
    this.#commands.add(child);
    const [status] = (await once(child, 'exit')) as [number | null];
    this.#commands.delete(child);
    return status === 0;
  }

  /** What a command prints; throws where it fails. */
  async printed(...words: string[]): Promise<string> {
    return (
      await run(process.execPath, [skein, ...words], { cwd: checkout, env: this.#environment })
    ).stdout;
  }

  /** The server and Neo4j, where they are. */
  async processes(): Promise<{ server: number | null; neo4j: number | null }> {
    const lock = await readLock(localLayout(this.home).lock);
    return { server: this.#up?.pid ?? null, neo4j: lock?.java ?? null };
  }

  /** At once, and by the signal that nobody can catch; true where there was somebody to kill. */
  async kill(victim: Victim): Promise<boolean> {
    const lock = await readLock(localLayout(this.home).lock);
    const pids = new Map<Victim, (number | null | undefined)[]>([
      ['server', [this.#up?.pid, ...[...this.#commands].map(({ pid }) => pid)]],
      ['keeper', [lock?.pid]],
      ['neo4j', [lock?.java]],
    ]);
    const chosen = victim === 'all' ? [...pids.values()].flat() : pids.get(victim)!;
    const living = chosen.filter((pid) => typeof pid === 'number').filter(isRunning);
    for (const pid of living) process.kill(pid, 'SIGKILL');
    await until('who was killed is gone', () => Promise.resolve(!living.some(isRunning)));
    return living.length > 0;
  }

  /** Ends all of it as one would, and takes its home away. */
  async end(): Promise<void> {
    await this.rest();
    await rm(this.home, { recursive: true, force: true });
  }

  /** Ends all of it as one would; the home stays. */
  async rest(): Promise<void> {
    const up = this.#up;
    if (up !== null && up.exitCode === null && up.signalCode === null) {
      const ended = once(up, 'exit');
      up.kill('SIGTERM');
      await ended;
    }
    await until('the database has stopped', async () => {
      await stopLocal(this.home).catch(() => false);
      return (await readLock(localLayout(this.home).lock)) === null;
    });
  }

  /** What the custody log says of itself, and whether that is well. */
  async audited(): Promise<boolean> {
    return this.command('audit', 'verify');
  }
}

/** Asks until it is so; throws where that takes longer than anybody waits. */
export async function until(what: string, so: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + patienceMs; performance.now() < end;) {
    if (await so()) return;
    await pause(lookMs);
  }
  throw new Error(`Waited ${patienceMs / 1_000} s in vain until ${what}.`);
}
