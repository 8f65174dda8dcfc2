import { Resvg } from '@resvg/resvg-js';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { GraphRelation } from '../../domain/answers.ts';
import { formatRef, nodeType, nodeTypes } from '../../domain/schema/graph.ts';
import type { Exhibit } from '../../server/evidence/exhibit/exhibit.ts';
import type { WholeNode } from '../../server/graph/canvas/whole-nodes.ts';
import { choice, mostDrawn } from '../../server/evidence/picture/choice.ts';
import { figureOf } from '../../server/evidence/picture/figure.ts';
import { pictureOf, png } from '../../server/evidence/picture/picture.ts';
import { fontFamily } from '../../server/evidence/picture/svg.ts';
import { fontFiles } from '../../server/platform/fonts.ts';
import { everyKind } from '../evidence/every-kind.ts';
import { exhibit, hostile } from '../evidence/exhibits.ts';

/** What an XML reader finds; throws at anything that is not well-formed. */
function read(svg: string) {
  const tags: SaxesTagPlain[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => tags.push(tag));
  parser.on('text', (part) => (text += part));
  parser.write(svg).close();
  return { tags, text };
}

const small = exhibit();

function account(index: number): WholeNode {
  const id = `a${index}`;
  return {
    ...small.nodes[1]!,
    id,
    caption: `Person number ${index}`,
    score: null,
    cluster_id: null,
  };
}

function address(index: number): WholeNode {
  const id = `198.51.${Math.floor(index / 250)}.${index % 250}`;
  return { ...account(index), type: 'ip', id, caption: id };
}

function relation(from: WholeNode, to: WholeNode): GraphRelation {
  return { ...small.relations[0]!, key: `R|${from.id}|${to.id}`, from, to };
}

/** So many nodes: of ten, one is an account; each address is used by one account, every ninth by the next one too. */
function large(nodes: number): Exhibit {
  const accounts = Array.from({ length: nodes / 10 }, (_, index) => account(index));
  const addresses = Array.from({ length: (nodes * 9) / 10 }, (_, index) => address(index));
  const user = (index: number) => accounts[index % accounts.length]!;
  return {
    ...exhibit(),
    nodes: [...accounts, ...addresses],
    relations: addresses.flatMap((one, index) => [
      relation(user(Math.floor(index / 9)), one),
      ...(index % 9 === 0 ? [relation(user(Math.floor(index / 9) + 1), one)] : []),
    ]),
  };
}

