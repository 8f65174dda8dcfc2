/** Personal values: apart from the chain, and removed for good. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { audit } from '../../server/trust/custody/audit.ts';
import { erase, naming } from '../../server/trust/custody/erase.ts';
import { custodyFiles } from '../../server/trust/custody/files.ts';
import { append } from '../../server/trust/custody/log.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import type { Entry } from '../../verifier/custody-entry.ts';
import { exportWith, findingView, newHome, readLines, viewOf } from './homes.ts';

async function shown(home: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of shownEntries(home, {})) entries.push(entry);
  return entries;
}

async function valuesText(home: string): Promise<string> {
  return readFile(custodyFiles(home).values, 'utf8');
}

describe('personal values', () => {
  it('are shown while they are kept, and stand in no entry', async () => {
    const home = await newHome();
    await append(home, viewOf('jane@example.com'));
    const [, view] = await shown(home);
    expect(view?.subject).toEqual({ nodes: 'account:jane@example.com' });
    expect((await readLines(home)).join('\n')).not.toContain('jane');
  });

  it('that are equal have different digests', async () => {
    const home = await newHome();
    await append(home, viewOf('a1'));
    await append(home, viewOf('a1'));
    const [, first, second] = (await readLines(home)).map(
      (line) => JSON.parse(line) as { content: Entry },
    );
    expect(first?.content.subject).not.toEqual(second?.content.subject);
  });

  it('of an account are removed wherever they name it, and the chain holds', async () => {
    const home = await newHome();
    await append(home, viewOf('a1'));
    await append(home, viewOf('a11'));
    await append(home, findingView('F-1', ['a1', 'a2']));
    await append(home, exportWith('about a1, as the court asked', 'd'.repeat(64)));
    await append(home, exportWith('about a11', 'd'.repeat(64)));
    const before = await readLines(home);
    const { head } = await audit(home);

    expect(await naming(home, 'a1')).toBe(5);
    expect(await erase(home, 'a1')).toEqual({ values: 5, entries: [2, 4, 5, 6] });

    expect((await readLines(home)).slice(0, 6)).toEqual(before);
    expect(await audit(home)).toMatchObject({ whole: true, entries: 7 });
    expect((await audit(home)).hashes.get(6)).toBe(head);
    expect(await valuesText(home)).not.toMatch(/\ba1\b/);
    const entries = await shown(home);
    expect(entries[1]?.subject['nodes']).toHaveProperty('digest');
    expect(entries[2]?.subject).toEqual({ nodes: 'account:a11' });
    expect(entries[5]?.after?.['reason']).toBe('about a11');
    expect(entries[6]).toMatchObject({
      act: 'erase',
      subject: { entries: [2, 4, 5, 6] },
      after: { values: 5 },
    });
    expect(await naming(home, 'a1')).toBe(0);
  });

  it('of an account whose id has signs of a pattern are those alone that name it', async () => {
    const home = await newHome();
    for (const id of ['a.1', 'ab1', 'a-1', '(a+'])
      await append(home, exportWith(`about ${id}, as asked`, 'd'.repeat(64)));
    for (const id of ['a.1', 'a-1', '(a+']) expect([id, await naming(home, id)]).toEqual([id, 1]);
  });
});
