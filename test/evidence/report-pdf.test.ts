/** The report of a bundle as a PDF, as Poppler reads it. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indicators } from '../../domain/indicators.ts';
import { messagesIn } from '../../domain/messages/index.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Exhibit } from '../../server/evidence/exhibit/exhibit.ts';
import { temporaryFolder } from './bundles.ts';
import { exhibit, hostile } from './exhibits.ts';
import { inManyScripts, largeExhibit, pdfOf, scripts } from './reports.ts';

const fr = messagesIn('fr');

interface Read {
  /** By pdfinfo's names. */
  info: Record<string, string>;
  /** The kinds of its tagged parts. */
  structure: string;
  /** As it lies on the pages: blanks and lines are one blank, pages end in a form feed. */
  laid: string;
  /** As it is read, without any blank. */
  text: string;
  raw: string;
}

async function read(of: Exhibit): Promise<Read> {
  const file = join(await temporaryFolder(), 'report.pdf');
  const bytes = await pdfOf(of);
  writeFileSync(file, bytes);
  const said = (program: string, ...options: string[]) =>
    execFileSync(program, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const lines = said('pdfinfo', file).split('\n');
  return {
    info: Object.fromEntries(
      lines.map((line) => [line.split(':')[0]!, line.slice(line.indexOf(':') + 1).trim()]),
    ),
    structure: said('pdfinfo', '-struct', file),
    laid: said('pdftotext', '-layout', file, '-').replaceAll(/[ \n]+/g, ' '),
    text: unspaced(said('pdftotext', file, '-')),
    raw: Buffer.from(bytes).toString('latin1'),
  };
}

function unspaced(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

describe('the PDF of a report', () => {
  it('is tagged, on A4, with its title, its language, and the page of how many on each', async () => {
    const { info, structure, laid, raw } = await read(exhibit());
    expect(info).toMatchObject({ Title: 'Evidence on cluster C-1', Tagged: 'yes' });
    expect(info['Page size']).toContain('A4');
    expect(raw).toContain('/Lang (en)');
    expect(structure).toMatch(/\bH1\b[^]*\bFigure\b[^]*\bTable\b[^]*\bTH\b/);
    const pages = Number(info['Pages']);
    expect(pages).toBeGreaterThan(3);
    for (const [index, page] of laid.split('\f').slice(0, pages).entries())
      expect(page).toContain(`Evidence on cluster C-1 Page ${index + 1} of ${pages}`);
  });

  it('tells what the page tells: contents, findings, indicators, rows, certification', async () => {
    const { text, laid } = await read(exhibit());
    const says = messages.evidence.page;
    for (const part of [
      says.tableOfContents,
      'is paid through',
      messages.evidence.picture.meaning,
      indicators.M6,
      'An agency with one payout account.',
      'They judge nobody',
      says.masked.nothing,
      says.certification.title,
      ...says.certification.lines,
      'b'.repeat(64),
    ])
      expect(text).toContain(unspaced(part));
    const rows = laid.slice(laid.lastIndexOf(says.rowsText.slice(0, 40)));
    for (const [index, { line }] of exhibit().rows.entries())
      expect(rows).toMatch(new RegExp(` ${index + 1} ${line} `));
  });

  it('shows values that try to break out of it as they are', async () => {
    const { text } = await read(exhibit());
    expect(text).toContain(unspaced(hostile.markup));
    expect(text).toContain('gnp.⟨U+202E⟩exe');
    const typst = '#panic("x") $x^2$ *b* _i_ `r` \\u{41} @row-1 <row-1> //c /*c*/ [a](b) = h';
    const [account, ...others] = exhibit().nodes;
    const of = { ...exhibit(), nodes: [{ ...account!, caption: typst }, ...others] };
    expect((await read(of)).text).toContain(unspaced(typst));
  });

  it('speaks French where the exhibit does', async () => {
    const { info, text, laid, raw } = await read({ ...exhibit(), language: 'fr' });
    expect(raw).toContain('/Lang (fr)');
    expect(info['Title']).toBe('Preuves sur le groupe C-1');
    expect(text).toContain(unspaced(fr.evidence.page.tableOfContents));
    expect(laid).toContain(`Page 1 sur ${info['Pages']}`);
    expect(text).toContain(unspaced(fr.evidence.page.certification.about));
    expect(text).toContain(unspaced('2 janvier 2018, 03 h 04 UTC'));
  });

  it('sets Hangul, Chinese, Cyrillic and Arabic, each in its direction', async () => {
    const { text } = await read(inManyScripts('en'));
    // Poppler marks where a text runs from right to left.
    const shown = text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '');
    for (const name of Object.values(scripts)) expect(shown).toContain(unspaced(name));
  });

  it('has the same bytes for the same exhibit', async () => {
    const once = await pdfOf(inManyScripts('fr'));
    expect(Buffer.compare(once, await pdfOf(inManyScripts('fr')))).toBe(0);
    expect(Buffer.compare(once, await pdfOf(inManyScripts('en')))).not.toBe(0);
  });

  it('prints every row of a large bundle, over many pages', async () => {
    const { info, laid } = await read(largeExhibit({ findings: 40, rows: 400 }));
    expect(Number(info['Pages'])).toBeGreaterThan(40);
    for (const row of [1, 200, 400]) expect(laid).toContain(` ${row} ${row + 1} login-${row - 1},`);
  });
});
