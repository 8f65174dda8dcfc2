import { beforeAll, describe, expect, it } from 'vitest';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { ReadSet } from '../../server/detection/increment/read-set.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { silverstar } from '../datasets/rows.ts';

const tested = testDatabase();

const detecting = (changedOnly: boolean) =>
  detect(tested.database, { home: tested.settings.home, changedOnly }, silentProgress);

async function readsOf(rule: string): Promise<ReadSet> {
  const [state] = await tested.database.read<{ json: string }>(
    'MATCH (s:SkeinDerivationState {id: $rule}) RETURN s.json AS json',
    { rule },
  );
  return (JSON.parse(state!.json) as { reads: ReadSet }).reads;
}

/** Each rule, the relations that its SQL names, and words of its own and of what is read of the same things for others. */
const rules = [
  {
    ...{ rule: 'SAME_EXITS', relations: ['COVERS', 'LOGGED_IN_FROM'] },
    ...{ own: ['started_at'], others: ['user_agent', 'employer'] },
  },
  {
    rule: 'CREATED_ALIKE',
    relations: [
      ...['BID_ON', 'CHANGE_OF', 'COVERS', 'HANDED_IN_BY', 'LOGGED_IN_FROM', 'LOGGED_IN_ON'],
      ...['PROFILE_OF', 'REFERRED_BY', 'STATED_THEN'],
    ],
    ...{ own: ['user_agent', 'employer'], others: ['number', 'display_name'] },
  },
];

beforeAll(async () => {
  await loadFolders(tested.database, tested.settings, [silverstar], {}, silentProgress);
  await detecting(false);
});

describe.each(rules)('$rule, which counts over columns', ({ rule, relations, own, others }) => {
  it.each(['that are read', 'that were kept'])(
    'rests on what its own SQL names, not on what is read with it for others, over columns %s',
    async (which) => {
      if (which === 'that were kept') {
        // So that it is asked again, over columns where only what changed is read.
        await tested.database.write('MATCH (s:SkeinDerivationState {id: $rule}) DELETE s', {
          rule,
        });
        const { run } = await detecting(true);
        expect(run.columns?.kept).toBeGreaterThan(10);
      }
      const reads = await readsOf(rule);
      expect(reads.everything).toBe(false);
      expect(reads.relations).toEqual(relations);
      for (const word of own) expect(reads.words).toContain(word);
      for (const word of [...others, 'SkeinLoad']) expect(reads.words).not.toContain(word);
    },
  );
});
