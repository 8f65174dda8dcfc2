import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { derivedRelationOf } from '../../domain/schema/derived.ts';
import type { DerivedRule } from '../../domain/detector.ts';
import { reasonLabel } from '../../domain/labels/reason-label.ts';
import { derivations } from '../../server/detection/derive/catalogue.ts';
import { generate } from '../../worlds/shipped/generate.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { testDatabase } from '../database.ts';
import { infer } from './infer.ts';
import { silverstar } from '../datasets/rows.ts';

const tested = testDatabase();

/** By rule: reasons that are data alone, or words of one spelling. */
const same: Partial<Record<DerivedRule, RegExp>> = {
  'stated-then': /^\w+: /,
  'known-shared': /./,
  'same-address': /\d/,
  'same-identifier': /^[A-Z\d]+$/,
  'same-contact': /./,
  'lookalike-domain': /^\S+ \/ \S+$/,
  'same-employee': /^.+, .+$/,
  'same-delivery': /\d/,
  'same-name': /^(?!.*, born \d)/s,
  'name-disagrees': /^.+ \/ .+(?<!, in part the same)$/s,
  'same-paper': /^photo$/,
};

interface Stored {
  relation: string;
  reason: string;
}
let stored: Stored[];

beforeAll(async () => {
  const world = await mkdtemp(join(tmpdir(), 'skein-reasons-'));
  generate({ accounts: 400, seed: 11, folder: world }, silentProgress);
  await loadFolders(tested.database, tested.settings, [silverstar, world], {}, silentProgress);
  await rm(world, { recursive: true });
  for (const { derivation } of derivations) await infer(tested.database, derivation);
  stored = await tested.database.read<Stored>(
    `MATCH ()-[r]->() WHERE r.rule IS NOT NULL
     RETURN DISTINCT type(r) AS relation, r.reason AS reason`,
  );
}, 600_000);

it('every reason in words that the rules store is said in French', () => {
  const left = stored.filter(({ relation, reason }) => {
    const { rule } = derivedRelationOf(relation)!;
    const told = withLocale('fr', () => reasonLabel(`derived.${rule}`, reason));
    return told === reason && same[rule as DerivedRule]?.test(reason) !== true;
  });
  expect(left).toEqual([]);
  expect(new Set(stored.map(({ relation }) => relation)).size).toBeGreaterThan(18);
});
