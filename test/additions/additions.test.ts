/** What an analyst adds by hand stays on the board, is marked wherever it goes, and says who changed it. */
import { describe, expect, it } from 'vitest';
import { additionsOf, emptyForm, formOf } from '../../client/src/additions/addition-form.ts';
import { addedLines, additionsAmong, seenAdditions } from '../../client/src/board/additions.ts';
import { emptyHistory, stepped, type Step } from '../../client/src/board/board-history.ts';
import { changed, type Board, type Change } from '../../client/src/board/board.ts';
import { drawnThings } from '../../client/src/board/drawn-things.ts';
import { captionOfBundle, lineOnBoard } from '../../client/src/board/edge-groups.ts';
import { boardOf, contentOf } from '../../client/src/board/kept/board-content.ts';
import { merging } from '../../client/src/board/merge.ts';
import { createDrawnGraph, drawBoard } from '../../client/src/canvas/drawn/drawn-graph.ts';
import type { Graph } from '../../domain/answers.ts';
import {
  addedRef,
  additionSchema,
  credibilities,
  reliabilities,
  type AddedLink,
  type Addition,
  type ListedAddition,
} from '../../domain/addition.ts';
import { boardContentSchema } from '../../domain/case.ts';
import { messages } from '../../domain/messages/index.ts';
import {
  quotedAdditions,
  stampedAdditions,
} from '../../server/decisions/cases/stamped-additions.ts';
import { payloadFiles } from '../../server/evidence/bundle/payload.ts';
import { addedGraph } from '../../server/evidence/exchange/additions.ts';
import { gexf } from '../../server/evidence/exchange/gexf.ts';
import { graphml } from '../../server/evidence/exchange/graphml.ts';
import { maskAdditions } from '../../server/evidence/masking/mask-additions.ts';
import { pictureOf } from '../../server/evidence/picture/picture.ts';
import { asBytes } from '../../server/platform/bag-file.ts';
import { accountNode, deviceNode, relationBetween } from '../canvas/graphs.ts';
import { exhibit } from '../evidence/exhibits.ts';

const [ann, bob, phone] = [accountNode('ann'), accountNode('bob'), deviceNode('phone')];
const graph: Graph = {
  nodes: [ann, bob, phone],
  relations: [relationBetween(ann, phone)],
  omitted: 0,
};
const base = boardOf(boardContentSchema.parse({ version: 1, ...graph }), graph);

const known = {
  source: 'Police report 2026/118',
  reliability: 'B',
  credibility: '2',
  known: '2026-11-30',
  note: '',
} as const;
const brother: Addition = additionSchema.parse({
  ...{ kind: 'thing', type: 'thing', name: 'A brother <of> "Ann"', by: null, at: null },
  ...known,
});
const isBrother = additionSchema.parse({
  ...{ kind: 'link', from: addedRef('the-brother'), to: 'account:ann', says: 'is the brother of' },
  ...{ by: null, at: null },
  ...known,
}) as AddedLink;
const know: Change = {
  do: 'know',
  additions: new Map([
    ['the-brother', brother],
    ['is-brother', isBrother],
  ]),
};
const withBrother = changed(base, know);

function after(start: Board, ...steps: Step[]): Board {
  const opened = stepped(emptyHistory, { do: 'reopen', board: start });
  return steps.reduce(stepped, opened).board;
}