describe('the picture of an exhibit', () => {
  it('is the same bytes for the same exhibit, and refers to nothing outside', async () => {
    const [one, other] = [pictureOf(everyKind()), pictureOf(everyKind())];
    expect(other.svg).toBe(one.svg);
    expect(Buffer.from(await png(other)).equals(await png(one))).toBe(true);
    expect(one.svg).not.toMatch(/(?:href|src|url)\s*[=(]\s*["']?(?!#)[a-z"']/);
  });

  it('names every type that is drawn, with its colour and shape', () => {
    const { legend, svg, shown } = pictureOf(everyKind());
    expect(shown).toBe(nodeTypes.length);
    expect(legend.flatMap((entry) => (entry.sign === 'type' ? entry.type : []))).toEqual(
      nodeTypes.map(({ type }) => type),
    );
    const { tags, text } = read(svg);
    for (const { label } of legend) expect(text).toContain(label);
    for (const { type } of nodeTypes) {
      const drawn = tags.filter(
        ({ attributes }) => attributes['fill'] === nodeType(type).colour.light,
      );
      // In the drawing, and in the legend.
      expect(drawn.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('says what is inferred, rejected, hollow and scored only where it draws that', () => {
    const signs = (of: Exhibit) =>
      pictureOf(of).legend.flatMap(({ sign }) => (sign === 'type' ? [] : sign));
    const plain = exhibit();
    expect(signs(plain)).toEqual(['stub', 'ring', 'stated']);
    const [stated] = plain.relations;
    const inferred = { ...stated!, key: 'D', derived: true };
    const judgement = { ...plain.judgements[0]!, withdrawn: null };
    const judged = (verdict: 'confirmed' | 'rejected') => ({
      ...plain,
      relations: [{ ...inferred, judgement: { ...judgement, verdict } }],
    });
    expect(signs({ ...plain, relations: [inferred] })).toEqual(['stub', 'ring', 'inferred']);
    expect(pictureOf({ ...plain, relations: [inferred] }).svg).toContain(
      'stroke-dasharray="5 3.5"',
    );
    expect(signs(judged('confirmed'))).toEqual(['stub', 'ring', 'stated']);
    expect(signs(judged('rejected'))).toEqual(['stub', 'ring', 'rejected']);
  });

  it('is written in the language of the exhibit', () => {
    const { svg, caption } = pictureOf({ ...exhibit(), language: 'fr' });
    expect(caption.lines.at(-1)).toContain('non ce qu’est qui que ce soit');
    expect(svg).toContain('xml:lang="fr"');
    expect(read(svg).text).toContain('comptes (2)');
  });

  it('keeps hostile names in their places', () => {
    const names = [
      ...Object.values(hostile),
      ']]><script>',
      '"><image href="http://x"/>',
      '&amp;<!--',
    ];
    const nodes = names.map((caption, index) => ({ ...account(index), caption }));
    const { svg } = pictureOf({ ...exhibit(), nodes, relations: [] });
    const { tags, text } = read(svg);
    expect([...new Set(tags.map(({ name }) => name))].sort()).toEqual(
      ['circle', 'defs', 'desc', 'g', 'marker', 'path', 'rect', 'svg', 'text', 'title'].filter(
        (name) => tags.some((tag) => tag.name === name),
      ),
    );
    expect(text).toContain(hostile.markup);
    expect(text).toContain('gnp.⟨U+202E⟩exe');
    expect(svg).not.toContain('\u202e');
    expect(svg.length).toBeLessThan(60_000);
  });
});

describe('what touches the same', () => {
  const drawn = (of: Exhibit) => figureOf(of, choice(of));

  it('is drawn as one where there are many nodes, never accounts, and all of it is counted', () => {
    const whole = large(100);
    const { marks, lines } = drawn(whole);
    expect(marks.flatMap(({ nodes }) => nodes).length).toBe(100);
    expect(marks.filter(({ node }) => node.type === 'account').length).toBe(10);
    // Of nine addresses of an account eight are its alone.
    const folded = marks.filter(({ nodes }) => nodes.length > 1);
    expect(folded.map(({ nodes, label }) => [nodes.length, label?.text])).toEqual(
      Array.from({ length: 10 }, () => [8, '8 IP addresses']),
    );
    expect(lines.length).toBe(30);
    expect(lines.reduce((sum, line) => sum + line.relations, 0)).toBe(whole.relations.length);
    const labels = pictureOf(whole).legend.map(({ label }) => label);
    expect(labels).toContain('IP addresses (90)');
    expect(labels.some((label) => label.startsWith('double'))).toBe(true);
  });

  it('stays apart where there are few nodes, and on a board', () => {
    expect(drawn(large(60)).marks.length).toBe(60);
    const board = { ...large(100), places: { 'account:a0': [0, 0] } } as const;
    expect(drawn(board).marks.length).toBe(100);
  });
});

describe('the labels', () => {
  it('do not overlap, and every account of a small exhibit has one', () => {
    const whole = large(60);
    const { marks } = figureOf(whole, choice(whole));
    const labels = marks.flatMap(({ label }) => label ?? []);
    expect(labels.length).toBe(60);
    for (const [index, one] of labels.entries())
      for (const other of labels.slice(index + 1))
        expect(
          one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        ).toBe(false);
  });

  it('take no more room than was made for them', () => {
    const whole = everyKind();
    const captions = [
      'Wilhelmina MMWW',
      'Алексей Щукин',
      '정성화 김철수',
      'محمد عبد الله',
      'ñandú ŒÆ',
      'राहुल शर्मा',
    ];
    const nodes = whole.nodes.map((node, index) => ({
      ...node,
      caption: captions[index % captions.length]!,
    }));
    const { marks } = figureOf(whole, choice({ ...whole, nodes }));
    const labels = marks.flatMap(({ label }) => label ?? []);
    expect(labels.length).toBe(nodes.length);
    for (const { text, bold, size, left, right } of labels) {
      const font = { loadSystemFonts: false, fontFiles: [...fontFiles] };
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="40"><text x="20" y="25" font-family="${fontFamily}" font-size="${size}" font-weight="${bold ? 700 : 400}">${text}</text></svg>`;
      expect(new Resvg(svg, { font }).getBBox()!.width).toBeLessThanOrEqual(right - left);
    }
  });

  it('stay in the picture', () => {
    const whole = large(250);
    const { marks, width, height } = figureOf(whole, choice(whole));
    for (const { label, at, radius } of marks) {
      expect(at.x - radius).toBeGreaterThan(0);
      expect(at.y + radius).toBeLessThan(height);
      if (label) expect(label.left > 0 && label.right < width && label.top > 0).toBe(true);
    }
  });
});

describe('a board', () => {
  it('keeps the places that a person gave, larger or smaller as a whole, upwards being up', () => {
    const nodes = [account(0), account(1), account(2), address(3)];
    const given = { 'account:a0': [0, 0], 'account:a1': [30, 0], 'account:a2': [0, 40] } as const;
    const board: Exhibit = {
      ...exhibit(),
      scope: { kind: 'board', case: 'case-0001', id: 'board-001' },
      title: 'A case – a board',
      nodes,
      relations: [relation(nodes[1]!, nodes[3]!)],
      places: given,
    };
    const at = new Map(figureOf(board, choice(board)).marks.map((mark) => [mark.ref, mark.at]));
    const [zero, one, two, near] = nodes.map((node) => at.get(formatRef(node))!);
    const scale = (one!.x - zero!.x) / 30;
    expect(scale).toBeGreaterThan(0);
    expect(one!.y).toBeCloseTo(zero!.y, 6);
    expect(two!.x).toBeCloseTo(zero!.x, 6);
    expect(zero!.y - two!.y).toBeCloseTo(40 * scale, 6);
    // What has no place lies by what it is linked to.
    const far = (to: { x: number; y: number }) => Math.hypot(near!.x - to.x, near!.y - to.y);
    expect(far(one!)).toBeLessThan(far(two!));
    expect(pictureOf(board).svg).toContain('A case – a board');
  });
});

describe('a large exhibit', () => {
  it('shows what links accounts, and says in words what is left out', () => {
    const { shown, left_out, caption } = pictureOf(large(1_000));
    expect(shown).toBe(200);
    expect(left_out).toBe(800);
    expect(caption.lines.join(' ')).toContain('800 nodes of 1,000 are not drawn');
  });

  it.each([10_000, 50_000])('of %i nodes is drawn', async (nodes) => {
    const picture = pictureOf(large(nodes));
    expect((await png(picture)).length).toBeGreaterThan(10_000);
    expect(picture.shown).toBeGreaterThan(100);
    expect(picture.shown).toBeLessThanOrEqual(mostDrawn);
    expect(picture.left_out).toBe(nodes - picture.shown);
  });
});

describe('the PNG', () => {
  it('has the stated size, twice that of the SVG, and shows something', async () => {
    const picture = pictureOf(everyKind());
    const bytes = Buffer.from(await png(picture));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(picture.width * 2);
    expect(Math.abs(bytes.readUInt32BE(20) - picture.height * 2)).toBeLessThanOrEqual(2);
    const blank = await png({ ...picture, svg: picture.svg.replace(/<g transform[^]*<\/g>/, '') });
    expect(bytes.length).toBeGreaterThan(blank.length * 5);
  });

  it('shows the names of accounts in their own scripts', async () => {
    const drawn = async (caption: string) =>
      Buffer.from(
        await png(pictureOf({ ...exhibit(), nodes: [{ ...account(0), caption }], relations: [] })),
      ).toString('base64');
    for (const [one, other] of [
      ['정성화', '김철수'],
      ['张伟明', '李小龙'],
      ['محمد', 'أحمد'],
      ['Алексей', 'Николай'],
    ] as const)
      expect(await drawn(one)).not.toBe(await drawn(other));
  });
});
