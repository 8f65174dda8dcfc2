import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, watch } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { findJava } from '../../../setup/java.mjs';
import { sparkConnector, sparkHome } from '../../../setup/spark/bring.mjs';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import type { Connection } from '../../platform/settings/settings.ts';
import { usualMemory } from './memory.ts';
import { JavaError, Py4j, type JavaObject } from './py4j.ts';

const text = messages.detect.spark;

/** Where Spark counts. */
export interface SparkPlace {
  /** As Spark writes it: `local[2]`, `spark://host:7077`. */
  master: string;
  /** Absolute: what is read and counted lies there for a run; of several machines, a folder that all of them have. */
  folder: string;
  /** The graph, as the workers reach it. */
  neo4j: Connection;
}

/** Spark cannot do what it was told; the message is its own. */
export class SparkError extends Error {}

/** A Spark application of our own, for as long as this process wants it. */
export interface Spark {
  /** Of this application alone; gone with it. */
  folder: string;
  /** Does the statements, one after another, in a session of their own. Throws SparkError. */
  run(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** What Spark needs opened of Java 17 and later, as its own scripts have it (`JavaModuleOptions`). */
const opened = [
  ...['java.lang', 'java.lang.invoke', 'java.lang.reflect', 'java.io', 'java.net', 'java.nio'],
  ...['java.util', 'java.util.concurrent', 'java.util.concurrent.atomic', 'jdk.internal.ref'],
  ...['sun.nio.ch', 'sun.nio.cs', 'sun.security.action', 'sun.util.calendar'],
].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);

/** Whatever the machine's own settings say: texts mean the same as in DuckDB, and nothing is shown to others. */
const settings: Readonly<Record<string, string>> = {
  'spark.app.name': 'skein detect',
  'spark.ui.enabled': 'false',
  'spark.sql.session.timeZone': 'UTC',
  // What cannot be cast or overflows is an error, as in DuckDB, and not nothing.
  'spark.sql.ansi.enabled': 'true',
  // A part that a lost worker had begun to write is not there.
  'spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version': '1',
  // Else what fits into one part is counted in as many as there are cores, each of which takes its time to begin.
  'spark.sql.adaptive.coalescePartitions.parallelismFirst': 'false',
};

/** Of this machine alone: nobody else is to reach it, and what is shuffled into many parts has many files to open. */
const alone: Readonly<Record<string, string>> = {
  'spark.driver.bindAddress': '127.0.0.1',
  'spark.driver.host': '127.0.0.1',
  'spark.sql.shuffle.partitions': '8',
};

/** So long a master may take to be reached. */
const masterMs = 10_000;

/** Lines of what Spark has said that tell why it ended. */
const lastLines = 20;

/** Starts Spark's driver, which ends with this process, and waits until the master has taken it. Throws UnavailableError. */
export async function startSpark(place: SparkPlace, memory = usualMemory()): Promise<Spark> {
  const home = sparkHome();
  if (!existsSync(home)) throw new UnavailableError(text.missing);
  await reachable(place.master);
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(place.folder, 'spark-'));
  const child = spawned(home, folder, place, memory);
  const ended = once(child, 'close').catch(() => undefined);
  const said = lastSaid(child);
  const close = async () => {
    // It ends when nobody can tell it anything any more.
    child.stdin.end();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const gateway = await gatewayOf(folder, ended);
    if (gateway === null) throw new UnavailableError(text.ended(said()));
    const session = await begun(gateway, place.master, said);
    return { folder, close, run: (statements) => run(gateway, session, statements, said) };
  } catch (error) {
    await close();
    throw error;
  }
}

