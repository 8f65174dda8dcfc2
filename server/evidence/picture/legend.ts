/** What stands below a picture: what marks and lines mean, what is shown, and what a line does not say. */
import { nodeTypeNames, type NodeTypeName } from '../../../domain/schema/schema.ts';
import { accountsByStanding, isContext } from '../../../domain/standing.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { readableTime } from '../../platform/dates.ts';
import type { Choice } from './choice.ts';
import type { Figure } from './figure.ts';
import {
  anyColour,
  contextOpacity,
  dashes,
  faint,
  inferredColour,
  ink,
  lineColour,
  rejectedOpacity,
} from './look.ts';
import { addedSign, lookOf, ringOf, round, severalOf, shapeOf } from './svg.ts';
import { oneLine, widthOf, wrapped, written } from './text.ts';
import type { Pictured } from './picture.ts';

const says = messages.evidence.picture;

/** One entry of the legend: a sign, and what it means. */
export type LegendEntry =
  | { sign: 'type'; type: NodeTypeName; label: string }
  | {
      sign: 'several' | 'stub' | 'ring' | 'stated' | 'inferred' | 'rejected' | 'context' | 'added';
      label: string;
    };

export interface Caption {
  title: string;
  /** What is shown, as of when, what is left out, and what a line means. */
  lines: string[];
}

/** An entry for each type, and for each way of drawing, that the picture has. */
export function legendOf(figure: Pick<Figure, 'marks' | 'lines'>): LegendEntry[] {
  const marks = figure.marks.filter(({ added }) => !added);
  const lines = figure.lines.filter(({ added }) => !added);
  const byHand = figure.marks.length + figure.lines.length > marks.length + lines.length;
  const count = new Map<NodeTypeName, number>();
  const context = marks.filter(({ node }) => isContext(node)).flatMap(({ nodes }) => nodes);
  for (const { node, nodes } of marks.filter(({ node }) => !isContext(node)))
    count.set(node.type, (count.get(node.type) ?? 0) + nodes.length);
  const types = nodeTypeNames.flatMap((type): LegendEntry[] => {
    const number = count.get(type);
    const { one, many } = messages.schema.nodes[type];
    if (number === undefined)
      return context.some((node) => node.type === type)
        ? [{ sign: 'type', type, label: says.ofContextType(many) }]
        : [];
    return [{ sign: 'type', type, label: says.ofType(number === 1 ? one : many, number) }];
  });
  const sign = (
    name: Exclude<LegendEntry['sign'], 'type' | 'context' | 'added'>,
    shown: boolean,
  ): LegendEntry[] => (shown ? [{ sign: name, label: says.signs[name] }] : []);
  return [
    ...types,
    ...(context.length > 0
      ? [{ sign: 'context', label: says.context(...counted(context)) } satisfies LegendEntry]
      : []),
    ...sign(
      'several',
      marks.some(({ nodes }) => nodes.length > 1),
    ),
    ...sign(
      'stub',
      marks.some(({ node }) => node.stub),
    ),
    ...sign(
      'ring',
      marks.some(({ node }) => node.score !== null && !isContext(node)),
    ),
    ...sign(
      'stated',
      lines.some((line) => !line.inferred),
    ),
    ...sign(
      'inferred',
      lines.some((line) => line.inferred && !line.rejected),
    ),
    ...sign(
      'rejected',
      lines.some((line) => line.rejected),
    ),
    ...(byHand
      ? [{ sign: 'added', label: messages.additions.evidence.legend } satisfies LegendEntry]
      : []),
  ];
}

/** How many of them are accounts, and how many are something else. */
function counted(nodes: readonly WholeNode[]): [accounts: number, others: number] {
  const accounts = nodes.filter(({ type }) => type === 'account').length;
  return [accounts, nodes.length - accounts];
}

