/** A request to each route of the API that must go well, over a graph that has what it asks for. */
import type { WeightRevision } from '../../domain/calibration.ts';
import { storeWeightRevision } from '../../server/detection/weights/weights-in-force.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { intakeRoutes } from '../../domain/api/intake.ts';
import type { Route } from '../../domain/api/route.ts';
import { routes, type RouteName } from '../../domain/api/api.ts';
import type { Judgement } from '../../domain/judgement.ts';
import type { SavedQuery } from '../../domain/query.ts';
import { planSchema } from '../../domain/input/schedule.ts';
import { createCase } from '../../server/decisions/cases/case-store.ts';
import { createTask } from '../../server/decisions/cases/task-store.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { createFeed } from '../../server/operations/feeds/feed-store.ts';
import { refreshFeed } from '../../server/operations/feeds/refresh.ts';
import { Intakes } from '../../server/ingest/intake/intakes.ts';
import { saveMapping } from '../../server/ingest/intake/saved-mappings.ts';
import { explanationsOf } from '../../server/decisions/explanations/explanations.ts';
import { checkExplanation, queueItem } from '../../server/decisions/explanations/record.ts';
import { recordJudgement } from '../../server/decisions/judge/record.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { createDetection, noteStep } from '../../server/operations/detections/detection-store.ts';
import type { Database } from '../../server/graph/neo4j/database.ts';
import { makeOwnFolders } from '../../server/platform/reach/allow-list.ts';
import { beginTrial } from '../../server/decisions/trial/begin.ts';
import { saveQuery } from '../../server/explore/query/saved.ts';
import { tryOnPast } from '../../server/decisions/watched/try-on-past.ts';
import { watchPattern } from '../../server/decisions/watched/watch.ts';
import { askForJob, cancelJob } from '../../server/operations/watch/job-store.ts';
import { createSchedule } from '../../server/operations/watch/schedule-store.ts';
import type { TestDatabase } from '../database.ts';
import { failedDeliveries, folderRecipient } from '../delivery/failing.ts';
import { loadRing } from '../explore/ring.ts';
import { writeOfacList } from '../feeds/ofac-list.ts';
import { loadFiles } from '../load/loading.ts';
import {
  bodies,
  contractEnricher,
  draft,
  keptBoard,
  keptCase,
  keptComment,
  keptTask,
  otherCase,
  patternDraft,
} from './good-bodies.ts';
import { codeNow } from '../people/authenticator.ts';
import type { LocalProvider } from '../people/provider.ts';
import { comingBack, PasskeyOfContract, peopleOfContract } from './good-people.ts';
import { ask, type Answered, type ServedApp } from './served.ts';
import { wholeFindings } from '../whole-findings.ts';

/** Routes of saved queries, each with one of its own: one of them deletes it. */
const savedRoutes = ['savedQuery', 'changeQuery', 'deleteQuery'] as const;
/** And of saved patterns. */
const patternRoutes = ['tryPattern', 'patternStanding', 'watchPattern', 'unwatchPattern'] as const;
const feed = { id: 'kept', name: 'Kept', list: 'KEPT', format: 'ofac' } as const;
/** A query that runs until it is ended. */
const running = 'endless-of-contract';

export class GoodRequests {
  readonly #tested: TestDatabase;
  readonly #app: ServedApp;
  /** For each route about an intake one of its own: some of them end it. */
  readonly #places = new Map<string, string>();
  readonly #saved: Partial<Record<RouteName, string>> = {};
  /** One is cancelled, and one has failed. */
  readonly #jobs: Partial<Record<RouteName, string>> = {};
  result!: DetectionResult;
  /** A row that a finding rests on. */
  source!: { sha256: string; line: number };
  intakes!: Intakes;
  #judgement!: Judgement;
  #exception = '';
  #explanation = '';
  #check = '';
  #rejecting = '';
  #mapping = '';
  #trial = '';
  #tried = '';
  #deliveries: string[] = [];
  /** Of a feed that is there; another is made on the way. */
  #screening = '';
  #changed = '';
  /** Who may come in, and a secret of each kind. */
  #people = { person: '', session: '', token: '', own: '', link: '', factored: '' };
  /** What an authenticator was given, and a code for whoever has lost it. */
  #factor = { secret: '', recovery: '' };
  readonly #passkey: PasskeyOfContract;
  #runs = 0;
  #retries = 0;

  /** Somebody has signed in at the provider, and is sent back. */
  #coming = { cookie: '', answer: '' };
  readonly #served: { provider: LocalProvider };

  constructor(tested: TestDatabase, app: ServedApp, served: { provider: LocalProvider }) {
    this.#tested = tested;
    this.#app = app;
    this.#served = served;
    this.#passkey = new PasskeyOfContract(app);
  }

