/** The report of a bundle as a page, against values that try to break out of it. */
import { describe, expect, it } from 'vitest';
import { indicators } from '../../domain/indicators.ts';
import { messages } from '../../domain/messages/index.ts';
import { pictureOf } from '../../server/evidence/picture/picture.ts';
import { exhibit, hostile } from './exhibits.ts';
import { largeExhibit, pageOf } from './reports.ts';

const says = messages.evidence.page;

describe('the page of a report', () => {
  const page = pageOf(exhibit());

  it('escapes what the data hold, runs nothing and fetches nothing', () => {
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(page).not.toContain('\u202e');
    expect(page).toContain('gnp.⟨U+202E⟩exe');
    const tags = page
      .match(/<[^>]+>/g)!
      .join('\n')
      .replaceAll(' xmlns="http://www.w3.org/2000/svg"', '');
    expect(tags).not.toMatch(/<(?:script|link|iframe|object|img)|\s(?:src|on\w+)=|https?:/i);
    expect(tags).not.toMatch(/href="(?!#)/);
    expect(page).not.toMatch(/url\((?!#)|@import/i);
  });

  it('tells each finding in sentences, with its figures, rows and what speaks for innocence', () => {
    expect(page).toContain('Two accounts are paid through one');
    expect(page).toContain('is paid through');
    expect(page).toContain('2018-01-02 03:04 UTC');
    expect(page).toContain('holder names');
    expect(page).toContain('An agency with one payout account.');
    expect(page).toContain('Payouts that meet two hops later.');
    expect(page).toContain('b'.repeat(64));
  });

  it('shows the picture that the bundle has', () => {
    expect(page).toContain(`<figure>${pictureOf(exhibit()).svg}</figure>`);
  });

  it('says what each indicator means, and what the finding counts for', () => {
    expect(page).toContain(`M6: ${indicators.M6}`);
    expect(page).toContain('at full strength it adds up to 4.00');
    expect(page).toContain(says.weightOf.bond);
  });

  it('refers from a statement to its source row, and back', () => {
    expect(page).toContain('<a href="#row-1"><bdi>[1]</bdi></a>');
    expect(page).toMatch(/<li id="statement-1-1">/);
    expect(page).toMatch(/<tr id="row-1">[^]*?<a href="#statement-1-1"><bdi>1\.1<\/bdi><\/a>/);
  });

  it('links only to places that it has, and has each of them once', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    const places = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(0);
    expect(places).toEqual(expect.arrayContaining(targets));
    expect(new Set(places).size).toBe(places.length);
  });

  it('says what was left out, and what it does not say of people', () => {
    expect(pageOf({ ...exhibit(), omitted: 7 })).toContain('7 relations were left out');
    expect(page).toContain(says.nothingOmitted);
    expect(page).toContain('They judge nobody');
  });

  it('says which kinds of value were masked and how many, or that none was', () => {
    expect(page).toContain(says.masked.nothing);
    const masked = pageOf({ ...exhibit(), masked: { email: 12, address: 1 } });
    expect(masked).toContain('12 e-mail addresses, 1 postal address');
    expect(masked).toContain(says.rowsMasked);
    expect(masked).not.toContain(says.masked.nothing);
  });

  it('tells what happened in the order of time, once each', () => {
    const [finding] = exhibit().findings;
    const [first, second] = finding!.evidence;
    const later = { ...first!, at: '2019-05-06T00:00:00.000Z' };
    const told = pageOf({
      ...exhibit(),
      findings: [finding!, { ...finding!, id: 'F-2', evidence: [later, first!, second!] }],
    });
    const timeline = told.slice(told.indexOf('<section id="timeline"'));
    const days = timeline.slice(0, timeline.indexOf('</ol>')).match(/20\d\d-\d\d-\d\d/g);
    expect(days).toEqual(['2018-01-02', '2018-01-02', '2019-05-06']);
  });

  it('ends with a form of certification, which nobody has filled in', () => {
    const { lines } = says.certification;
    const form = page.slice(page.indexOf('<section id="certification"'));
    for (const line of lines) expect(form).toContain(`<th scope="row">${line}</th>`);
    expect(form.match(/<td><\/td>/g)).toHaveLength(lines.length);
    expect(form).toContain('902(13)');
  });

  it('shows the beginning of a long row, and how much of it is elsewhere', () => {
    expect(page).not.toContain(hostile.long);
    expect(page).toMatch(/… [\d,]+ more characters/);
    expect(page).toContain(says.printed.cut(1));
  });

  it('writes numbers, dates, names and scores in French as French does', () => {
    const [detector] = exhibit().detectors;
    const french = pageOf({
      ...exhibit(),
      language: 'fr',
      detectors: [{ ...detector!, names: { first_used: 'première utilisation' } }],
      findings: exhibit().findings.map((finding) => ({
        ...finding,
        facts: { ...finding.facts, amount: 12_345.678, known: true },
      })),
    });
    for (const text of [
      '<html lang="fr">',
      'première utilisation',
      '2\u00a0janvier 2018, 03\u00a0h\u00a004 UTC',
      '12\u202f345,678',
      '<bdi>oui</bdi>',
      '0,80 sur 1,00',
      '<td>0,70</td>',
    ])
      expect(french).toContain(text);
    expect(french).not.toMatch(/2018-01-02/);
  });
});

describe('a report on more than anyone reads', () => {
  const large = largeExhibit({ findings: 250, rows: 5_000 });
  const page = pageOf(large);

  it('is cut, says so, and counts what it leaves out', () => {
    expect(page.match(/<section id="finding-/g)).toHaveLength(200);
    expect(page.match(/<tr id="row-/g)).toHaveLength(2_000);
    expect(page).toContain(says.printed.findings(50));
    expect(page).toContain(says.printed.rows(3_000));
    expect(page).toContain('So that it can be read, a report tells at most 200 findings');
  });

  it('prints rows that a statement names, and names those by file and line that have no room', () => {
    expect(page).toContain('<bdi>logins.csv, line 2002</bdi>');
    const last = page.slice(page.lastIndexOf('<tr id="row-'));
    expect(last).toContain('#statement-');
  });
});
