import { join } from 'node:path';
import { messages } from '../../../../domain/messages/index.ts';
import { detect } from '../../../decisions/applied/detect.ts';
import { writeOutputs } from '../../../detection/detect/outputs.ts';
import type { DetectionResult } from '../../../detection/runs/store-run.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { readChanges } from '../../../detection/parameters/read-values.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { UsageError } from '../../../platform/problems.ts';
import {
  readSettings,
  usualMaster,
  type Connection,
  type Settings,
} from '../../../platform/settings/settings.ts';
import type { SparkPlace } from '../../../detection/columns/spark-program.ts';
import { print, printJson, remark } from './print.ts';
import { rankedLines } from './ranked-lines.ts';

const text = messages.detect;

interface Options {
  only?: string[];
  param?: string[];
  asOf?: string;
  changed?: true;
  memory?: string;
  engine?: string;
  out?: string;
  json?: true;
}

export async function runDetection({ param = [], ...options }: Options): Promise<void> {
  const parameters = await readChanges(param);
  const progress = terminalProgress();
  const { only, asOf, changed } = options;
  const memory = options.memory === undefined ? undefined : readMemory(options.memory);
  const onSpark = readEngine(options.engine) === 'spark';
  const settings = readSettings();
  const opened = await openDatabase(settings, progress);
  try {
    const { home } = settings;
    const result = await detect(
      opened.database,
      {
        ...{ home, parameters, changedOnly: changed === true },
        ...(only ? { only } : {}),
        ...(asOf === undefined ? {} : { asOf }),
        ...(memory === undefined ? {} : { memory }),
        ...(onSpark ? { spark: sparkPlace(settings, opened.connection) } : {}),
      },
      progress,
    );
    if (options.out !== undefined) await writeOutputs(opened.database, options.out, result);
    if (options.json) printJson(result.run);
    else print(summary(result));
    if (options.out !== undefined) remark(text.written(options.out));
  } finally {
    progress.end();
    await opened.close();
  }
}

const [megabyte, gigabyte] = [1_000_000, 1_000_000_000];
/** In MB: less does not hold what is read at a time. */
const leastMemory = 128;

/** In bytes. Throws UsageError for anything but an amount in MB or GB that is enough. */
function readMemory(said: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?([MG])B$/i.exec(said.trim()) ?? [];
  const bytes = Number(amount) * (unit?.toUpperCase() === 'G' ? gigabyte : megabyte);
  if (bytes >= leastMemory * megabyte) return Math.floor(bytes);
  throw new UsageError(text.badMemory(said, leastMemory));
}

const engines = ['duckdb', 'spark'] as const;

function readEngine(said: string = engines[0]): (typeof engines)[number] {
  const engine = engines.find((each) => each === said);
  if (engine === undefined) throw new UsageError(text.badEngine(said, engines));
  return engine;
}

function sparkPlace({ home, sparkMaster, sparkFolder }: Settings, neo4j: Connection): SparkPlace {
  return { master: sparkMaster ?? usualMaster, folder: sparkFolder ?? join(home, 'spark'), neo4j };
}

function askedAbout({ groups }: DetectionResult['run']['detectors'][number]): string {
  return groups && groups.asked < groups.all ? text.groups(groups.asked, groups.all) : '';
}

function summary({ run, findings, clusters }: DetectionResult): string {
  const seconds = (Date.parse(run.ended) - Date.parse(run.started)) / 1_000;
  const rows = run.detectors.map(
    (each) =>
      `  ${each.id.padEnd(24)}${String(each.findings).padStart(8)}${each.kept_from ? text.kept.padStart(10) : `${each.seconds.toFixed(1).padStart(8)} s`}${askedAbout(each)}`,
  );
  return [
    text.summary(run.run, findings.length, clusters.length, seconds),
    ...rows,
    ...rankedLines(clusters),
  ].join('\n');
}
