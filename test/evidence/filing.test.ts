/** That a filing is thought of stands in a bundle where it was asked for by name, and nowhere else (31 USC 5318(g)(2)). */
import { describe, expect, test } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { exported } from '../../server/trust/custody/acts.ts';
import type { Concern } from '../../server/trust/custody/concern.ts';
import { Personal, type Draft } from '../../server/trust/custody/draft.ts';
import { append } from '../../server/trust/custody/log.ts';
import { exporting } from '../../server/trust/custody/part.ts';
import { exportCommand } from '../../server/edge/commands/export.ts';
import { checkCustody, type CustodyPart } from '../../verifier/custody-part.ts';
import { sha256 } from '../../server/trust/custody/files.ts';
import { Command } from 'commander';
import { exportWith, newHome } from '../custody/homes.ts';
import { asFile, packed, temporaryFolder, verified } from './bundles.ts';
import { exhibit, occasion } from './exhibits.ts';
import { filesUnder, unpackedIn } from './unpacked.ts';

/** What may tell of a filing: its draft, its deadline, its day. */
const telling =
  /narrative|suspicious-activity narrative|2024-01-31|2024-03-01|\bfiling\b|\bfiled\b/i;
/** Rules speak of what they find in the words of the advisory, STIX in its own vocabulary; no file but these may. */
const vocabulary = /"context":"suspicious-activity"/g;

async function texts(of: ReturnType<typeof exhibit>): Promise<Map<string, string>> {
  const { bytes } = await packed(of, occasion);
  expect(await verified(await asFile(bytes))).toMatchObject({ intact: true });
  return filesUnder(await unpackedIn(await temporaryFolder(), bytes));
}

describe('a bundle', () => {
  test.each(['en', 'fr'] as const)('in %s tells nothing of a filing', async (language) => {
    // A day that was typed for the draft on the page goes nowhere else.
    const files = await texts({ ...exhibit(), language, decided: '2024-01-31' });
    expect([...files.keys()].filter((name) => name.includes('narrative'))).toEqual([]);
    // The page that verifies says what any bundle may hold.
    files.delete('verify.html');
    for (const [name, text] of files)
      expect({ name, tells: telling.exec(text.replaceAll(vocabulary, ''))?.[0] }).toEqual({ name });
  });

  test('with the draft says so to whoever opens it, and verifies', async () => {
    const files = await texts({ ...exhibit(), narrative: true, decided: '2024-01-31' });
    expect(files.get('data/narrative.md')).toContain('To be filed by 2024-03-01');
    expect(JSON.parse(files.get('data/settings.json')!)).toMatchObject({
      decided: '2024-01-31',
      narrative: true,
    });
    const { warning } = messages.evidence.page.withNarrative;
    const { is } = messages.evidence.page.contentsOf.find(
      ({ files: [name] }) => name === 'narrative.md',
    )!;
    for (const name of ['report.html', 'data/report.html']) {
      expect(files.get(name)).toContain(warning.slice(0, 60));
      expect(files.get(name)).toContain(is.slice(0, 60));
    }
    expect(warning).toContain('31 USC 5318(g)(2)');
    expect(warning).toContain('s. 333A');
  });
});

describe('the custody log', () => {
  const scope = { kind: 'account', id: 'a2', hops: 1 } as const;
  const entries: Draft[] = [
    {
      act: 'view',
      subject: { view: 'narrative', of: new Personal('x', ['account:a2']) },
      before: null,
      after: null,
    },
    exported(scope, 'd'.repeat(64), { ...occasion, run: null }, ['a2'], [], true),
    {
      act: 'judge',
      subject: { queue: [new Personal('F-1', ['account:a2'])] },
      before: { states: ['confirmed'] },
      after: { state: 'referred' },
    },
    exported(scope, 'd'.repeat(64), { ...occasion, run: null }, ['a2'], [], false),
  ];
  const concern: Concern = {
    ...{ rows: new Set<string>(), run: null, judgements: new Set<string>(), board: null },
    filing: false,
    about: new Set(['account:a2']),
  };

  async function partWith(filing: boolean): Promise<CustodyPart> {
    const home = await newHome();
    for (const entry of entries) await append(home, entry);
    const digest = 'e'.repeat(64);
    const text = await exporting(
      home,
      exportWith('asked', digest),
      { ...concern, filing },
      (part) => Promise.resolve([...part.chunks()].join('')),
    );
    expect(checkCustody(text, sha256, digest).faults).toEqual([]);
    return JSON.parse(text) as CustodyPart;
  }

  test('notes that the draft was handed out', () => {
    expect(entries[1]!.after).toMatchObject({ narrative: true });
    expect(entries[3]!.after).not.toHaveProperty('narrative');
  });

  test('goes with a bundle without what tells of a filing, whole all the same', async () => {
    const part = await partWith(false);
    expect(JSON.stringify(part)).not.toMatch(/narrative|referred/);
    const acts = part.entries.map(({ act }) => act);
    expect(acts.filter((act) => act === 'export')).toHaveLength(2);
    expect(acts).not.toContain('view');
  });

  test('goes in full with the bundle that holds the draft', async () => {
    expect(JSON.stringify(await partWith(true))).toMatch(/narrative.*referred/);
  });
});

test('a day of decision without the draft is refused on the command line', async () => {
  const program = new Command().exitOverride();
  exportCommand(program);
  const asked = ['export', '--account', 'a1', '--decided', '2024-01-31', '--out', 'x.zip'];
  await expect(program.parseAsync(asked, { from: 'user' })).rejects.toThrow(
    messages.evidence.decidedOfNarrative,
  );
});