function spawned(home: string, folder: string, { master }: SparkPlace, memory: number) {
  const { java } = findJava();
  const isLocal = master.startsWith('local');
  const given = {
    ...settings,
    'spark.local.dir': join(folder, 'scratch'),
    'spark.sql.warehouse.dir': join(folder, 'warehouse'),
    ...(isLocal ? alone : { 'spark.jars': sparkConnector() }),
  };
  return spawn(
    java,
    [
      ...[`-Xmx${Math.floor(memory / 2 ** 20)}m`, ...opened],
      ...[
        '-Djdk.reflect.useDirectMethodHandle=false',
        '-Dio.netty.tryReflectionSetAccessible=true',
      ],
      ...[
        '-cp',
        join(home, 'jars', '*'),
        'org.apache.spark.deploy.SparkSubmit',
        '--master',
        master,
      ],
      ...Object.entries(given).flatMap(([name, value]) => ['--conf', `${name}=${value}`]),
      // By this name Spark starts its gateway for programs that are not Java's, which needs no Python.
      'pyspark-shell',
    ],
    {
      env: {
        ...process.env,
        ...{ SPARK_HOME: home, SPARK_SCALA_VERSION: '2.13' },
        _PYSPARK_DRIVER_CONN_INFO_PATH: infoOf(folder),
      },
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  );
}

/** Where the gateway says its port and its secret, to whom the folder is open. */
function infoOf(folder: string): string {
  return join(folder, 'gateway');
}

interface Gateway {
  port: number;
  secret: string;
}

/** Null when the program ends before it is there. */
async function gatewayOf(folder: string, ended: Promise<unknown>): Promise<Gateway | null> {
  const path = infoOf(folder);
  const over = new AbortController();
  void ended.then(() => over.abort());
  const changes = watch(folder, { signal: over.signal })[Symbol.asyncIterator]();
  try {
    while (!existsSync(path)) await changes.next();
  } catch (error) {
    if (over.signal.aborted) return null;
    throw error;
  } finally {
    await changes.return?.();
  }
  const info = await readFile(path);
  await rm(path);
  // Whole numbers of four bytes: the port, and how long the secret is, which follows.
  const length = info.readInt32BE(4);
  return { port: info.readInt32BE(0), secret: info.toString('utf8', 8, 8 + length) };
}

/** Has the master take the application. */
async function begun(gateway: Gateway, master: string, said: () => string): Promise<JavaObject> {
  const connection = await Py4j.open(gateway);
  try {
    const builder = await connection.call('org.apache.spark.sql.SparkSession', 'builder');
    return await connection.call(builder, 'getOrCreate');
  } catch (error) {
    if (!(error instanceof JavaError)) throw error;
    throw new UnavailableError(text.refused(master, firstLine(error.message || said())));
  } finally {
    connection.close();
  }
}

async function run(
  gateway: Gateway,
  first: JavaObject,
  statements: readonly string[],
  said: () => string,
): Promise<void> {
  const connection = await Py4j.open(gateway).catch(() => null);
  if (connection === null) throw new SparkError(firstLine(said()));
  try {
    const session = await connection.call(first, 'newSession');
    for (const statement of statements) await connection.call(session, 'sql', statement);
  } catch (error) {
    if (!(error instanceof JavaError)) throw error;
    throw new SparkError(firstLine(error.message || said()));
  } finally {
    connection.close();
  }
}

/** What follows are the plan and the stack; a fault of grammar is told on the line after its name. */
function firstLine(message: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  const [first = '', second = ''] = lines.filter((line) => line !== '');
  return first.endsWith(':') ? `${first} ${second}` : first;
}

/** What it has said last, kept for whoever asks why it has ended. */
function lastSaid(child: ChildProcessByStdio<Writable, null, Readable>): () => string {
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (lines.length > lastLines) lines.shift();
  });
  return () => lines.filter((line) => !/^\s+at |^\s*$/.test(line)).join(' / ');
}

/** A master that does not answer is asked for a minute by Spark itself, which then says little. */
async function reachable(master: string): Promise<void> {
  const first = /^spark:\/\/([^,:]+):(\d+)/.exec(master);
  if (!first) return;
  const socket = connect(Number(first[2]), first[1]);
  socket.setTimeout(masterMs, () => socket.destroy(new Error(text.silent)));
  try {
    await once(socket, 'connect');
  } catch (error) {
    throw new UnavailableError(text.unreachable(master, (error as Error).message));
  } finally {
    socket.destroy();
  }
}
