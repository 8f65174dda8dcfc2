/** Who opens or prints the report of a bundle finds the case; the payload is the same whoever exports, for whichever. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Occasion } from '../../domain/evidence-scope.ts';
import { asFile, packed, temporaryFolder, verified } from './bundles.ts';
import { exhibit, occasion } from './exhibits.ts';
import { unpackedIn } from './unpacked.ts';

const stated: Occasion = {
  ...occasion,
  case_number: 'K-7/2026 <b>',
  authority: 'Warrant 4711, District Court',
  reason: 'Asked for by the prosecutor',
};

async function read(on: Occasion, language: 'en' | 'fr' = 'en') {
  const { bytes, digest } = await packed({ ...exhibit(), language }, on);
  const folder = await unpackedIn(await temporaryFolder(), bytes);
  const pdf = (name: string) =>
    execFileSync('pdftotext', ['-layout', join(folder, name), '-'], { encoding: 'utf8' });
  const html = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { bytes, digest, pdf, html };
}

describe('the report that is handed over', () => {
  test('bears case number, legal authority, reason, who and when, as a page and on paper', async () => {
    const { digest, pdf, html } = await read(stated);
    const page = html('report.html');
    for (const text of ['K-7/2026 &lt;b&gt;', stated.authority!, stated.reason!, stated.by, digest])
      expect(page).toContain(text);
    expect(page).toContain('2026-01-02 03:04 UTC');
    const paper = pdf('report.pdf');
    for (const text of [stated.authority!, stated.reason!, stated.by, '2026-01-02 03:04 UTC'])
      expect(paper).toContain(text);
    const pages = paper.split('\f').filter((one) => one.trim() !== '');
    for (const one of pages) expect(one).toContain('case K-7/2026 <b>');
  });

  test('says the same in French, and leaves a line for what nobody typed', async () => {
    const { html } = await read({ ...stated, authority: null }, 'fr');
    const page = html('report.html');
    expect(page).toContain('affaire K-7/2026 &lt;b&gt;');
    expect(page).toMatch(/<th scope="row">Base légale<\/th>/);
    expect(page).not.toMatch(/<th scope="row">Numéro de dossier<\/th>/);
  });

  test('is signed with the rest, and the payload knows nothing of it', async () => {
    const one = await read(stated);
    const other = await read({ ...stated, case_number: '8/2026', by: 'somebody-else' });
    expect(other.digest).toBe(one.digest);
    expect(await verified(await asFile(one.bytes))).toMatchObject({ intact: true });
    const inside = one.html('data/report.html');
    expect(inside).not.toContain('K-7/2026');
    expect(inside).toContain('report.html and report.pdf beside the folder data');
    const [name] = ['report.pdf'];
    const altered = Buffer.from(one.bytes);
    const at = altered.indexOf('%PDF', altered.lastIndexOf(`/${name}`, altered.length / 2));
    altered[at + 40]! ^= 1;
    expect(await verified(await asFile(altered))).toMatchObject({ intact: false });
  });
});