  /** Makes what the requests ask for. */
  async prepare(): Promise<void> {
    const { database, settings } = this.#tested;
    this.result = await loadRing(this.#tested);
    this.#trial = await this.#madeTrial();
    await createDetection(database, beganDetection);
    const [first] = await wholeFindings(database, this.result);
    this.source = first!.evidence[0]!.sources[0]!;
    await storeWeightRevision(database, changedWeights);
    this.#judgement = await recordJudgement(database, settings.home, {
      kind: 'link',
      subjects: ['account:a1', 'account:a2'],
      verdict: 'confirmed',
      why: 'asked them',
    });
    await makeOwnFolders(settings);
    await writeFile(
      join(settings.home, 'enrichers.json'),
      JSON.stringify({ enrichers: [contractEnricher] }),
    );
    await this.#checkExplanation();
    await this.#makeWork();
    await this.#makeSchedules();
    const rejecting = { 'accounts.csv': 'account_id,country\na1,XX\n' };
    this.#rejecting = (await loadFiles(this.#tested, rejecting)).load;
    await this.#makeIntakes();
    this.#deliveries = await failedDeliveries(this.#tested);
    this.#screening = await this.#screenedList();
    this.#people = await peopleOfContract(this.#tested);
    this.#coming = await comingBack(this.#app, this.#served.provider);
  }

  get(path: string, headers = {}): Promise<Answered> {
    return ask(this.#app.port, `/api/v1${path}`, { headers });
  }

  /** The path, below /api/v1. */
  path(name: RouteName): string {
    const id = this.#id(name);
    const path = routes[name].path
      .replace('{id}', id)
      .replace('{ref}', encodeURIComponent('account:a1'))
      .replace('{sha256}', this.source.sha256)
      .replace('{line}', String(this.source.line))
      .replace('{request}', 'not-waiting')
      .replace('{list}', feed.list)
      .replace('{case}', keptCase)
      .replace('{board}', keptBoard)
      .replace('{comment}', keptComment)
      .replace('{task}', keptTask)
      .replace('{revision}', '1')
      .replace('{intake}', this.intakeOf(name))
      .replace('{name}', 'accounts.csv')
      .replace('{load}', this.#rejecting)
      .replace('{number}', name === 'auditEntry' ? '1' : '0')
      .replace('{mapping}', this.#mapping)
      .replace('{cluster}', this.result.clusters[0]!.id)
      .replace('{table}', 'open')
      .replace('{schedule}', scheduleOf(name))
      .replace('{detector}', 'shared-payout')
      .replace(
        '{person}',
        name === 'removeSecondFactor' ? this.#people.factored : this.#people.person,
      )
      .replace('{session}', this.#people.session)
      .replace('{token}', name === 'revokeMyToken' ? this.#people.own : this.#people.token)
      .replace('{passkey}', this.#passkey.id)
      .replace('{trial}', this.#trial)
      .replace('{detection}', detectionAt)
      .replace('{job}', this.#jobs[name] ?? this.#jobs.job!);
    const query = this.#queryOf(name);
    return query === null ? path : `${path}?${query}`;
  }

  /** What the route's method sends, to its path or to another. */
  /** With `more`, its body has that besides. */
  async send(name: RouteName, path = this.path(name), more: object = {}): Promise<Answered> {
    const { method, upload, headers }: Route = routes[name];
    if (method === 'get') return this.get(path);
    const to = `/api/v1${path}`;
    if (upload)
      return ask(this.#app.port, to, {
        method: method.toUpperCase(),
        headers: { 'content-type': 'application/octet-stream', 'content-length': '11' },
        body: 'account_id\n',
      });
    const body = this.#bodyOf(name);
    if (body === undefined) return ask(this.#app.port, to, { method: method.toUpperCase() });
    const answered = await ask(this.#app.port, to, {
      method: method.toUpperCase(),
      headers: {
        'content-type': 'application/json',
        ...(headers ? { 'idempotency-key': 'contract' } : {}),
        ...(name === 'comeFromProvider' ? { cookie: this.#coming.cookie } : {}),
        ...this.#passkey.headersOf(name),
      },
      body: JSON.stringify({ ...body, ...more }),
    });
    if (answered.status === 200) this.#hear(name, answered.text);
    return answered;
  }

  /** What is told once, and needed afterwards. */
  #hear(name: RouteName, text: string): void {
    this.#passkey.hear(name, text);
    if (name === 'beginSecondFactor')
      this.#factor.secret = (JSON.parse(text) as { secret: string }).secret;
    if (name === 'confirmSecondFactor')
      this.#factor.recovery = (JSON.parse(text) as { recovery_codes: string[] }).recovery_codes[0]!;
  }

  intakeOf(name: RouteName): string {
    return this.#places.get(name) ?? '';
  }

  /** Says that the detection that is to be cancelled lives: on a busy machine it was made long ago. */
  async keepDetecting(): Promise<void> {
    await noteStep(this.#tested.database, beganDetection.id, null);
  }

  /** Resolves once the query that is to be ended runs; its own answer, that it was ended, is nobody's here. */
  async startEndless(): Promise<void> {
    const text = 'UNWIND range(1, 1000000000000) AS x RETURN count(x)';
    void ask(this.#app.port, `/api/v1/query/runs/${running}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    const known = async () =>
      (
        await this.#tested.database.read(
          'SHOW TRANSACTIONS YIELD metaData WHERE metaData.skein = $running RETURN 1',
          { running },
        )
      ).length;
    await expect.poll(known, { interval: 50, timeout: 10_000 }).toBe(1);
  }

  #id(name: RouteName): string {
    if (name.startsWith('cluster')) return this.result.clusters[0]!.id;
    if (name === 'withdrawJudgement') return this.#judgement.id;
    if (name === 'runDiff' || name === 'changeGraph') return this.result.run.run;
    if (name === 'refreshFeed') return feed.id;
    if (name === 'screening') return this.#screening;
    if (name === 'revokeException') return this.#exception;
    if (name === 'withdrawExplanationCheck') return this.#check;
    if (name === 'endQuery') return running;
    if (name === 'delivery') return this.#deliveries[0]!;
    if (name === 'retryDelivery') return this.#deliveries[1 + (this.#retries++ % 2)]!;
    if (name === 'runQuery') return `run-${String(this.#runs++)}-of-contract`;
    return this.#saved[name] ?? this.result.findings[0]!.id;
  }

  #queryOf(name: RouteName): string | null {
    if (name === 'search') return 'q=harlow';
    if (name === 'explain' || name === 'explainGraph' || name === 'pairGraph') return 'a=a1&b=a2';
    if (name === 'path') return 'from=account:a1&to=account:a2';
    if (name === 'linkedAccounts' || name === 'accountGraph') return 'account=a1';
    if (name === 'export') return `finding=${this.result.findings[0]!.id}`;
    if (name === 'graphFile') return 'format=graphml';
    if (name === 'auditFile') return 'format=csv';
    // The first run has none before it.
    if (name === 'runDiff' || name === 'changeGraph') return `from=${this.result.run.run}`;
    if (name === 'scheduleTimes') return 'cron=0%207%20*%20*%20*';
    if (name === 'asked') return 'of=/overview';
    return null;
  }

  #bodyOf(name: RouteName): unknown {
    if (name === 'comeFromProvider') return { answer: this.#coming.answer };
    if (name === 'confirmSecondFactor') return { code: codeNow(this.#factor.secret) };
    if (name === 'removeMySecondFactor') return { code: this.#factor.recovery };
    if (name === 'enter') return { secret: this.#people.link };
    if (name === 'addPasskey' || name === 'signInByPasskey') return this.#passkey.bodyOf(name);
    if (name === 'saveMapping') return { name: 'Saved', intake: this.intakeOf(name) };
    if (name === 'watchPattern') return { trial: this.#tried };
    if (name === 'changeQuery') return { ...draft, changed: this.#changed };
    if (name === 'tryRecipient')
      return { recipient: folderRecipient(join(this.#tested.settings.home, 'reports')) };
    if (name === 'createFeed')
      return { ...feed, id: 'made', list: 'MADE', from: this.#feedFolder('made') };
    if (name === 'changeTriage')
      return {
        items: [{ id: this.result.findings[1]!.id, rests_on: 0 }],
        change: { state: 'in_review' },
      };
    // What `changeTriage` has changed before.
    if (name === 'undoTriage') return { items: [{ id: this.result.findings[1]!.id, rests_on: 1 }] };
    if (name === 'checkExplanation')
      return { explanation: this.#explanation, result: 'fails', how: 'asked the office' };
    return bodies[name];
  }

  /** One of the first finding's, and a check of it that is withdrawn later. */
  async #checkExplanation(): Promise<void> {
    const { database, settings } = this.#tested;
    const acting = {
      home: settings.home,
      by: 'ana',
      now: new Date().toISOString(),
      fourEyes: false,
    };
    const { id } = this.result.findings[0]!;
    const { item } = await queueItem(database, acting, id);
    const [{ explanation } = { explanation: '' }] = await explanationsOf(database, item);
    this.#explanation = explanation;
    const checking = { explanation, result: 'open', how: 'wrote to them' } as const;
    this.#check = (await checkExplanation(database, acting, id, checking)).id;
  }

  /** A case with a board, an exception, saved queries. */
  async #makeWork(): Promise<void> {
    for (const name of ['createCase', 'createBoard', 'commentCase', 'createTask'] as const)
      expect((await this.send(name)).status).toBe(200);
    // The other one is archived on the way, and then stands in no list.
    const stays = { id: otherCase, title: 'Stays', description: '', tags: [] };
    await createCase(this.#tested.database, stays);
    const task = { what: 'Stays too', whom: null, due: null };
    await createTask(this.#tested.database, otherCase, task);
    this.#exception = (JSON.parse((await this.send('makeException')).text) as { id: string }).id;
    for (const name of savedRoutes) {
      const answer = JSON.parse((await this.send('saveQuery')).text) as SavedQuery;
      this.#saved[name] = answer.id;
      if (name === 'changeQuery') this.#changed = answer.changed!;
    }
    await this.#watchPatterns();
  }

  /** One is watched, and to be watched no longer; one was tried. */
  async #watchPatterns(): Promise<void> {
    const { database, settings } = this.#tested;
    const by = { home: settings.home, by: 'ana', now: new Date().toISOString() };
    for (const name of patternRoutes) {
      const { id } = await saveQuery(database, patternDraft);
      this.#saved[name] = id;
      const trial = (await tryOnPast(database, id, by)).id;
      if (name === 'watchPattern') this.#tried = trial;
      if (name === 'unwatchPattern')
        await watchPattern(database, by, id, { trial, why: null, earlier: false });
    }
  }

  /** Schedules with jobs, as nobody runs them here. */
  async #makeSchedules(): Promise<void> {
    const { database } = this.#tested;
    const now = new Date();
    const plan = planSchema.parse({ name: 'Nightly', cron: '0 2 * * *' });
    for (const id of ['runSchedule', 'replaceSchedule', 'retireSchedule'])
      await createSchedule(database, { id, plan, origin: 'person', now });
    for (const name of ['job', 'cancelJob', 'retryJob', 'jobReport'] as const)
      this.#jobs[name] = (await askForJob(database, 'runSchedule', { now })).id;
    await cancelJob(database, this.#jobs.retryJob!, now);
    await reported(database, this.#jobs.jobReport!, this.result.run.run);
  }

  async #makeIntakes(): Promise<void> {
    const { database, settings } = this.#tested;
    this.intakes = new Intakes(database, settings);
    for (const name of Object.keys(intakeRoutes)) {
      const { id } = await this.intakes.begin();
      const bytes = Readable.from([Buffer.from('account_id\na1\n')]);
      await this.intakes.receive(id, 'accounts.csv', { bytes, length: null });
      this.#places.set(name, id);
    }
    const mapping = await this.intakes.mapping(this.intakeOf('saveMapping'));
    const kept = { name: 'Saved', ...mapping };
    this.#mapping = (await saveMapping(database, kept.name, kept)).id;
  }

  #feedFolder(id: string): string {
    return `${this.#tested.settings.home}/feeds/${id}-2024`;
  }

  async #screenedList(): Promise<string> {
    const { database, settings } = this.#tested;
    await writeOfacList(this.#feedFolder('made'), []);
    await writeOfacList(this.#feedFolder('kept'), [{ number: 1, name: 'NORTHERN LANTERN' }]);
    await createFeed(database, settings, { ...feed, from: this.#feedFolder('kept') });
    return (await refreshFeed(database, settings, 'kept', {}, silentProgress)).screening.id;
  }

  async #madeTrial(): Promise<string> {
    const by = { by: 'ana', now: new Date().toISOString() };
    const trying = {
      changes: { 'shared-payout': { hub_accounts: 3 } },
      queries: {},
      calibrate: false,
    };
    const { ended } = await beginTrial(this.#tested.database, by, trying, silentProgress);
    return (await ended).id;
  }
}

/** From which another can go back to what is shipped. */
const changedWeights: WeightRevision = {
  ...{ revision: 1, digest: '', why: 'learned', trial: null, proposed_by: null },
  ...{ by: 'ana', at: new Date().toISOString() },
  weights: [
    {
      ...{ sum: 'group', term: 'group:tight', shipped: 3, from: 3, to: 2.5 },
      ...{ low: 2, high: 3, decisions: 40 },
    },
  ],
};

/** One that nobody runs, so that it can be cancelled at leisure. */
const detectionAt = 'B-of-nobody';
const beganDetection = {
  ...{ id: detectionAt, by: 'ana', at: new Date().toISOString() },
  step: { phase: 'begin', what: null, done: 0, total: 1 },
} as const;

/** As if the job had made that run. */
async function reported(database: Database, job: string, run: string): Promise<void> {
  await database.write('MATCH (j:SkeinJob {id: $job}) SET j.run = $run', { job, run });
}

/** One is retired on the way, and one has a job that failed. */
function scheduleOf(name: RouteName): string {
  return name === 'retireSchedule' || name === 'replaceSchedule' ? name : 'runSchedule';
}
