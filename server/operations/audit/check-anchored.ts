/**
 * Whether the chain holds, and holds to every anchor that can be read: those that the database keeps, those of the file and of
 * other files that are given (a copy of it, what came by mail). Which are told of in the log and not to be found is said too.
 */
import { readFile } from 'node:fs/promises';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { AuditCheck } from '../../../domain/audit.ts';
import { messages } from '../../../domain/messages/index.ts';
import { certificatesIn } from '../../../verifier/certificates.ts';
import { readTimestamp } from '../../../verifier/timestamp-response.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { reasonOf } from '../delivery/sending.ts';
import type { KeptAnchor } from './anchor.ts';
import { checkAudit, type Checked, type ToldAnchor } from './check.ts';
import { anchorsIn, signatureOf, statementBytes, type AnchorLine } from './statement.ts';

const says = messages.audit.anchored;

/** Where an anchor was found. */
type Place = AuditCheck['anchors'][number]['found'][number];
type Told = AuditCheck['anchors'][number];

interface Found {
  line: AnchorLine;
  found: Place[];
}

type Checking = Pick<Settings, 'home' | 'timestamps' | 'anchors'>;

/** `more`: files with anchors beside the one of the settings. Throws NotFoundError for one of them that cannot be read. */
export async function checkAnchored(
  database: Database,
  settings: Checking,
  more: readonly string[] = [],
): Promise<AuditCheck> {
  const { linkAt, told, ...checked } = await checkAudit(database, settings.home);
  const faults = [...checked.faults];
  const found = await allFound(database, settings, more, faults);
  const anchors: Told[] = [];
  for (const each of found.values()) anchors.push(await held(each, settings, linkAt, faults));
  faults.push(...missing(told, found, settings));
  anchors.sort((a, b) => a.count - b.count || a.at.localeCompare(b.at));
  return { ...checked, whole: faults.length === 0, faults, anchors };
}

/** By what is said, whatever places have it. */
async function allFound(
  database: Database,
  { anchors }: Checking,
  more: readonly string[],
  faults: AuditCheck['faults'],
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const take = (text: string, place: Place, where: string) => {
    const { anchors: lines, unreadable } = anchorsIn(text);
    if (unreadable > 0)
      faults.push({ kind: 'changed', detail: says.unreadable(unreadable, where) });
    for (const line of lines) {
      // With another timestamp it is another anchor.
      const key = JSON.stringify(line);
      const known = found.get(key) ?? { line, found: [] };
      if (!known.found.includes(place)) known.found.push(place);
      found.set(key, known);
    }
  };
  const kept = await database.read<{ anchor: KeptAnchor }>(loadQuery('audit/anchors'));
  for (const { anchor } of kept) take(anchor.line, 'database', says.inDatabase);
  if (anchors?.file) {
    const text = await readFile(anchors.file, 'utf8').catch((error: unknown) => {
      // Before the first anchor there is none; what should be in it is missed below.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        faults.push({ kind: 'missing', detail: says.unread(anchors.file!, reasonOf(error)) });
      return '';
    });
    take(text, 'file', anchors.file);
  }
  for (const path of more) {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      throw new NotFoundError(says.unread(path, reasonOf(error)));
    });
    take(text, 'given', path);
  }
  return found;
}

/** One anchor, held to the chain; what is wrong with it is told beside the other faults too. */
async function held(
  { line: { statement, timestamp }, found }: Found,
  { home, timestamps }: Checking,
  linkAt: Checked['linkAt'],
  faults: AuditCheck['faults'],
): Promise<Told> {
  const { count, hash, at } = statement;
  const wrong: string[] = [];
  const link = linkAt(count);
  if (link === undefined) wrong.push(says.beyond(count, at));
  else if (link !== hash) wrong.push(says.differs(count, at));
  const signature = await signatureOf(home, statement);
  if (signature === 'wrong') wrong.push(says.badSignature(count, at));
  let stamped: Told['timestamp'] = null;
  if (timestamp !== null) {
    const roots = await rootsIn(timestamps.roots);
    const answer = Buffer.from(timestamp, 'base64');
    const read = await readTimestamp(answer, statementBytes(statement), roots);
    if (!read || read.refusal !== null) wrong.push(says.badTimestamp(count, at));
    else if (read.trusted === false) wrong.push(says.untrusted(count, at, read.authority));
    else stamped = { at: read.at, authority: read.authority };
  }
  for (const detail of wrong) faults.push({ kind: 'changed', detail });
  return {
    ...{ count, hash, at, found: [...found], timestamp: stamped, signature },
    holds: wrong.length === 0,
  };
}

/** What the log says was put somewhere, and is not there; of a file, where this home made it and a file is set. */
function missing(
  told: readonly ToldAnchor[],
  found: ReadonlyMap<string, Found>,
  { anchors }: Checking,
): AuditCheck['faults'] {
  const places = new Map<string, Set<Place>>();
  for (const { line, found: where } of found.values()) {
    const key = `${line.statement.count} ${line.statement.at}`;
    places.set(key, new Set([...(places.get(key) ?? []), ...where]));
  }
  return told.flatMap(({ count, at, file, own }) => {
    const where = places.get(`${count} ${at}`) ?? new Set();
    const lacking = [
      ...(where.has('database') ? [] : [says.notInDatabase(count, at)]),
      ...(file && own && anchors?.file && !where.has('file')
        ? [says.notInFile(count, at, anchors.file)]
        : []),
    ];
    return lacking.map((detail) => ({ kind: 'missing' as const, detail }));
  });
}

/** None is compared where none are set; a file without any is one that no authority leads to. */
async function rootsIn(path: string | null): Promise<string[]> {
  if (path === null) return [];
  return certificatesIn(await readFile(path, 'utf8')).map(({ pem }) => pem);
}
