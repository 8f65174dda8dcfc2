/** Removes rows that are older than their rule says, by their own time, but what is held and what an open case rests on. */
import type { z } from 'zod';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { RetentionRules } from '../../../domain/retention.ts';
import type { agedSchema } from '../../../domain/retention-told.ts';
import { fileOf, nodeType, parseRef, relationTypes } from '../../../domain/schema/graph.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { latestRun } from '../../detection/runs/read-runs.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { withRemoval } from '../../graph/neo4j/removal.ts';
import { loadAlive } from '../../ingest/load/heartbeat.ts';
import { deleteRelations } from '../../ingest/load/queries.ts';
import { ConflictError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import { agingBegun, agingEnded } from '../../trust/custody/retention-acts.ts';
import { append } from '../../trust/custody/log.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { forgetSeen } from './forget-seen.ts';
import { accountsOnBoards, heldAccounts } from './holds.ts';

const says = messages.retention;
const atOnce = 1_000;
const dayMs = 24 * 60 * 60_000;
const stated = relationTypes.map(({ relation }) => relation);

export type Aged = z.infer<typeof agedSchema> & { file: FileName };

interface Aging {
  database: Database;
  home: string;
  progress: Progress;
  rules: RetentionRules;
  now: Date;
  /** Throws where it is to go no further; asked before each step. */
  proceed?: () => void;
}

/** What would go. Reads alone. */
export async function wouldAge(
  aging: Omit<Aging, 'home' | 'progress' | 'proceed'>,
): Promise<Aged[]> {
  const kept = [...(await protectedIds(aging.database))];
  const found: Aged[] = [];
  for (const { file, before } of limitsOf(aging)) {
    const { old, kept: held } = await countOld(aging.database, file, { before, kept });
    found.push({ file, removed: old - held, kept: held, before });
  }
  return found;
}

/** Killed amid, it goes on when it is asked for again. Throws ConflictError while somebody loads. */
export function applyRules(aging: Aging): Promise<Aged[]> {
  const { database, home, progress, rules, now, proceed = () => undefined } = aging;
  const on = now.toISOString();
  const notLoading = async () => {
    const load = await loadAlive(database, '');
    if (load) throw new ConflictError(says.loading(load.by, load.started));
  };
  return withRemoval(database, progress, notLoading, async () => {
    proceed();
    const aged = await recorded(home, agingBegun(rules as Record<string, number>, on), async () => {
      await forgetSeen(database, home);
      const kept = [...(await protectedIds(database))];
      const done: Aged[] = [];
      for (const { file, before } of limitsOf(aging)) {
        progress.step(says.step.aging(file));
        const limit = { before, kept };
        const { kept: held } = await countOld(database, file, limit);
        done.push({
          file,
          before,
          kept: held,
          removed: await removeOld(database, file, limit, proceed),
        });
      }
      return done;
    });
    const counts = aged.map(({ file, removed, kept }) => [file, { removed, kept }] as const);
    await append(home, agingEnded(on, Object.fromEntries(counts)));
    progress.end();
    return aged;
  });
}

function limitsOf({ rules, now }: Pick<Aging, 'rules' | 'now'>) {
  return Object.entries(rules).map(([file, days]) => ({
    file: file as FileName,
    before: new Date(now.getTime() - days * dayMs).toISOString(),
  }));
}

/**
 * Ids of what is held, of what stands on boards of open cases, and of all that findings of the latest run rest on which name one of
 * them. Ids of one type may be those of another: then more is kept, never less.
 */
async function protectedIds(database: Database): Promise<Set<string>> {
  const open = await database.read<{ id: string }>(loadQuery('retention/open_cases'));
  const accounts = new Set([
    ...(await heldAccounts(database)).keys(),
    ...(await accountsOnBoards(
      database,
      open.map(({ id }) => id),
    )),
  ]);
  const run = await latestRun(database);
  const found = run
    ? await database.read<{ node: string }>(loadQuery('retention/findings_naming'), {
        ...{ run: run.run, accounts: [...accounts] },
      })
    : [];
  return new Set([...accounts, ...found.flatMap(({ node }) => parseRef(node)?.id ?? [])]);
}

interface Limit {
  before: string;
  kept: readonly string[];
}

async function countOld(
  database: Database,
  file: FileName,
  limit: Limit,
): Promise<{ old: number; kept: number }> {
  const label = labelOf(file);
  const query =
    label === null
      ? loadQuery('retention/count_old_relations', { relation: relationsOf(file)[0]! })
      : loadQuery('retention/count_old_nodes', { label });
  const [found] = await database.read<{ old: number; kept: number }>(query, { ...limit, stated });
  return found!;
}

async function removeOld(
  database: Database,
  file: FileName,
  limit: Limit,
  proceed: () => void,
): Promise<number> {
  const label = labelOf(file);
  let removed = 0;
  for (;;) {
    proceed();
    const gone = await database.transaction(async (tx) => {
      if (label !== null) {
        const [batch] = await tx.run<{ count: number }>(
          loadQuery('retention/old_nodes', { label }),
          { ...limit, stated, most: atOnce },
        );
        return batch?.count ?? 0;
      }
      const [first] = relationsOf(file);
      const rows = await tx.run<{ key: string }>(
        loadQuery('retention/old_relations', { relation: first! }),
        { ...limit, most: atOnce },
      );
      const keys = rows.map(({ key }) => key);
      // A row may state several relations, all by its key.
      for (const relation of relationsOf(file)) await tx.run(deleteRelations(relation), { keys });
      return keys.length;
    });
    removed += gone;
    if (gone === 0) return removed;
  }
}

/** Null for a file of relations. */
function labelOf(file: FileName): string | null {
  const declared = fileOf(file);
  return 'node' in declared ? nodeType(declared.node.type).label : null;
}

/** The one that every row states first. */
function relationsOf(file: FileName): string[] {
  return relationTypes.filter((type) => type.file === file).map(({ relation }) => relation);
}
