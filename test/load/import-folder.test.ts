import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetAbandoned, importFolderIn } from '../../server/ingest/load/import-folder.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'skein-folders-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('a folder that an import is written into', () => {
  it('goes with the next load when the process was killed, and stays while it lives; nothing else goes', async () => {
    const own = await importFolderIn(home);
    expect((await stat(own)).mode & 0o077).toBe(0);
    const { pid } = spawnSync(process.execPath, ['--eval', '']);
    await mkdir(join(home, `import-${pid}-gone`));
    await mkdir(join(home, 'import-kept'));
    await forgetAbandoned(home);
    expect((await readdir(home)).map((name) => join(home, name)).sort()).toEqual(
      [own, join(home, 'import-kept')].sort(),
    );
    await forgetAbandoned(join(home, 'nowhere'));
  });
});
