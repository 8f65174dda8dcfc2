import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { findJava } from '../../setup/java.mjs';
import { sparkHome } from '../../setup/spark/bring.mjs';
import { commandLine, parentOf } from '../../server/platform/process-table.ts';

export interface SparkCluster {
  /** What SKEIN_SPARK_MASTER would be. */
  master: string;
  /** The processes that count, which the worker has begun. */
  executors: () => number[];
  stop: () => void;
}

/** A master and a worker of the Spark that the set-up brought, each a process of its own, as on machines of their own. */
export async function sparkCluster(folder: string): Promise<SparkCluster> {
  const first = run('master.Master', folder, [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--webui-port',
    '0',
  ]);
  const master = await said(first, /Starting Spark master at (spark:\/\/\S+)/);
  const worker = run('worker.Worker', folder, [
    ...['--host', '127.0.0.1', '--webui-port', '0', '--cores', '2', '--memory', '2g'],
    ...['--work-dir', join(folder, 'work'), master],
  ]);
  await said(worker, /(Successfully registered) with master/);
  return {
    master,
    executors: () =>
      childrenOf(worker.pid!).filter((pid) => /ExecutorBackend/.test(commandLine(pid))),
    stop() {
      worker.kill('SIGKILL');
      first.kill('SIGKILL');
    },
  };
}

function run(main: string, folder: string, options: readonly string[]): ChildProcess {
  const home = sparkHome();
  const jars = join(home, 'jars', '*');
  const log4j = `-Dlog4j.configurationFile=${join(import.meta.dirname, 'spark-log.properties')}`;
  return spawn(
    findJava().java,
    [log4j, '-cp', jars, `org.apache.spark.deploy.${main}`, ...options],
    {
      cwd: folder,
      // Spark's own scripts say for which Scala it is; a worker starts none without.
      env: {
        ...process.env,
        ...{ SPARK_HOME: home, SPARK_SCALA_VERSION: '2.13', SPARK_LOCAL_IP: '127.0.0.1' },
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
}

/** What the expression catches of what the program says of itself. */
function said(child: ChildProcess, expression: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    createInterface({ input: child.stderr! }).on('line', (line) => {
      lines.push(line);
      const found = expression.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(lines.join('\n'))));
  });
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}
