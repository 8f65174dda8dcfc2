/**
 * Whether what the database holds of all homes is one chain, and what this home holds is in it. It shows every entry that was
 * changed, removed, added or moved in one of the two places alone. Whoever may write the database and has the files and the key
 * of every home can make both anew: what shows that is an anchor outside (`anchors.ts`).
 */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { AuditCheck } from '../../../domain/audit.ts';
import { messages } from '../../../domain/messages/index.ts';
import { beginning, linkHash } from '../../../verifier/custody-chain.ts';
import type { Entry } from '../../../verifier/custody-entry.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { audit } from '../../trust/custody/audit.ts';
import { sha256 } from '../../trust/custody/files.ts';
import { linkOf, soughtBy, type AuditRecord } from './records.ts';
import { logOf, witness } from './witness.ts';

const says = messages.audit.faults;

/** So many faults are told; the rest is counted. */
const mostTold = 200;

interface LogSeen {
  entries: number;
  from: string;
  to: string;
  /** Of its last entry, as stated. */
  hash: string;
}

/** What anchors are held to: the hash of the chain up to an entry, by its number. */
export type LinkAt = (number: number) => string | undefined;

/** What an entry of the log says of an anchor. */
export interface ToldAnchor {
  count: number;
  at: string;
  file: boolean;
  /** Made by this home. */
  own: boolean;
}

export interface Checked extends Omit<AuditCheck, 'anchors'> {
  linkAt: LinkAt;
  told: ToldAnchor[];
}

/** Takes in what is new first, so that it is checked as well. Reads all of it, of the home too. */
export async function checkAudit(database: Database, home: string): Promise<Checked> {
  const { departed } = await witness(database, home);
  const faults: AuditCheck['faults'] = [];
  const told: ToldAnchor[] = [];
  const own = await logOf(home);
  const { hashes, faults: ofHome } = await audit(home);
  for (const { kind, detail } of ofHome) faults.push({ kind, detail: says.ofHome(detail) });
  if (departed) faults.push({ kind: departed.kind, detail: departed.detail });
  const chain = new ChainCheck((fault) => faults.push(fault));
  for await (const { entry } of database.stream<{ entry: AuditRecord }>(loadQuery('audit/all'))) {
    chain.follow(entry);
    if (entry.act === 'anchor') told.push(...anchorIn(entry, entry.log === own));
    const here = entry.log === own ? hashes.get(entry.entry) : entry.hash;
    // That the whole of it departs is said above.
    if (here !== entry.hash && !departed)
      faults.push({ kind: 'changed', detail: says.otherHere(entry.entry, entry.number) });
  }
  const [end] = await database.read<{ count: number; hash: string }>(loadQuery('audit/chain'));
  chain.end(end ?? { count: 0, hash: beginning });
  const first = faults.slice(0, mostTold);
  if (faults.length > mostTold)
    first.push({ kind: 'changed', detail: says.more(faults.length - mostTold) });
  return {
    ...{ whole: faults.length === 0, entries: chain.count, head: end?.hash ?? null },
    logs: [...chain.logs].map(([log, { entries, from, to }]) => ({
      ...{ log, own: log === own, entries, from, to },
    })),
    faults: first,
    told,
    linkAt: (number) => chain.links[number],
  };
}

class ChainCheck {
  readonly logs = new Map<string, LogSeen>();
  /** By number; the first is what the chain begins at. */
  readonly links: string[] = [beginning];
  count = 0;
  #last = 0;
  readonly #fault: (fault: AuditCheck['faults'][number]) => void;

  constructor(fault: (fault: AuditCheck['faults'][number]) => void) {
    this.#fault = fault;
  }

  follow(record: AuditRecord): void {
    const { number, link } = record;
    if (number !== this.#last + 1)
      this.#fault({ kind: 'missing', detail: says.missing(this.#last + 1, number - 1) });
    else if (linkOf(this.links[this.#last]!, record) !== link)
      this.#fault({ kind: 'changed', detail: says.unlinked(number) });
    this.#followLog(record);
    this.#last = number;
    this.links[number] = link;
    this.count += 1;
  }

  /** That entry and hash are what the log of that home says, by its own links. */
  #followLog(record: AuditRecord): void {
    const { log, entry, hash, content, number } = record;
    const seen = this.logs.get(log);
    const read = parsed(content);
    const stated = seen?.hash ?? beginning;
    const isNext = entry === (seen?.entries ?? 0) + 1;
    if (!isNext) this.#fault({ kind: 'misplaced', detail: says.outOfOrder(number, entry) });
    else if (!read || linkHash(stated, sha256(Buffer.from(content)), sha256) !== hash)
      this.#fault({ kind: 'changed', detail: says.changed(number) });
    else if (!seen && hash !== log) this.#fault({ kind: 'changed', detail: says.otherLog(number) });
    if (read && !isSought(record, read))
      this.#fault({ kind: 'changed', detail: says.otherFields(number) });
    const at = read?.at ?? record.at;
    this.logs.set(log, { entries: entry, from: seen?.from ?? at, to: at, hash });
  }

  end({ count, hash }: { count: number; hash: string }): void {
    if (count > this.#last)
      this.#fault({ kind: 'missing', detail: says.missing(this.#last + 1, count) });
    else if (count < this.#last)
      this.#fault({ kind: 'added', detail: says.added(count + 1, this.#last) });
    else if (this.links[count] !== hash) this.#fault({ kind: 'head', detail: says.otherEnd });
  }
}

/** What lists are narrowed by must be what the entry says, or one could be hidden from them. */
function isSought(record: AuditRecord, content: Entry): boolean {
  const { at, by, act, words } = soughtBy(content);
  return (
    record.at === at &&
    record.by === by &&
    record.act === act &&
    record.words === words &&
    content.entry === record.entry
  );
}

function anchorIn(record: AuditRecord, own: boolean): ToldAnchor[] {
  const { subject, after } = parsed(record.content) ?? {};
  const [count, at] = [subject?.['count'], after?.['at']];
  if (typeof count !== 'number' || typeof at !== 'string') return [];
  return [{ count, at, file: after?.['file'] === true, own }];
}

function parsed(content: string): Entry | null {
  try {
    return JSON.parse(content) as Entry;
  } catch {
    return null;
  }
}
