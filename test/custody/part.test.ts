/** The part of the log that goes with an export, and the log held against it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { departure, readPart } from '../../server/evidence/bundle/against.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import type { Concern } from '../../server/trust/custody/concern.ts';
import { sha256 } from '../../server/trust/custody/files.ts';
import { append } from '../../server/trust/custody/log.ts';
import { exporting } from '../../server/trust/custody/part.ts';
import { canonicalJson } from '../../server/platform/canonical.ts';
import { InvalidDataError, UnavailableError } from '../../server/platform/problems.ts';
import { beginning, contentDigest, linkHash } from '../../verifier/custody-chain.ts';
import { checkCustody, partKind, type CustodyPart } from '../../verifier/custody-part.ts';
import {
  exportWith,
  findingView,
  homeWithViews,
  newHome,
  readLines,
  viewOf,
  writeLines,
} from './homes.ts';

const payload = 'd'.repeat(64);
const rowsFile = 'a'.repeat(64);

const concern: Concern = {
  rows: new Set([`${rowsFile}:7`]),
  run: 'R-1',
  judgements: new Set(['J-1']),
  board: null,
  filing: false,
  about: new Set(['account:a2', 'finding:F-1']),
};

async function partOf(home: string): Promise<string> {
  return exporting(home, exportWith('asked by the court', payload), concern, (part) =>
    Promise.resolve([...part.chunks()].join('')),
  );
}

function fact(
  act: 'load' | 'detect' | 'judge' | 'view',
  subject: object,
  after: object | null = null,
) {
  return { act, subject, before: null, after } as Parameters<typeof append>[1];
}

describe('the part that goes with an export', () => {
  it('verifies from the first entry to the export, with what concerns it in full', async () => {
    const home = await newHome();
    await append(
      home,
      fact(
        'load',
        { load: 'L-1' },
        { state: 'begun', files: [{ file: 'accounts.csv', sha256: rowsFile }] },
      ),
    );
    await append(
      home,
      fact(
        'load',
        { load: 'L-2' },
        { state: 'begun', files: [{ file: 'other.csv', sha256: 'b'.repeat(64) }] },
      ),
    );
    await append(home, fact('load', { load: 'L-1' }, { state: 'ended' }));
    await append(home, fact('detect', { run: 'R-0' }));
    await append(home, fact('detect', { run: 'R-1' }));
    await append(home, fact('judge', { judgement: 'J-1' }));
    await append(home, fact('judge', { judgement: 'J-2' }));
    await append(home, viewOf('a1'));
    await append(home, viewOf('a2'));
    await append(home, findingView('F-1', ['a8', 'a9']));
    await append(home, fact('view', { sha256: rowsFile, line: 7 }));
    await append(home, fact('view', { sha256: rowsFile, line: 8 }));

    const checked = checkCustody(await partOf(home), sha256, payload);
    expect(checked.faults).toEqual([]);
    expect(checked).toMatchObject({
      count: 14,
      payload_digest: payload,
      head: (await audit(home)).head,
    });
    expect(checked.entries.map(({ entry }) => entry)).toEqual([1, 2, 4, 6, 7, 10, 11, 12, 14]);
  });

  it('holds no personal value', async () => {
    const home = await homeWithViews(3);
    const text = await partOf(home);
    expect(text).not.toContain('account:a');
    expect(text).not.toContain('court');
    expect((await readLines(home)).join('\n')).not.toContain('court');
  });

  it('shows a changed, removed, added or moved entry, and another payload', async () => {
    const home = await homeWithViews(5);
    const part = JSON.parse(await partOf(home)) as CustodyPart;
    const faults = (changed: unknown, digest = payload) =>
      checkCustody(canonicalJson(changed), sha256, digest).faults.map(({ detail }) =>
        detail(messages.verifier),
      );
    expect(faults(part)).toEqual([]);
    expect(faults(part, 'e'.repeat(64))).toEqual([expect.stringContaining('another payload')]);
    const [first, second, ...rest] = part.entries;
    const other = { ...second!, by: 'somebody else' };
    expect(faults({ ...part, entries: [first, other, ...rest] })).toEqual([
      expect.stringContaining('do not lead'),
    ]);
    expect(faults({ ...part, entries: [first, ...rest] })).toEqual(['lacks entry 3']);
    expect(faults({ ...part, entries: [first, second, ...part.entries] })[0]).toContain('twice');
    const [run, ...runs] = part.others;
    const flipped = run!.digests.replace(/./, (digit) => (digit === '0' ? '1' : '0'));
    expect(faults({ ...part, others: [{ ...run!, digests: flipped }, ...runs] })).toEqual([
      expect.stringContaining('do not lead'),
    ]);
    expect(faults({ ...part, count: part.count - 1 })[0]).toContain('beyond its end');
    expect(faults({ ...part, more: 1 })).toEqual([expect.stringContaining('to the byte')]);
    for (const text of ['', 'null', '{}', `${canonicalJson(part)}\n`])
      expect(checkCustody(text, sha256).faults).toHaveLength(1);
  });

  it('may be of a long log', () => {
    const digests = Array.from({ length: 119_999 }, (_, at) => sha256(Buffer.from(`${at}`)));
    const own = { entry: 120_000, at: '', by: '', act: 'export' as const, subject: {} };
    const last = { ...own, before: null, after: { payload_digest: payload } };
    const head = [...digests, contentDigest(last, sha256)].reduce(
      (hash, digest) => linkHash(hash, digest, sha256),
      beginning,
    );
    const part: CustodyPart = {
      kind: partKind,
      from: { entry: 0, hash: beginning },
      ...{ count: last.entry, head, entries: [last] },
      others: [{ from: 1, digests: digests.join('') }],
    };
    expect(checkCustody(canonicalJson(part), sha256, payload).faults).toEqual([]);
  });

  it('is not made, and nothing recorded, when the log was altered', async () => {
    const home = await homeWithViews(5);
    const lines = await readLines(home);
    const changed = lines.with(2, lines[2]!.replace('"view"', '"load"'));
    await writeLines(home, changed);
    await expect(partOf(home)).rejects.toThrow(UnavailableError);
    expect(await readLines(home)).toEqual(changed);
  });

  it('is not made where the log is out of reach', async () => {
    const home = await newHome();
    await writeFile(join(home, 'custody'), 'a file where the folder should be');
    await expect(partOf(home)).rejects.toThrow(UnavailableError);
  });

  it('tells of an export that failed', async () => {
    const home = await homeWithViews(1);
    const failing = exporting(home, exportWith('x', payload), concern, () =>
      Promise.reject(new Error('the disk is full')),
    );
    await expect(failing).rejects.toThrow('the disk is full');
    const last = JSON.parse((await readLines(home)).at(-1)!) as { content: unknown };
    expect(last.content).toMatchObject({
      act: 'export',
      subject: { entry: 3 },
      after: { failed: true },
    });
  });
});

describe('a log held against a part', () => {
  it('goes on from it, or departs at an entry', async () => {
    const home = await homeWithViews(4);
    const path = join(await newHome(), 'custody.json');
    await writeFile(path, await partOf(home));
    await append(home, viewOf('a9'));
    const part = await readPart(path);
    expect(departure((await audit(home)).hashes, part)).toBeNull();

    // Another log of this very key: whole by itself.
    const other = await homeWithViews(9);
    expect((await audit(other)).whole).toBe(true);
    expect(departure((await audit(other)).hashes, part)).toMatchObject({
      kind: 'changed',
      entry: 1,
    });
    await writeLines(home, (await readLines(home)).slice(0, 3));
    expect(departure((await audit(home)).hashes, part)).toMatchObject({
      kind: 'missing',
      entry: 4,
    });
  });

  it('is refused what is no part', async () => {
    const path = join(await newHome(), 'custody.json');
    await writeFile(path, '{}');
    await expect(readPart(path)).rejects.toThrow(InvalidDataError);
  });
});