describe('on the board', () => {
  it('a thing and its link are drawn beside the data, and nothing of the data is another', () => {
    const drawn = createDrawnGraph();
    drawBoard(drawn, withBrother);
    expect(drawn.nodes()).toEqual([
      'account:ann',
      'account:bob',
      'device:phone',
      'added:the-brother',
    ]);
    expect(drawn.getNodeAttributes('added:the-brother')).toMatchObject({ added: brother });
    expect(drawn.getNodeAttributes('account:ann').added).toBeNull();
    expect(drawn.extremities(addedLines(withBrother)[0]!.key)).toEqual([
      'added:the-brother',
      'account:ann',
    ]);
    expect(withBrother.nodes).toBe(base.nodes);
    expect(withBrother.relations).toBe(base.relations);
  });

  it('a link says its words and its grade, and is found by its line', () => {
    const [line] = addedLines(withBrother);
    expect(captionOfBundle(line!)).toBe('is the brother of · B2');
    expect(lineOnBoard(withBrother, line!.key)?.line.added?.id).toBe('is-brother');
  });

  it('is a step to take back, and so is its removal, which takes its links along', () => {
    expect(after(base, know, { do: 'undo' }).additions.size).toBe(0);
    const removed = after(base, know, { do: 'unknow', id: 'the-brother' });
    expect([...removed.additions.keys()]).toEqual([]);
    const back = after(base, know, { do: 'unknow', id: 'the-brother' }, { do: 'undo' });
    expect([...back.additions.keys()]).toEqual(['the-brother', 'is-brother']);
  });

  it('is hidden as a node is, and its link with it', () => {
    const hidden = changed(withBrother, { do: 'hide', refs: ['added:the-brother'] });
    expect(drawnThings(hidden)).toHaveLength(3);
    expect(addedLines(hidden)).toEqual([]);
    expect(seenAdditions(hidden)).toEqual([]);
  });

  it('is kept with the board and read again; a board of before loads without any', () => {
    const content = boardContentSchema.parse(JSON.parse(JSON.stringify(contentOf(withBrother))));
    expect(boardOf(content, graph).additions).toEqual(withBrother.additions);
    const { additions, annotations, ...older } = contentOf(base);
    expect([additions, annotations]).toEqual([{}, {}]);
    expect(boardOf(older as typeof content, graph).additions.size).toBe(0);
  });

  it('what two people add meanwhile is kept of both', () => {
    const other = changed(base, { do: 'know', additions: new Map([['other-one', brother]]) });
    expect([...merging(base, other)(withBrother).additions.keys()].sort()).toEqual([
      'is-brother',
      'other-one',
      'the-brother',
    ]);
  });

  it('of some nodes what a link joins to them goes along', () => {
    expect([...additionsAmong(withBrother, new Set(['account:ann'])).keys()]).toHaveLength(2);
    expect(additionsAmong(withBrother, new Set(['account:bob'])).size).toBe(0);
  });
});

describe('the form', () => {
  const ids = { thing: 'a-thing-1', link: 'a-link-1' };
  const filled = {
    ...emptyForm('account:ann', '2026-11-30'),
    ...{ name: 'Shop', says: 'owns', source: 'Register', reliability: 'A', credibility: '1' },
  };

  it('asks for source and grade, and for words where it is linked', () => {
    expect(additionsOf(filled, ids)?.size).toBe(2);
    for (const [field, value] of Object.entries({
      ...{ name: ' ', says: '', source: '', reliability: null, credibility: null, known: '' },
    }))
      expect(additionsOf({ ...filled, [field]: value }, ids), field).toBeNull();
    expect(additionsOf({ ...filled, to: null, says: '' }, ids)?.size).toBe(1);
  });

  it('reads the other way round where that is said', () => {
    const link = additionsOf({ ...filled, reversed: true }, ids)?.get(ids.link);
    expect(link).toMatchObject({ from: 'account:ann', to: 'added:a-thing-1' });
  });

  it('links no thing to itself, and changes what is there under its own id', () => {
    const link = { ...filled, kind: 'link', from: 'account:ann' } as const;
    expect(additionsOf(link, ids)).toBeNull();
    const changedForm = { ...formOf(brother, '2026-11-30'), name: 'Another' };
    const same = { thing: 'the-brother', link: 'the-brother' };
    expect([...(additionsOf(changedForm, same) ?? [])]).toMatchObject([
      ['the-brother', { name: 'Another', source: known.source }],
    ]);
  });

  it('has words for every grade', () => {
    const { reliabilities: sources, credibilities: credible } = messages.additions;
    expect(reliabilities.map((grade) => sources[grade][0])).toEqual([...reliabilities]);
    expect(credibilities.map((grade) => credible[grade][0])).toEqual([...credibilities]);
  });
});

