import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messages } from '../../../../domain/messages/index.ts';
import type { Certificate } from '../../../../domain/retention.ts';
import { checkCertificate } from '../../../operations/retention/certificate.ts';
import { erasePerson, erasurePlan } from '../../../operations/retention/erase-person.ts';
import { reasonIn } from '../../../operations/retention/holds.ts';
import { goingCounts } from '../../../operations/retention/person-plan.ts';
import { personReport } from '../../../operations/retention/person-report.ts';
import { readmitAccount } from '../../../operations/retention/readmit.ts';
import { writeOwnFile } from '../../../platform/own-file.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { print, printJson, remark } from './print.ts';
import { withDatabase } from './with-database.ts';

const says = messages.retention;

/** Exit status of a certificate that is not as it was signed. */
const differs = 3;

export function report(account: string, { to }: { to?: string }): Promise<void> {
  const settings = readSettings();
  return withDatabase(async (database) => {
    const page = await personReport(database, settings, account);
    if (to === undefined) print(page);
    else {
      await mkdir(dirname(to), { recursive: true });
      await writeOwnFile(to, page);
      remark(messages.detect.written(to));
    }
  });
}

export function eraseAccount(
  account: string,
  given: { reason?: string; yes?: true; json?: true },
): Promise<void> {
  const reason = reasonIn(given.reason);
  const settings = readSettings();
  return withDatabase(async (database) => {
    if (!given.yes) {
      const plan = await erasurePlan({ database, settings }, account);
      const goes = goingCounts(plan);
      if (given.json) printJson({ account, goes, stays: plan.stayed });
      else print(says.would(account, goes, plan.stayed));
      return;
    }
    const progress = terminalProgress();
    const { certificate, path } = await erasePerson(
      { database, settings, progress },
      account,
      reason,
    );
    if (given.json) printJson({ file: path, ...certificate });
    else print(lines(certificate, path));
    remark(says.next);
  });
}

function lines({ erasure, removed, changed, stayed, elsewhere }: Certificate, path: string) {
  return [
    says.erased(path, erasure),
    says.removed(removed),
    says.changed(changed),
    says.stayed(stayed),
    says.elsewhere(elsewhere),
  ].join('\n');
}

export async function verifyCertificate(
  file: string,
  { key, json }: { key?: string; json?: true },
): Promise<void> {
  const verdict = await checkCertificate(readSettings().home, file, key);
  if (json) printJson(verdict);
  else if (verdict.is === 'good') {
    const { erasure, begun } = verdict.certificate;
    print(says.certificate.good(erasure, begun, verdict.key));
  } else print(verdict.is === 'bad' ? says.certificate.bad : says.certificate.foreign(verdict.key));
  if (verdict.is !== 'good') process.exitCode = differs;
}

export function readmit(account: string, given: { reason?: string }): Promise<void> {
  const reason = reasonIn(given.reason);
  const settings = readSettings();
  return withDatabase(async (database) =>
    print(says.readmitted(await readmitAccount(database, settings, account, reason))),
  );
}
