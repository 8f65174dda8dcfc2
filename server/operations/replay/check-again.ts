import { z } from 'zod';
import { explanationCheckSchema } from '../../../domain/explanation-check.ts';
import { writeCheck } from '../../decisions/explanations/check-store.ts';
import { untouched, type Acting } from '../../decisions/triage/change.ts';
import { writeWithDisposition } from '../../decisions/triage/disposition-store.ts';
import { itemsByIds } from '../../decisions/triage/items.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** A check of an honest explanation as a bundle has it. */
export const bundledCheckSchema = explanationCheckSchema.extend({ of: z.string() });

/** Writes a check of a bundle as it was, of what the run has found again; of what it has not there is none. */
export async function checkAgain(
  database: Database,
  run: string,
  { of, ...check }: z.infer<typeof bundledCheckSchema>,
): Promise<void> {
  const [item] = await itemsByIds(database, run, [of]);
  if (!item) return;
  const acting: Acting = { home: '', by: check.by, now: check.at, fourEyes: false };
  const created = item.disposition ? null : untouched(item, run, acting, 0);
  const disposition = (item.disposition ?? created!).id;
  await writeWithDisposition(database, created, (tx) => writeCheck(tx, { ...check, disposition }));
}