describe('who wrote it', () => {
  const first = stampedAdditions({ 'the-brother': brother }, {}, 'ann', '2026-01-01T00:00:00Z');

  it('is whoever saves, whatever the page says', () => {
    const forged = { ...brother, by: 'chief', at: '2020-01-01T00:00:00Z', earlier: [] };
    const [made] = Object.values(stampedAdditions({ x: forged }, {}, 'ann', 'now'));
    expect(made).toMatchObject({ by: 'ann', at: 'now', earlier: [] });
  });

  it('stays where nothing is said otherwise; a change is a new version that keeps the old one', () => {
    expect(stampedAdditions(first, first, 'bob', 'later')).toEqual(first);
    const edited = {
      'the-brother': { ...first['the-brother']!, reliability: 'D' as const, earlier: [] },
    };
    const { 'the-brother': second } = stampedAdditions(edited, first, 'bob', 'later');
    expect(second).toMatchObject({ by: 'bob', at: 'later', reliability: 'D' });
    expect(second!.earlier).toMatchObject([{ by: 'ann', said: { reliability: 'B' } }]);
  });

  it('of a file is what the file says, quoted', () => {
    expect(quotedAdditions(first)['the-brother']!.quoted).toEqual({
      by: 'ann',
      at: '2026-01-01T00:00:00Z',
    });
  });
});

describe('in what leaves the house', () => {
  const listed: ListedAddition[] = [
    { ...brother, by: 'ann', at: '2026-11-30T10:00:00Z', id: 'the-brother' },
    { ...isBrother, by: 'ann', at: '2026-11-30T10:00:00Z', to: 'account:a1', id: 'is-brother' },
  ];
  const { nodes, relations, ...rest } = exhibit();
  const without = { ...rest, nodes, relations };
  const withAdded = { ...without, additions: listed };

  it.each([
    ['GraphML', graphml],
    ['GEXF', gexf],
  ])('%s marks it, with source, grade and who', (_name, write) => {
    const text = [...write(nodes, relations, addedGraph(listed))].join('');
    for (const said of [
      'by_hand',
      'added:the-brother',
      known.source,
      '>B2<|"B2"',
      'A brother &lt;of&gt;',
    ])
      expect(text).toMatch(new RegExp(said.replaceAll('/', '\\/')));
    expect([...write(nodes, relations)].join('')).not.toContain('by_hand');
  });

  it('a bundle has it in a file of its own and in the report; the data’s own files are the same', async () => {
    const textsOf = async (of: typeof without) =>
      new Map(
        (await payloadFiles(of)).map(({ name, chunks }) => [
          name,
          Buffer.concat([...chunks()].map(asBytes)).toString(),
        ]),
      );
    const [bare, full] = [await textsOf(without), await textsOf(withAdded)];
    expect(bare.has('by-hand.json')).toBe(false);
    expect(JSON.parse(full.get('by-hand.json')!)).toMatchObject([{ id: 'the-brother' }, {}]);
    for (const name of [
      'subgraph.json',
      'nodes.csv',
      'relations.csv',
      'findings.json',
      'stix.json',
    ])
      expect(full.get(name), name).toBe(bare.get(name));
    const report = full.get('report.html')!;
    for (const said of [
      messages.additions.evidence.title,
      known.source,
      'B2: B – usually reliable',
    ])
      expect(report).toContain(said);
    expect(bare.get('report.html')).not.toContain(messages.additions.evidence.title);
  });

  it('the picture draws it dashed, and its legend says so', () => {
    const { svg, legend } = pictureOf(withAdded);
    expect(legend.map(({ sign }) => sign)).toContain('added');
    expect(svg).toContain('stroke-dasharray="2 2.6"');
    expect(svg).toContain('A brother &lt;of&gt;');
    expect(pictureOf(without).legend.map(({ sign }) => sign)).not.toContain('added');
  });

  it('masked, nothing that was written freely is in it', () => {
    const masked = JSON.stringify(maskAdditions(listed));
    for (const said of ['brother of', 'A brother', known.source])
      expect(masked).not.toContain(said);
    expect(maskAdditions(listed)[0]).toMatchObject({ reliability: 'B', by: 'ann' });
  });
});
