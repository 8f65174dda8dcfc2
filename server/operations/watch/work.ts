import type { Recipient } from '../../../domain/input/delivery.ts';
import type { Job, JobStep, Plan } from '../../../domain/input/schedule.ts';
import { messages } from '../../../domain/messages/index.ts';
import { detect } from '../../decisions/applied/detect.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { silentProgress } from '../../platform/progress.ts';
import { reportFormats, writeReport } from '../../evidence/report/report.ts';
import { NotAllowedError } from '../../platform/problems.ts';
import { readAllowList } from '../../platform/reach/allow-list.ts';
import { recipientRefused } from '../../platform/reach/recipients.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { HeldJob } from './held-job.ts';
import { pullInbox } from './inbox.ts';
import { keepJobReport, reportFolder } from './job-report.ts';

const log = messages.schedules.log;

/** What is handed to whoever delivers. */
export interface Delivery {
  database: Database;
  /** Address of the server, for the report's links; null when none is known. */
  link: string | null;
  job: Job;
  plan: Plan;
  /** The run that the report is of. */
  run: string;
  /** The report's files, as they are kept. */
  files: readonly string[];
  signal: AbortSignal;
}

/** Sees to it that the report reaches the plan's recipients; called again for the same run after a failure. */
export type Deliver = (delivery: Delivery) => Promise<void>;

export interface Workshop {
  database: Database;
  settings: Settings;
  /** Address of the server, for the report's links; null when none is known. */
  link: string | null;
  deliver: Deliver;
  /** How long an inbox's folder must have stood still. */
  quietMs: number;
}

/** Does what a job's plan says, step by step; throws what a step throws, and `Interrupted` between two. */
export async function workOn(held: HeldJob, workshop: Workshop): Promise<void> {
  const { plan } = held;
  let { run } = held.job;
  if (run === null) {
    if (plan.inbox !== null) await pull(held, plan.inbox, workshop);
    run = await detectRun(held, workshop);
  } else await held.say('detect', log.resumed(run));
  const files = await report(held, run, workshop);
  await handOn(held, run, files, workshop);
}

/** Whom the operator allows gets the report, whatever the others; then those are what the job fails by. */
async function handOn(
  held: HeldJob,
  run: string,
  files: readonly string[],
  { database, settings, link, deliver }: Workshop,
): Promise<void> {
  const { plan, job, signal } = held;
  await step(held, 'deliver', log.delivering(plan.recipients.length), async () => {
    const allowList = await readAllowList(settings);
    const recipients: Recipient[] = [];
    const refused: string[] = [];
    for (const recipient of plan.recipients) {
      const why = await recipientRefused(recipient, allowList);
      if (why === null) recipients.push(recipient);
      else refused.push(why);
    }
    await deliver({ database, link, job, plan: { ...plan, recipients }, run, files, signal });
    if (refused.length > 0) throw new NotAllowedError(refused.join(' '));
    return { text: log.delivered, counts: { recipients: recipients.length } };
  });
}

interface Outcome {
  text: string;
  counts: Readonly<Record<string, number>>;
}

async function step(
  held: HeldJob,
  name: JobStep,
  begins: string,
  work: () => Promise<Outcome>,
): Promise<void> {
  await held.proceed();
  await held.say(name, begins);
  const begun = performance.now();
  const { text, counts } = await work();
  const seconds = Math.round(performance.now() - begun) / 1_000;
  await held.say(name, text, { seconds, counts });
}

function pull(
  held: HeldJob,
  inbox: string,
  { database, settings, quietMs }: Workshop,
): Promise<void> {
  return step(held, 'pull', log.pulling(inbox), async () => {
    const say = (text: string) => held.say('pull', text);
    const { signal } = held;
    const counts = await pullInbox(inbox, { database, settings, signal, quietMs, say });
    return { text: log.pulled(counts.new_files, counts.new_folders), counts };
  });
}

async function detectRun(held: HeldJob, { database, settings }: Workshop): Promise<string> {
  const { detectors: only, parameters } = held.plan;
  let run = '';
  await step(held, 'detect', log.detecting(only?.length ?? null), async () => {
    const detected = await detect(
      database,
      {
        ...(only ? { only } : {}),
        parameters,
        changedOnly: held.plan.changed_only === true,
        home: settings.home,
        proceed: () => held.proceed(),
        completing: (tx, made) => held.nameRun(tx, made),
      },
      silentProgress,
    );
    const { findings = 0, clusters = 0, accounts = 0 } = detected.run.counts;
    run = detected.run.run;
    return {
      text: log.detected(run, findings, clusters),
      counts: { accounts, findings, clusters },
    };
  });
  return run;
}

async function report(
  held: HeldJob,
  run: string,
  { database, settings, link }: Workshop,
): Promise<string[]> {
  const out = reportFolder(settings.home, run);
  let files: string[] = [];
  await step(held, 'report', log.reporting(run), async () => {
    ({ files } = await writeReport(database, {
      ...{ run, formats: reportFormats, language: 'en', out, link },
    }));
    await held.nameReport(await keepJobReport(database, files, link));
    return { text: log.reported(out), counts: { report_files: files.length } };
  });
  return files;
}
