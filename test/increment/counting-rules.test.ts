import { expect, it } from 'vitest';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { ReadSet } from '../../server/detection/increment/read-set.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { silverstar } from '../datasets/rows.ts';

const tested = testDatabase();

it.each([false, true])(
  'a rule that counts over columns rests on what its own SQL names, not on what is read with it for others (changed only: %s)',
  async (changedOnly) => {
    const { database, settings } = tested;
    if (!changedOnly) await loadFolders(database, settings, [silverstar], {}, silentProgress);
    // So that it is asked again, over columns that were kept, where only what changed is.
    await database.write("MATCH (s:SkeinDerivationState {id: 'SAME_EXITS'}) DELETE s");
    const { run } = await detect(database, { home: settings.home, changedOnly }, silentProgress);
    expect((run.columns?.kept ?? 0) > 10).toBe(changedOnly);
    const [state] = await database.read<{ json: string }>(
      "MATCH (s:SkeinDerivationState {id: 'SAME_EXITS'}) RETURN s.json AS json",
    );
    const { reads } = JSON.parse(state!.json) as { reads: ReadSet };
    expect(reads.everything).toBe(false);
    expect(reads.relations).toEqual(['COVERS', 'LOGGED_IN_FROM']);
    expect(reads.words).toContain('started_at');
    expect(reads.words).not.toContain('user_agent');
    expect(reads.words).not.toContain('SkeinLoad');
  },
);
