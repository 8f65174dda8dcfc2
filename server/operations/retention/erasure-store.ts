/** Erasures as the database keeps them: while one is under way with what it must know, afterwards without the person. */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { CustodyPlace, Elsewhere } from '../../../domain/retention.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import type { Plan } from './person-plan.ts';
import { tallied, type Tallies } from './tally.ts';

interface StoredErasure {
  id: string;
  mark: string;
  /** Of the key that made the mark. */
  key: string;
  begun: string;
  by: string;
  removed: string;
  changed: string;
  before: string;
  found?: string;
  account?: string;
  reason?: string;
  plan?: string;
  ended?: string;
  certificate?: string;
}

/** One that is under way. */
export interface Erasure {
  id: string;
  mark: string;
  key: string;
  begun: string;
  by: string;
  reason: string;
  plan: Plan;
  /** Where the custody log stood before. */
  before: CustodyPlace | null;
}

/** What was found where this does not reach, while it could still be told. */
export interface Beyond {
  files: number;
  elsewhere: Elsewhere[];
}

/** By a mark: what is under way, or when it ended; null where nothing is known of the account. */
export async function erasureOf(
  database: Database,
  mark: string,
): Promise<{ open: KeptErasure } | { ended: string; id: string } | null> {
  const [row] = await database.read<{ erasure: StoredErasure }>(loadQuery('retention/erasure'), {
    mark,
  });
  if (!row) return null;
  const { erasure } = row;
  if (erasure.ended !== undefined) return { ended: erasure.ended, id: erasure.id };
  const { id, key, begun, by, reason = '', plan = '', before, removed, changed } = erasure;
  return {
    open: new KeptErasure(
      database,
      {
        ...{ id, mark, key, begun, by, reason },
        plan: JSON.parse(plan) as Plan,
        before: JSON.parse(before) as CustodyPlace | null,
      },
      JSON.parse(removed) as Tallies,
      JSON.parse(changed) as Record<string, number>,
      erasure.found === undefined ? null : (JSON.parse(erasure.found) as Beyond),
    ),
  };
}

export async function beginErasure(database: Database, erasure: Erasure): Promise<KeptErasure> {
  const { plan, before, ...rest } = erasure;
  const stored: StoredErasure = {
    ...rest,
    ...{ account: plan.account, plan: JSON.stringify(plan), before: JSON.stringify(before) },
    ...{ removed: '{}', changed: '{}' },
  };
  await database.write(loadQuery('retention/begin_erasure'), { erasure: stored });
  return new KeptErasure(database, erasure, {}, {}, null);
}

/** Notes what is done in the transaction that does it. */
export class KeptErasure {
  readonly about: Erasure;
  readonly #database: Database;
  #removed: Tallies;
  #changed: Readonly<Record<string, number>>;
  #beyond: Beyond | null;

  constructor(
    database: Database,
    about: Erasure,
    removed: Tallies,
    changed: Readonly<Record<string, number>>,
    beyond: Beyond | null,
  ) {
    this.#beyond = beyond;
    this.#database = database;
    this.about = about;
    this.#removed = removed;
    this.#changed = changed;
  }

  get removed(): Tallies {
    return this.#removed;
  }

  get changed(): Readonly<Record<string, number>> {
    return this.#changed;
  }

  /** `work` says by kind what it removed, and how many it changed. Returns how many it removed. */
  async step(
    key: Buffer,
    work: (tx: Writer) => Promise<{
      removed?: Readonly<Record<string, readonly unknown[]>>;
      changed?: Readonly<Record<string, number>>;
    }>,
  ): Promise<number> {
    const { id } = this.about;
    const next = await this.#database.transaction(async (tx) => {
      const { removed = {}, changed = {} } = await work(tx);
      let tallies = this.#removed;
      for (const [kind, records] of Object.entries(removed))
        tallies = tallied(tallies, kind, records, key);
      const counts = { ...this.#changed };
      for (const [kind, count] of Object.entries(changed))
        if (count > 0) counts[kind] = (counts[kind] ?? 0) + count;
      const set = { removed: JSON.stringify(tallies), changed: JSON.stringify(counts) };
      await tx.run(loadQuery('retention/note_erasure'), { id, set });
      const gone = Object.values(removed).reduce((sum, records) => sum + records.length, 0);
      return { tallies, counts, gone };
    });
    this.#removed = next.tallies;
    this.#changed = next.counts;
    return next.gone;
  }

  /** Looked for once: afterwards what led there may be gone. */
  async beyond(look: () => Promise<Beyond>): Promise<Beyond> {
    if (this.#beyond) return this.#beyond;
    const beyond = await look();
    await this.#database.write(loadQuery('retention/note_erasure'), {
      ...{ id: this.about.id, set: { found: JSON.stringify(beyond) } },
    });
    this.#beyond = beyond;
    return beyond;
  }

  async end(ended: string, certificate: string): Promise<void> {
    await this.#database.write(loadQuery('retention/end_erasure'), {
      ...{ id: this.about.id, ended, certificate },
    });
  }
}
