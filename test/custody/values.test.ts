/** The personal values beside the log: each is bound to its entry, and none is gone but by an erasure that names it. */
import { appendFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../server/trust/custody/audit.ts';
import { erase } from '../../server/trust/custody/erase.ts';
import { custodyFiles, sha256 } from '../../server/trust/custody/files.ts';
import { signedHead } from '../../server/trust/custody/head.ts';
import { append } from '../../server/trust/custody/log.ts';
import { exporting } from '../../server/trust/custody/part.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { valueText, type KeptValue } from '../../server/trust/custody/values.ts';
import { UnavailableError } from '../../server/platform/problems.ts';
import type { Entry } from '../../verifier/custody-entry.ts';
import { earlierHome, exportWith, findingView, newHome, viewOf } from './homes.ts';

const payload = 'd'.repeat(64);
let home: string;
let path: string;
let lines: string[];

/** Of entry 5 there are two values, of 2, 3, 4 and 6 one each. */
beforeEach(async () => {
  home = await newHome();
  for (const account of ['a1', 'a2', 'a3']) await append(home, viewOf(account));
  await append(home, exportWith('asked by the court', payload));
  await append(home, findingView('F-1', ['a1', 'a4']));
  path = custodyFiles(home).values;
  lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  expect(lines).toHaveLength(6);
});

async function faults(of = home): Promise<string[]> {
  const { faults: found, whole } = await audit(of);
  expect(whole).toBe(found.length === 0);
  return found.map(({ kind, entry }) => `${kind} ${entry ?? 'file'}`);
}

function write(other: readonly string[]): Promise<void> {
  return writeFile(path, other.map((line) => `${line}\n`).join(''));
}

function parsed(line: number): KeptValue {
  return JSON.parse(lines[line]!) as KeptValue;
}

function withLine(line: number, change: Partial<KeptValue>): string[] {
  return lines.with(line, valueText({ ...parsed(line), ...change }));
}

it('are whole as they were written', async () => {
  expect(await faults()).toEqual([]);
});

describe('a value', () => {
  it.each<[string, Partial<KeptValue>]>([
    ['its text', { value: 'account:a9' }],
    ['its salt', { salt: '0'.repeat(32) }],
    ['what it is about, by which it would be found to be erased', { about: [] }],
  ])('is named where %s is altered', async (_, change) => {
    await write(withLine(1, change));
    expect(await faults()).toEqual(['changed 3']);
  });

  it('cannot be passed off as one of an earlier program, with nothing that it is about', async () => {
    const { value, about } = parsed(1);
    await write(withLine(1, { value: JSON.stringify([value, about]), about: [] }));
    expect(await faults()).toEqual(['changed 3']);
    await write(withLine(1, { value: '', about: [], salt: `${parsed(1).salt}ff` }));
    expect(await faults()).toEqual(['changed 3']);
  });

  it('is named where it is said of another entry or field', async () => {
    await write(withLine(1, { entry: 9 }));
    expect(await faults()).toEqual(['missing 3', 'added 9']);
    await write(withLine(1, { field: 'subject.other' }));
    expect((await faults()).sort()).toEqual(['added 3', 'missing 3']);
  });

  it('is named with the other where two are swapped', async () => {
    const [one, other] = [parsed(0), parsed(1)];
    const swapped = withLine(0, { value: other.value, salt: other.salt, about: other.about });
    const { value, salt, about } = one;
    await write(swapped.with(1, valueText({ ...other, value, salt, about })));
    expect(await faults()).toEqual(['changed 2', 'changed 3']);
    await write(withLine(0, { entry: other.entry }).with(1, valueText({ ...other, entry: 2 })));
    expect(await faults()).toEqual(['changed 2', 'changed 3']);
  });

  it('that is cut out is missing, each by its entry', async () => {
    for (const at of lines.keys()) {
      await write(lines.toSpliced(at, 1));
      expect(await faults(), lines[at]).toEqual([`missing ${parsed(at).entry}`]);
    }
  });

  it('that is altered is not shown, nor taken for what was recorded', async () => {
    await write(withLine(1, { value: 'account:a9' }));
    const entries: Entry[] = [];
    for await (const entry of shownEntries(home, {})) entries.push(entry);
    expect(entries[1]?.subject).toEqual({ nodes: 'account:a1' });
    expect(entries[2]?.subject['nodes']).toHaveProperty('digest');
  });
});

describe('the file', () => {
  it('is named where its lines are reordered, within an entry too', async () => {
    for (let at = 1; at < lines.length; at += 1) {
      await write(lines.with(at, lines[at - 1]!).with(at - 1, lines[at]!));
      expect(await faults(), `${at}`).toEqual([expect.stringMatching(/^misplaced /)]);
    }
  });

  it('is named where a line stands twice, is none, or is written otherwise', async () => {
    await write([...lines, lines[0]!]);
    expect(await faults()).toEqual(['added 2']);
    await write([...lines, '']);
    expect(await faults()).toEqual(['changed file']);
    await write(lines.toSpliced(2, 0, '{}'));
    expect(await faults()).toEqual(['changed file']);
    await write(lines.with(1, lines[1]!.replace('":', '": ')));
    expect(await faults()).toEqual(['changed 3']);
  });

  it('is named where it is truncated, anywhere', async () => {
    const whole = await readFile(path);
    for (const size of [whole.length - 1, whole.length - 20, 500, 1, 0]) {
      await writeFile(path, whole);
      await truncate(path, size);
      expect(await faults(), `${size} bytes`).not.toEqual([]);
    }
  });

  it('is named where it is gone, in one line', async () => {
    await rm(path);
    expect(await faults()).toEqual(['missing 2']);
    const [fault] = (await audit(home)).faults;
    expect(fault?.detail).toContain('6 personal values of entries 2 to 6');
  });

  it('is not gone on with where its length is not what was left', async () => {
    for (const other of [lines.slice(0, 4), [...lines, lines[0]!]]) {
      await write(other);
      await expect(append(home, viewOf('a9'))).rejects.toThrow(UnavailableError);
      expect((await readFile(path, 'utf8')).split('\n').slice(0, -1)).toEqual(other);
    }
  });

  it('makes no part of a bundle where a value is altered, which could keep an entry out of it', async () => {
    await write(withLine(1, { about: ['account:x2'] }));
    const concern = {
      ...{
        rows: new Set<string>(),
        run: null,
        judgements: new Set<string>(),
        board: null,
        filing: false,
      },
      about: new Set(['account:a2']),
    };
    const made = exporting(home, exportWith('x', payload), concern, () => Promise.resolve());
    await expect(made).rejects.toThrow(UnavailableError);
    expect((await stat(custodyFiles(home).log)).size).toBeGreaterThan(0);
    expect((await audit(home)).entries).toBe(6);
  });
});

describe('an erasure', () => {
  it('leaves the log whole, before and after more is recorded', async () => {
    await erase(home, 'a1');
    expect(await faults()).toEqual([]);
    await append(home, viewOf('a1'));
    await erase(home, 'a4');
    await erase(home, 'a1');
    await append(home, viewOf('a5'));
    expect(await faults()).toEqual([]);
  });

  it('excuses no other value, of its own entries neither', async () => {
    await erase(home, 'court');
    const left = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
    expect(left).toHaveLength(5);
    expect(await faults()).toEqual([]);
    for (const at of left.keys()) {
      await write(left.toSpliced(at, 1));
      const { entry } = JSON.parse(left[at]!) as KeptValue;
      expect(await faults(), left[at]).toEqual([`missing ${entry}`]);
    }
  });

  it('that was undone is told', async () => {
    await erase(home, 'a2');
    await write(lines);
    expect(await faults()).toEqual(['added 3']);
  });
});

describe('what a killed process leaves', () => {
  it('is told from what a hand added, and cut off by the next entry', async () => {
    const { nextHead, head } = custodyFiles(home);
    const before = {
      head: await readFile(head),
      values: await readFile(path),
      log: await readFile(custodyFiles(home).log),
    };
    await append(home, viewOf('a9'));
    const next = await readFile(head);
    const grown = await readFile(path);
    for (const end of [before.values.length + 9, grown.length]) {
      await writeFile(head, before.head);
      await writeFile(custodyFiles(home).log, before.log);
      await writeFile(nextHead, next);
      await writeFile(path, grown.subarray(0, end));
      expect(await audit(home)).toMatchObject({ whole: true, interrupted: true, entries: 6 });
      await append(home, viewOf('a8'));
      expect(await audit(home)).toMatchObject({ whole: true, interrupted: false, entries: 7 });
    }
  });

  it('is put right where an erasure had taken the values and not yet the head', async () => {
    await erase(home, 'a1');
    const { head, nextHead } = custodyFiles(home);
    const signed = await readFile(head, 'utf8');
    // As the head was after its entry, before the values were taken.
    const other = await earlierHead(signed);
    await writeFile(nextHead, signed);
    await writeFile(head, other);
    expect((await audit(home)).faults).toEqual([]);
  });

  async function earlierHead(signed: string): Promise<string> {
    const { count, hash, bytes } = JSON.parse(signed) as {
      count: number;
      hash: string;
      bytes: number;
    };
    const values = { bytes: Buffer.byteLength(lines.map((line) => `${line}\n`).join('')), from: 0 };
    return (await signedHead(home, { count, hash, bytes, values })).text;
  }
});

describe('a log of an earlier program', () => {
  it('is whole with what its killed processes left, and held to what it recorded', async () => {
    const old = await earlierHome(['a1', 'a2', 'a3']);
    const file = custodyFiles(old).values;
    expect(await faults(old)).toEqual([]);
    const text = await readFile(file, 'utf8');
    const kept = text.split('\n').find((line) => line.includes('account:a2'))!;
    await writeFile(file, text.replace(kept, kept.replace('account:a2', 'account:a7')));
    expect(await faults(old)).toEqual(['changed 3']);
    await writeFile(file, text.replace(kept, ''));
    expect(await faults(old)).toEqual(['missing 3']);
    await writeFile(file, text);
    await appendFile(file, '\n{"entry":5,"field":"subj');
    await append(old, viewOf('a4'));
    await append(old, viewOf('a5'));
    expect(await faults(old)).toEqual([]);
    await erase(old, 'a2');
    await append(old, viewOf('a6'));
    expect(await faults(old)).toEqual([]);
    expect(sha256(await readFile(file))).not.toBe(sha256(Buffer.from(text)));
  });
});