export function captionOf(exhibit: Pictured, { nodes, relations, extent }: Choice): Caption {
  const { members, context } = accountsByStanding(nodes);
  const others = nodes.length - members.length - context.length;
  const drawn = says.shown(members.length, context.length, others, relations);
  const leftOut = exhibit.nodes.length - nodes.length;
  return {
    title: oneLine(titleOf(exhibit)),
    lines: [
      `${drawn} ${says.asOf(exhibit.as_of === null ? null : readableTime(exhibit.as_of))}`,
      ...(extent === 'all' ? [] : [says.leftOut[extent](leftOut, exhibit.nodes.length)]),
      ...((exhibit.additions ?? []).length === 0
        ? []
        : [messages.additions.evidence.captionOf(exhibit.additions!.length)]),
      ...(exhibit.places === null ? [] : [says.places]),
      says.meaning,
    ],
  };
}

function titleOf({ scope, title, cluster }: Pictured): string {
  switch (scope.kind) {
    case 'account':
      return says.title.account(scope.id, scope.hops);
    case 'board':
      return says.title.board(title ?? scope.id);
    case 'selection':
      return says.title.selection;
    case 'cluster':
      return says.title.cluster(scope.id, cluster?.name ?? '');
    case 'finding':
      return says.title.finding(scope.id);
  }
}

/** What is written below a drawing of this width, from y = 0 downwards, and how high it is; all in pixels. */
export function footOf(
  entries: readonly LegendEntry[],
  caption: Caption,
  width: number,
): { svg: string[]; height: number } {
  const scale = Math.min(2, Math.max(1, width / 1_100));
  const [size, row, margin] = [12 * scale, 24 * scale, 24];
  const room = width - 2 * margin;
  const svg: string[] = [];
  let [x, y] = [margin, row * 0.5];
  for (const entry of entries) {
    const needed = 30 * scale + widthOf(entry.label, size) + 10 * scale;
    if (x > margin && x + needed > margin + room) [x, y] = [margin, y + row];
    svg.push(
      `<g transform="translate(${round(x)} ${round(y)}) scale(${scale.toFixed(3)})">${signOf(entry)}</g>`,
      `<text x="${round(x + 28 * scale)}" y="${round(y + size * 0.36)}" font-size="${round(size)}" fill="${ink}">${written(entry.label)}</text>`,
    );
    x += needed;
  }
  y += row * 1.4;
  for (const text of wrapped(caption.title, room, size * 1.2, true)) {
    svg.push(
      `<text x="${margin}" y="${round(y)}" font-size="${round(size * 1.2)}" font-weight="700" fill="${ink}">${written(text)}</text>`,
    );
    y += row * 0.9;
  }
  for (const text of caption.lines.flatMap((line) => wrapped(line, room, size))) {
    svg.push(
      `<text x="${margin}" y="${round(y)}" font-size="${round(size)}" fill="${faint}">${written(text)}</text>`,
    );
    y += row * 0.78;
  }
  return { svg, height: y + row * 0.3 };
}

const anyNode = { shape: 'square', colour: anyColour } as const;

/** In a box of 22 by 18 around y = 0. */
function signOf(entry: LegendEntry): string {
  const middle = { x: 10, y: 0 };
  switch (entry.sign) {
    case 'type':
      return shapeOf(lookOf(entry.type), middle, entry.type === 'account' ? 8 : 7);
    case 'context':
      return `<g opacity="${contextOpacity}">${shapeOf(lookOf('account'), middle, 8)}</g>`;
    case 'several':
      return severalOf(anyNode, middle, 6.5);
    case 'stub':
      return shapeOf(anyNode, middle, 7, true);
    case 'ring':
      return ringOf(middle, 8, 0.7);
    case 'added':
      return addedSign('person', middle, 7);
    case 'stated':
      return lineSign(lineColour, 'stated', '');
    case 'inferred':
      return lineSign(inferredColour, 'inferred', ` stroke-dasharray="${dashes}"`);
    case 'rejected':
      return lineSign(
        inferredColour,
        'inferred',
        ` stroke-dasharray="${dashes}" opacity="${rejectedOpacity}"`,
      );
  }
}

function lineSign(colour: string, head: string, more: string): string {
  return `<path d="M0 0L21 0" stroke="${colour}" stroke-width="1.6"${more} marker-end="url(#skein-${head})"/>`;
}
