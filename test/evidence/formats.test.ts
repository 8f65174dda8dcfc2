/** Every text format of a bundle, against values that try to break out of it. */
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { words } from '../../domain/words/index.ts';
import { canonicalJson } from '../../server/exchange/canonical.ts';
import { gexf } from '../../server/exchange/gexf.ts';
import { graphml } from '../../server/exchange/graphml.ts';
import { evidencePage } from '../../server/evidence/page.ts';
import { folderName } from '../../server/evidence/payload.ts';
import { nodesCsv, relationsCsv } from '../../server/exchange/tables.ts';
import { exhibit, hostile } from './exhibits.ts';

const { nodes, relations } = exhibit();

interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Throws where the text is not well-formed. */
function readXml(text: string): XmlElement[] {
  const parser = new SaxesParser();
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    const element = open.at(-1);
    if (element) element.text += part;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return elements;
}

describe('canonical JSON', () => {
  test('sorts keys by code unit and writes numbers as RFC 8785 does', () => {
    expect(canonicalJson({ '€': 1, '\r': 2, '1': 3, '😀': 1e21, a: [1.0, -0, 1e-7] })).toBe(
      '{"\\r":2,"1":3,"a":[1,0,1e-7],"€":1,"😀":1e+21}',
    );
  });

  test('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow();
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
  });
});

describe('GraphML', () => {
  const elements = readXml([...graphml(nodes, relations)].join(''));
  const named = (name: string) => elements.filter((element) => element.name === name);

  test('is well-formed and has every node and relation once', () => {
    expect(named('node').map((node) => node.attributes['id'])).toEqual(
      nodes.map((node) => `${node.type}:${node.id}`),
    );
    expect(named('edge')).toHaveLength(relations.length);
    const ids = new Set(named('node').map((node) => node.attributes['id']));
    for (const edge of named('edge')) {
      expect(ids.has(edge.attributes['source'])).toBe(true);
      expect(ids.has(edge.attributes['target'])).toBe(true);
    }
  });

  test('declares every attribute that it uses', () => {
    const declared = new Set(named('key').map((key) => key.attributes['id']));
    for (const data of named('data')) expect(declared.has(data.attributes['key'])).toBe(true);
  });

  test('keeps values as they are, but for characters that XML cannot hold', () => {
    const texts = named('data').map((data) => data.text);
    expect(texts).toContain(hostile.markup);
    expect(texts).toContain(hostile.direction);
    expect(texts).toContain(hostile.long);
    expect(texts).toContain('a\ufffdb\ufffdc');
  });
});

describe('GEXF', () => {
  const elements = readXml([...gexf(nodes, relations)].join(''));
  const named = (name: string) => elements.filter((element) => element.name === name);

  test('is well-formed, has every node and relation once, and declares every attribute that it uses', () => {
    expect(named('node').map((node) => node.attributes['id'])).toEqual(
      nodes.map((node) => `${node.type}:${node.id}`),
    );
    expect(named('edge')).toHaveLength(relations.length);
    const declared = new Set(named('attribute').map((one) => one.attributes['id']));
    for (const value of named('attvalue')) expect(declared.has(value.attributes['for'])).toBe(true);
  });

  test('keeps values as they are, but for characters that XML cannot hold', () => {
    const values = named('attvalue').map((value) => value.attributes['value']);
    expect(values).toContain(hostile.markup);
    expect(values).toContain('a\ufffdb\ufffdc');
  });
});

describe('the CSV files', () => {
  const tables = [[...nodesCsv(nodes)].join(''), [...relationsCsv(relations)].join('')];

  test('hold no cell that a spreadsheet would run', () => {
    for (const table of tables) {
      const rows: string[][] = parse(table);
      expect(rows.length).toBeGreaterThan(1);
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
    expect(tables[0]).toContain(`"'=cmd|""/c calc""!A1"`);
  });

  test('have one line a node or relation, and columns of the data beside our own', () => {
    const [head, ...rows]: string[][] = parse(tables[0]!);
    expect(rows.map((row) => row[head!.indexOf('caption')])).toEqual(
      nodes.map((node) => node.caption),
    );
    expect(rows[0]![head!.indexOf('address')]).toBe(hostile.long);
    expect(rows[0]![head!.indexOf('extra.@note')]).toBe("'+1");
    expect(new Set(head).size).toBe(head!.length);
    expect(parse(tables[1]!)).toHaveLength(relations.length + 1);
  });
});

describe('the page', () => {
  const page = evidencePage(exhibit());

  test('escapes what the data hold, runs nothing and fetches nothing', () => {
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(page).not.toContain('\u202e');
    expect(page).toContain('gnp.⟨U+202E⟩exe');
    const tags = page.match(/<[^>]+>/g)!.join('\n');
    expect(tags).not.toMatch(/<(?:script|link|iframe|object|img)|\s(?:src|on\w+)=|https?:/i);
    expect(tags).not.toMatch(/href="(?!#)/);
    expect(page).not.toMatch(/url\(|@import/i);
  });

  test('tells each finding in sentences, with its figures, rows and what speaks for innocence', () => {
    expect(page).toContain('Two accounts are paid through one');
    expect(page).toContain('is paid through');
    expect(page).toContain('2018-01-02 03:04 UTC');
    expect(page).toContain('holder names');
    expect(page).toContain('An agency with one payout account.');
    expect(page).toContain('Payouts that meet two hops later.');
    expect(page).toContain('P5, M6');
    expect(page).toContain('b'.repeat(64));
    expect(page).toContain('href="#row-1"');
    expect(page).toContain('id="row-1"');
  });

  test('links only to places that it has', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(0);
    for (const id of targets) expect(page).toContain(`id="${id}"`);
  });

  test('says what was left out, and what it does not say of people', () => {
    expect(evidencePage({ ...exhibit(), omitted: 7 })).toContain('7 relations were left out');
    expect(page).toContain('They judge nobody');
  });

  test('tells what happened in the order of time, once each', () => {
    const [finding] = exhibit().findings;
    const [first, second] = finding!.evidence;
    const later = { ...first!, at: '2019-05-06T00:00:00.000Z' };
    const told = evidencePage({
      ...exhibit(),
      findings: [finding!, { ...finding!, id: 'F-2', evidence: [later, first!, second!] }],
    });
    const timeline = told.slice(told.indexOf(words.evidence.page.timeline));
    const days = timeline.slice(0, timeline.indexOf('</ol>')).match(/20\d\d-\d\d-\d\d/g);
    expect(days).toEqual(['2018-01-02', '2018-01-02', '2019-05-06']);
  });

  test('ends with a form of certification, which nobody has filled in', () => {
    const { title, lines } = words.evidence.page.certification;
    const form = page.slice(page.indexOf(title));
    for (const line of lines) expect(form).toContain(`<th>${line}</th>`);
    expect(form.match(/<td><\/td>/g)).toHaveLength(lines.length);
    expect(form).toContain('902(13)');
  });

  test('shows the beginning of a long row, and how much of it is elsewhere', () => {
    expect(page).not.toContain(hostile.long);
    expect(page).toMatch(/… [\d,]+ more characters/);
  });
});

test('the folder in the ZIP is named so that every system can unpack it', () => {
  expect(folderName({ kind: 'account', id: '../../x:y', hops: 2 })).toBe('skein-account-_x_y-2');
  expect(folderName({ kind: 'account', id: 'é'.repeat(500), hops: 0 })).toMatch(/^[\w-]{1,80}$/);
});
