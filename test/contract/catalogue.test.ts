import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Parameters, Settings } from '../../domain/detector.ts';
import { indicators, unseen } from '../../domain/indicators.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { openColumns } from '../../server/detection/columns/open-columns.ts';
import { measureUsual, sqlOf } from '../../server/detection/detect/run-detector.ts';
import { testDatabase } from '../database.ts';
import { looseSpace, textsOf } from '../domain/texts.ts';

const tested = testDatabase();
const entries = await catalogue();

describe.each(entries)('the detector $id', (entry) => {
  it('cites indicators that exist, each once', () => {
    expect(entry.indicators.length).toBeGreaterThan(0);
    expect(new Set(entry.indicators).size).toBe(entry.indicators.length);
    for (const id of entry.indicators) expect(Object.keys(indicators)).toContain(id);
  });

  it('says where it cites an indicator that only some of its findings show', () => {
    const some = Object.keys(entry.shows ?? {});
    for (const id of some) expect(entry.indicators).toContain(id);
    expect(Object.keys(entry.messages.shows ?? {}).sort()).toEqual(some.sort());
  });

  it('says how many rows it counts, where it cites a part of them', () => {
    const bounded = boundsOf(entry.query);
    const cites = Object.values(entry.parameters).some((parameter) => parameter.cites);
    if (bounded.length > 0 || cites) expect(entry.query, bounded.join()).toMatch(/\bcounted\b/);
  });

  it('says what it looks for, what it cannot see and what honest people do', () => {
    const { title, looksFor, blindTo, benign } = entry.messages;
    for (const text of [title, looksFor, blindTo, ...benign])
      expect(text.length).toBeGreaterThan(10);
    expect(benign.length).toBeGreaterThan(0);
  });

  it('says what honestly explains its findings, where it binds accounts', () => {
    if (entry.binds) expect(entry.explainedBy).toBeTypeOf('function');
  });

  it('is said in other languages as far as they go, and never more than in English', () => {
    const english = textsOf(entry.messages);
    for (const [language, its] of entry.translated) {
      for (const [path, text] of textsOf(its))
        if (!path.startsWith('headline')) expect(english.get(path), path).not.toBe(text);
      const shown = Object.keys(its.shows ?? {});
      expect(Object.keys(entry.messages.shows ?? {})).toEqual(expect.arrayContaining(shown));
      for (const name of Object.keys(its.parameters ?? {}))
        expect(Object.keys(entry.parameters)).toContain(name);
      if (its.benign) expect(its.benign).toHaveLength(entry.messages.benign.length);
      if (language === 'fr')
        for (const [path, text] of textsOf(its)) expect(text, path).not.toMatch(looseSpace);
    }
  });

  it('gives each parameter a reason and a default within its bounds', () => {
    for (const [name, parameter] of Object.entries(entry.parameters)) {
      expect(parameter.why.length, name).toBeGreaterThan(10);
      if (typeof parameter.default !== 'number') continue;
      expect(parameter.default).toBeGreaterThanOrEqual(parameter.min ?? -Infinity);
      expect(parameter.default).toBeLessThanOrEqual(parameter.max ?? Infinity);
      expect(
        `${entry.query}${entry.baseline ?? ''}${sqlOf([entry]).join()}${String(entry.strength)}`,
        `${name} is used`,
      ).toContain(name);
    }
  });

  it('has a query with a header that reads, binds every value and never meets a label', async () => {
    for (const heading of ['Finds:', 'Why:', 'Cost:', 'Limits:'])
      expect(entry.query).toContain(`// ${heading}`);
    for (const sql of sqlOf([entry]))
      for (const heading of ['Counts:', 'Cost:', 'Limits:']) expect(sql).toContain(`-- ${heading}`);
    expect(`${entry.query}${entry.sql ?? ''}`).toContain('$as_of');
    expect(entry.query).not.toMatch(/:Label\b/);
    const defaults = Object.entries(entry.parameters).map(
      ([name, { default: value }]): [string, unknown] => [name, value],
    );
    const settings = Object.fromEntries(defaults) as Settings<Parameters>;
    const asOf = '2024-01-01T00:00:00.000Z';
    const columns = openColumns(tested.database, sqlOf([entry]));
    try {
      const usual = await measureUsual(tested.database, entry, { settings, asOf, columns });
      for (const { usual: named } of entry.translated.values())
        for (const name of Object.keys(named ?? {})) expect(Object.keys(usual)).toContain(name);
      const params = { ...settings, ...usual, as_of: asOf };
      if (entry.sql !== null)
        for await (const rows of columns.ask(entry.sql, params)) expect(rows).toEqual([]);
      expect(await tested.database.read(entry.query, { ...params, rows: [] })).toEqual([]);
    } finally {
      await columns.close();
    }
  });

  it('has a test of its own name', async () => {
    expect(await readdir(new URL('../detectors/', import.meta.url))).toContain(
      `${entry.id}.test.ts`,
    );
  });

  it('uses no word that judges a person', async () => {
    const file = new URL(`../../cypher/detectors/${entry.id}.ts`, import.meta.url);
    expect(await readFile(file, 'utf8')).not.toMatch(/\b(guilty|criminal|fraudster|suspect)\b/i);
  });
});

/** Slices and limits of a query, but for those that count no further than need be. */
function boundsOf(query: string): string[] {
  const bounds = query.match(/\[-?\w*\(?\$?\w*\)?\.\.[^\]]*\]|\bLIMIT\b[^\n}]*/g) ?? [];
  return bounds.filter((bound) => !/hub_|LIMIT (?:1|100)\b(?! *\d)|\[1\.\.\]/.test(bound));
}

describe('the advisory', () => {
  const cited = new Set<string>(entries.flatMap((entry) => entry.indicators));

  it.each(Object.keys(indicators))('%s is looked for, or the docs say why it cannot be', (id) => {
    const reason = (unseen as Record<string, string>)[id];
    expect(cited.has(id), reason ?? 'no detector cites it').toBe(reason === undefined);
  });
});
