/** Every text format of a bundle, against values that try to break out of it. */
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../server/platform/canonical.ts';
import { gexf } from '../../server/evidence/exchange/gexf.ts';
import { graphml } from '../../server/evidence/exchange/graphml.ts';
import { folderName } from '../../server/evidence/bundle/payload.ts';
import { nodesCsv, relationsCsv } from '../../server/evidence/exchange/tables.ts';
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

test('the folder in the ZIP is named so that every system can unpack it', () => {
  expect(folderName({ kind: 'account', id: '../../x:y', hops: 2 })).toBe('skein-account-_x_y-2');
  expect(folderName({ kind: 'account', id: 'é'.repeat(500), hops: 0 })).toMatch(/^[\w-]{1,80}$/);
});
