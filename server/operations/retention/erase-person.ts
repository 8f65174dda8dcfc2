/**
 * Erases an account and what is its alone, under the lease of detection. In its order: the mark by which no load brings it back, the
 * graph, what the program keeps of it, the files of the home, the custody log's values, the certificate. Each step may be done again, so
 * that one which was killed ends when it is asked for again.
 */
import { randomBytes } from 'node:crypto';
import { messages } from '../../../domain/messages/index.ts';
import type { Certificate, CustodyPlace, Elsewhere } from '../../../domain/retention.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { withRemoval } from '../../graph/neo4j/removal.ts';
import { markOf, shownAs } from '../../ingest/load/erased-accounts.ts';
import { loadAlive } from '../../ingest/load/heartbeat.ts';
import { accountKeys } from '../../people/account-key.ts';
import { actor } from '../../platform/access/actor.ts';
import { ConflictError, NotFoundError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { programVersion } from '../../platform/version.ts';
import { erase } from '../../trust/custody/erase.ts';
import { custodyFiles } from '../../trust/custody/files.ts';
import { readHead } from '../../trust/custody/head.ts';
import { append } from '../../trust/custody/log.ts';
import { erasureBegun, erasureEnded } from '../../trust/custody/retention-acts.ts';
import { shownEntries } from '../../trust/custody/shown.ts';
import { writeCertificate } from './certificate.ts';
import { beginErasure, erasureOf, type KeptErasure } from './erasure-store.ts';
import { forgetSeen } from './forget-seen.ts';
import { eraseFromGraph } from './graph-erasure.ts';
import { heldAccounts } from './holds.ts';
import { eraseFromHome } from './home-erasure.ts';
import { eraseFromOwn } from './own-erasure.ts';
import { planErasure, type Plan } from './person-plan.ts';
import { Redaction } from './redaction.ts';
import { removedIn } from './tally.ts';

const says = messages.retention;

interface Erasing {
  database: Database;
  settings: Settings;
  progress: Progress;
  /** Called between two batches; what it throws ends the work as a kill would. */
  between?: () => Promise<void>;
}

export interface ErasedPerson {
  certificate: Certificate;
  path: string;
}

/** Throws ConflictError where it is under hold. */
async function refuseHeld(database: Database, account: string): Promise<void> {
  const holds = (await heldAccounts(database)).get(account);
  if (holds) throw new ConflictError(says.held(account, holds));
}

/**
 * What an erasure would take away; of one that was begun, what it set out to. Throws NotFoundError where nothing is held of the account,
 * and ConflictError where it is under hold.
 */
export async function erasurePlan(
  { database, settings }: Pick<Erasing, 'database' | 'settings'>,
  account: string,
): Promise<Plan> {
  await refuseHeld(database, account);
  const known = await erasureOf(database, await markOf(settings, account));
  if (known && 'open' in known) return known.open.about.plan;
  const plan = await planErasure(database, account);
  if (plan) return plan;
  throw new NotFoundError(
    known ? says.erasedBefore(known.id, known.ended.slice(0, 10)) : says.noAccount(account),
  );
}

/** Throws as `erasurePlan`, and ConflictError while somebody loads. */
export function erasePerson(
  erasing: Erasing,
  account: string,
  reason: string,
): Promise<ErasedPerson> {
  const { database, progress } = erasing;
  const notLoading = async () => {
    const load = await loadAlive(database, '');
    if (load) throw new ConflictError(says.loading(load.by, load.started));
  };
  return withRemoval(database, progress, notLoading, async () => {
    progress.step(says.step.looking);
    // Others may have held it, or erased it, while this waited.
    const plan = await erasurePlan(erasing, account);
    const erasure = await begun(erasing, plan, reason);
    return finished(erasing, erasure);
  });
}

/** What was begun goes on as it was begun: who asked for it first, and why, stays. */
async function begun(
  { database, settings }: Erasing,
  plan: Plan,
  reason: string,
): Promise<KeptErasure> {
  const { account } = plan;
  const mark = await markOf(settings, account);
  const known = await erasureOf(database, mark);
  if (known && 'open' in known) return known.open;
  const begun = new Date().toISOString();
  const id = `E-${begun.slice(0, 10).replaceAll('-', '')}-${randomBytes(4).toString('hex')}`;
  const before = await custodyPlace(settings.home);
  await append(settings.home, erasureBegun(id, account, reason));
  const { id: key } = await accountKeys(settings);
  return beginErasure(database, { id, mark, key, begun, by: actor(), reason, plan, before });
}

async function finished(erasing: Erasing, erasure: KeptErasure): Promise<ErasedPerson> {
  const { database, settings, progress, between = () => Promise.resolve() } = erasing;
  const { home } = settings;
  const { id, mark, begun, by, reason, before, plan } = erasure.about;
  const { account, refs, values } = plan;
  const redaction = new Redaction({ account, mark: shownAs(mark), refs, values });
  const { erasing: key } = await accountKeys(settings);
  await forgetSeen(database, home);
  progress.step(says.step.graph);
  await eraseFromGraph(database, erasure, { key, redaction }, between);
  const told = { erasure, key, redaction, refs: new Set(refs) };
  await eraseFromOwn(database, told, progress, between);
  progress.step(says.step.files);
  const beyond = await erasure.beyond(async () => {
    const inHome = await eraseFromHome(settings, redaction);
    const handedOut = await exportsAbout(home, redaction);
    return { ...inHome, elsewhere: [...inHome.elsewhere, ...beyondReach(handedOut)] };
  });
  await between();
  progress.step(says.step.custody);
  await erase(home, account, (text) => redaction.names(text));
  await between();
  const certificate: Certificate = {
    ...{ version: 1, erasure: id, mark, reason: redaction.without(reason, true), by, begun },
    ended: new Date().toISOString(),
    program: programVersion,
    removed: removedIn(erasure.removed),
    changed: [
      ...Object.entries(erasure.changed).map(([kind, count]) => ({ kind, count })),
      { kind: 'files of the home', count: beyond.files },
      { kind: 'values of the custody log', count: await valuesErased(home, before) },
    ].filter(({ count }) => count > 0),
    stayed: [...plan.stayed, { what: 'records', count: 0, why: says.why.digests }],
    elsewhere: beyond.elsewhere,
    custody: { before, after: await custodyPlace(home) },
  };
  const written = await writeCertificate(home, certificate);
  const counts = Object.fromEntries(certificate.removed.map(({ kind, count }) => [kind, count]));
  await append(home, erasureEnded(id, written.sha256, counts));
  await erasure.end(certificate.ended, written.sha256);
  progress.end();
  return { certificate, path: written.path };
}

/** Digests of what was handed out about the person, as far as it was recorded. */
async function exportsAbout(home: string, redaction: Redaction): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of shownEntries(home, { act: 'export' })) {
    if (!redaction.isNear(entry.subject) && !redaction.isNear(entry.after)) continue;
    const digest = entry.after?.['payload_digest'];
    found.push(typeof digest === 'string' ? digest : `entry ${entry.entry}`);
  }
  return found;
}

function beyondReach(handedOut: readonly string[]): Elsewhere[] {
  const of = says.elsewhereOf;
  return [
    ...(handedOut.length === 0
      ? []
      : [{ where: of.bundles(handedOut.length), sha256: [...handedOut], todo: of.bundlesTodo }]),
    { where: of.backups, todo: of.backupsTodo },
    { where: of.neo4j, todo: of.neo4jTodo },
    { where: of.browsers, todo: of.browsersTodo },
    { where: of.homes, todo: of.homesTodo },
    { where: of.platform, todo: of.platformTodo },
  ];
}

/** Since then, as the log itself says: this may have been killed once it had erased them. */
async function valuesErased(home: string, since: CustodyPlace | null): Promise<number> {
  let erased = 0;
  for await (const { entry, subject, after } of shownEntries(home, { act: 'erase' }))
    if (entry > (since?.count ?? 0) && Array.isArray(subject['values']))
      erased += Number(after?.['values'] ?? 0);
  return erased;
}

async function custodyPlace(home: string): Promise<CustodyPlace | null> {
  const head = await readHead(home, custodyFiles(home).head);
  return typeof head === 'string' ? null : { count: head.count, hash: head.hash };
}
