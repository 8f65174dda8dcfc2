import { readCell } from '../../../../domain/input/cell.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { departure, readPart } from '../../../evidence/bundle/against.ts';
import { audit, type AuditFault } from '../../../trust/custody/audit.ts';
import { acts, type Act } from '../../../../domain/custody-acts.ts';
import type { Entry } from '../../../../verifier/custody-entry.ts';
import { erase, naming } from '../../../trust/custody/erase.ts';
import { shownEntries, type Wanted } from '../../../trust/custody/shown.ts';
import { UsageError } from '../../../platform/problems.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { agreed } from './agreed.ts';
import { askDatabase, chainLines } from './audit-database.ts';
import { entryLine } from './entry-line.ts';
import { print, printJson } from './print.ts';

const says = messages.custody;

/** Exit status of a log that is not as it was written. */
const differs = 3;

interface VerifyOptions {
  against?: string;
  anchor?: string[];
  database: boolean;
  json?: true;
}

export async function verify({ against, anchor, database, json }: VerifyOptions): Promise<void> {
  const settings = readSettings();
  const part = against === undefined ? null : await readPart(against);
  const { hashes, ...audited } = await audit(settings.home);
  const departed = part && departure(hashes, part);
  const faults = departed ? [...audited.faults, departed] : audited.faults;
  const whole = faults.length === 0;
  const ofAll = await askDatabase(settings, { asked: database, anchors: anchor ?? [] });
  if (json) printJson({ ...audited, whole, faults, database: ofAll });
  else {
    if (!whole) print([says.broken(faults.length), ...faults.map(faultLine)].join('\n'));
    else {
      print(audited.head === null ? says.none : says.whole(audited.entries, audited.head));
      if (audited.interrupted) print(says.interrupted);
      if (part) print(says.goesOn(against!, part.count));
    }
    if (ofAll) print(chainLines(ofAll));
  }
  if (!whole || ofAll?.whole === false) process.exitCode = differs;
}

function faultLine({ kind, line, detail }: AuditFault): string {
  return says.fault(kind, line, detail);
}

export async function show(options: { since?: string; act?: string; json?: true }): Promise<void> {
  const wanted: Wanted = { act: readAct(options.act), since: readSince(options.since) };
  const entries: Entry[] = [];
  for await (const entry of shownEntries(readSettings().home, wanted)) {
    if (options.json) entries.push(entry);
    else print(entryLine(entry));
  }
  if (options.json) printJson(entries);
}

function readAct(text: string | undefined): Act | undefined {
  const act = acts.find((each) => each === text);
  if (text !== undefined && !act) throw new UsageError(says.badAct(text, acts));
  return act;
}

function readSince(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const read = readCell('time', day ? `${text}T00:00:00Z` : text);
  if ('problem' in read) throw new UsageError(says.badSince(text));
  return String(read.value);
}

export async function eraseAccount({
  account,
  yes,
}: {
  account: string;
  yes?: true;
}): Promise<void> {
  const { home } = readSettings();
  const values = await naming(home, account);
  if (values === 0 || (!yes && !(await agreed(says.ask(values, account), says.needsYes)))) {
    print(says.leftAlone);
    return;
  }
  const erased = await erase(home, account);
  print(says.erased(erased.values, erased.entries.length));
}
