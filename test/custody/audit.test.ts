/** What `skein audit verify` finds in a log that somebody has changed. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { audit, type AuditFault } from '../../server/trust/custody/audit.ts';
import { custodyFiles, sha256 } from '../../server/trust/custody/files.ts';
import { append } from '../../server/trust/custody/log.ts';
import { canonicalJson } from '../../server/platform/canonical.ts';
import { UnavailableError } from '../../server/platform/problems.ts';
import { rotate } from '../../server/trust/signing/key-store.ts';
import { beginning, contentDigest, linkHash } from '../../verifier/custody-chain.ts';
import type { Entry } from '../../verifier/custody-entry.ts';
import { homeWithViews, newHome, readLines, viewOf, writeLines } from './homes.ts';

let home: string;
let lines: string[];

/** Entry n is line n: the first is the log's beginning. */
beforeEach(async () => {
  home = await homeWithViews(7);
  lines = await readLines(home);
});

async function faults(): Promise<string[]> {
  const { faults: found, whole } = await audit(home);
  expect(whole).toBe(found.length === 0);
  return found.map(named);
}

function named({ kind, entry }: AuditFault): string {
  return `${kind} ${entry ?? ''}`.trim();
}

function parsed(line: string): { content: Entry; hash: string } {
  return JSON.parse(line) as { content: Entry; hash: string };
}

/** The same entries with one changed, linked anew from there on, as somebody without the key could. */
function relinked(
  from: readonly string[],
  change: (line: string, entry: number) => string,
): string[] {
  let previous = beginning;
  return from.map((line, at) => {
    const { content } = parsed(change(line, at + 1));
    const hash = linkHash(previous, contentDigest(content, sha256), sha256);
    previous = hash;
    return canonicalJson({ content, hash });
  });
}

