import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Recipient } from '../../domain/input/delivery.ts';
import { allow } from '../allow.ts';
import { testDatabase } from '../database.ts';
import { reportOf, sender, summary } from './sending.ts';

const tested = testDatabase();
const sending = sender(tested);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-reports-'));
  await allow(tested, { reports: { folders: [folder] } });
});

afterEach(() => rm(folder, { recursive: true }));

const inFolder = (path = folder): Recipient => ({
  ...{ kind: 'folder', path, formats: ['html', 'csv'], language: 'en' },
});

describe('a folder', () => {
  it('gets every file that was asked for, whole, and a note of them', async () => {
    const { id } = (await sending.enqueue(reportOf('filed'), inFolder()))[0]!;
    await sending.deliver();
    expect((await sending.state(id)).state).toBe('delivered');
    const out = join(folder, 'R-20260105T070000-0001', 'filed-en');
    expect((await readdir(out)).sort()).toEqual(
      ['delivery.json', 'report.html', '계정 محمد.csv'].sort(),
    );
    expect(await readFile(join(out, '계정 محمد.csv'), 'utf8')).toBe('a,b\n');
    expect(JSON.parse(await readFile(join(out, 'delivery.json'), 'utf8'))).toMatchObject({
      delivery: id,
      summary,
      files: [{ name: 'report.html', bytes: 4 }, { name: '계정 محمد.csv' }],
    });
  });

  it('that is not there is not made, and gets its report once it is', async () => {
    const path = join(folder, 'not', 'mounted');
    const { id } = (await sending.enqueue(reportOf('lost'), inFolder(path)))[0]!;
    await sending.deliver();
    const failed = await sending.state(id);
    expect(failed).toMatchObject({ state: 'failed', attempts: [{ refused: false }] });
    expect(failed.attempts[0]!.error).toContain(`There is no folder ${path}`);
    expect(await readdir(folder)).toEqual([]);
    await mkdir(path, { recursive: true });
    expect((await sending.deliverLater(id)).state).toBe('delivered');
  });

  it('that cannot be written says why', async () => {
    await writeFile(join(folder, 'R-20260105T070000-0001'), 'a file in the way');
    const { id } = (await sending.enqueue(reportOf('barred'), inFolder()))[0]!;
    await sending.deliver();
    expect((await sending.state(id)).attempts[0]!.error).toMatch(/cannot be written \(E/);
  });
});