describe('a log as it was written', () => {
  it('is whole, and is for nobody else to read', async () => {
    const { head, ...audited } = await audit(home);
    expect(audited).toMatchObject({ whole: true, entries: 8, interrupted: false });
    expect(head).toBe(parsed(lines[7]!).hash);
    const files = custodyFiles(home);
    expect((await stat(files.folder)).mode & 0o777).toBe(0o700);
    for (const path of [files.log, files.head, files.values])
      expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('stays so when the key is another', async () => {
    await rotate(home);
    expect(await faults()).toEqual([]);
    await append(home, viewOf('a9'));
    expect(await faults()).toEqual([]);
  });

  it('is none where nothing was recorded', async () => {
    expect(await audit(await newHome())).toMatchObject({ whole: true, entries: 0, head: null });
  });
});

describe('a changed byte', () => {
  it('of any line is found, and its entry named', async () => {
    const log = await readFile(custodyFiles(home).log);
    let start = 0;
    for (const [at, line] of lines.entries()) {
      for (const offset of [0, 7, Math.floor(line.length / 2), line.length - 4, line.length]) {
        const changed = Buffer.from(log);
        changed[start + offset]! ^= 1;
        await writeFile(custodyFiles(home).log, changed);
        const { faults: found } = await audit(home);
        expect(
          found.map(({ entry }) => entry),
          `line ${at + 1}, byte ${offset}`,
        ).toContain(at + 1);
      }
      start += line.length + 1;
    }
  });

  it('names that entry alone', async () => {
    await writeLines(home, lines.with(3, lines[3]!.replace('"view"', '"load"')));
    expect(await faults()).toEqual(['changed 4']);
    const { hash } = parsed(lines[3]!);
    await writeLines(
      home,
      lines.with(
        3,
        lines[3]!.replace(
          hash,
          hash.replace(/./, (digit) => (digit === '0' ? '1' : '0')),
        ),
      ),
    );
    expect(await faults()).toEqual(['changed 4']);
  });

  it('is found also when all links after it were made anew', async () => {
    await writeLines(
      home,
      relinked(lines, (line, entry) => (entry === 4 ? line.replace('"view"', '"load"') : line)),
    );
    expect(await faults()).toEqual(['changed 8']);
  });

  it('of the head is found', async () => {
    const { head } = custodyFiles(home);
    const text = await readFile(head, 'utf8');
    await writeFile(head, text.replace('"count":8', '"count":7'));
    expect(await faults()).toEqual(['head']);
    await writeFile(head, `${text} `);
    expect(await faults()).toEqual(['head']);
    await rm(head);
    expect(await faults()).toEqual(['head']);
  });
});

describe('an entry', () => {
  it.each([
    ['first', 1],
    ['middle', 4],
    ['last', 8],
  ])('that is removed, the %s, is missing', async (_, entry) => {
    await writeLines(home, lines.toSpliced(entry - 1, 1));
    expect(await faults()).toEqual([`missing ${entry}`]);
  });

  it('that is removed with its neighbours, or with all to the end, is missing with them', async () => {
    await writeLines(home, lines.toSpliced(2, 3));
    const [fault] = (await audit(home)).faults;
    expect(fault).toMatchObject({ kind: 'missing', entry: 3 });
    expect(fault?.detail).toContain('entries 3 to 5');
    await writeLines(home, lines.slice(0, 5));
    expect(await faults()).toEqual(['missing 6']);
    await rm(custodyFiles(home).log);
    expect(await faults()).toEqual(['missing 1']);
  });

  it('that is put in a second time, or in another place, is misplaced', async () => {
    await writeLines(home, lines.toSpliced(5, 0, lines[2]!));
    expect(await faults()).toEqual(['misplaced 3']);
    await writeLines(home, lines.with(2, lines[3]!).with(3, lines[2]!));
    expect(await faults()).toEqual(['misplaced 3']);
  });

  it('that was made up is changed, misplaced or added', async () => {
    const [made] = relinked(lines.slice(0, 1), (line) => line.replace('"entry":1', '"entry":9'));
    await writeLines(home, [...lines, made!]);
    expect(await faults()).toContain('added 9');
    await writeLines(home, lines.toSpliced(4, 0, made!));
    expect((await audit(home)).whole).toBe(false);
  });
});

describe('another log in its place', () => {
  it('is found, whole as it may be', async () => {
    const other = await homeWithViews(7);
    await cp(custodyFiles(other).log, custodyFiles(home).log);
    expect(await faults()).toEqual(['changed 8']);
    await cp(custodyFiles(other).folder, custodyFiles(home).folder, { recursive: true });
    expect(await faults()).toEqual(['head']);
  });
});

describe('what comes after a change', () => {
  it('is not recorded on top of it', async () => {
    for (const changed of [lines.slice(0, 5), [...lines, lines[2]!]]) {
      await writeLines(home, changed);
      await expect(append(home, viewOf('a9'))).rejects.toThrow(UnavailableError);
      expect(await readLines(home)).toEqual(changed);
    }
  });

  it('is not recorded where the log cannot be written, which is said', async () => {
    const elsewhere = await newHome();
    await writeFile(join(elsewhere, 'custody'), 'a file where the folder should be');
    await expect(append(elsewhere, viewOf('a9'))).rejects.toThrow('cannot be written (EEXIST)');
    await rm(join(elsewhere, 'custody'));
    await mkdir(custodyFiles(elsewhere).log, { recursive: true });
    await expect(append(elsewhere, viewOf('a9'))).rejects.toThrow(UnavailableError);
  });

  it.runIf(existsSync('/dev/full'))(
    'is not recorded on a full disk, and once there is room',
    async () => {
      const elsewhere = await newHome();
      await mkdir(custodyFiles(elsewhere).folder);
      await symlink('/dev/full', custodyFiles(elsewhere).log);
      await expect(append(elsewhere, viewOf('a9'))).rejects.toThrow('cannot be written (ENOSPC)');
      await rm(custodyFiles(elsewhere).log);
      await append(elsewhere, viewOf('a9'));
      expect(await audit(elsewhere)).toMatchObject({ whole: true, entries: 2 });
    },
  );
});
