/** What watched patterns answered anew, a section a pattern; none of it is in a score. */
import { measuredLabel } from '../../../domain/labels/measured-label.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { AskedPattern } from '../../decisions/watched/asked-by-run.ts';
import {
  bullets,
  datum,
  paragraph,
  quiet,
  type Block,
  type Row,
  type Section,
} from '../../platform/document/document.ts';
import { table } from './cluster-section.ts';
import type { ClusterReport } from './report-data.ts';

const says = messages.watchedPattern;
const text = says.report;

/** How many answers are new, and of how many patterns. */
export function newAnswers({ patterns }: Pick<ClusterReport, 'patterns'>): {
  fresh: number;
  of: number;
} {
  const some = patterns.filter(({ fresh }) => fresh > 0);
  return { fresh: some.reduce((sum, { fresh }) => sum + fresh, 0), of: some.length };
}

/** On the first screen. */
export function patternsFirst({ patterns }: ClusterReport): Block[] {
  const told = patterns.filter(isTold);
  if (told.length === 0) return [];
  const { fresh, of } = newAnswers({ patterns });
  const items = told.map(({ query, title, version, owner, answers, fresh: own }) => ({
    id: null,
    line: [
      { to: sectionId(query), text: title },
      messages.report.colon,
      text.about(version, owner, answers, own),
    ],
    note: [],
  }));
  return [paragraph(text.first(fresh, of)), { kind: 'list', numbered: false, items }];
}

/** One each for those with something new, or that failed or were cut; the others in a list. */
export function patternSections({ patterns }: ClusterReport): Section[] {
  const still = patterns.filter((one) => !isTold(one));
  return [
    ...patterns.filter(isTold).map(ofPattern),
    ...(still.length > 0
      ? [
          {
            id: 'patterns',
            title: [text.title],
            blocks: [
              paragraph(text.quiet),
              bullets(
                still.map((one) => [
                  datum(one.title),
                  messages.report.colon,
                  text.about(one.version, one.owner, one.answers, one.fresh),
                  ' ',
                  measuredLabel(one.measured),
                ]),
              ),
              quiet(says.neverCounted),
            ],
          },
        ]
      : []),
  ];
}

function isTold({ fresh, left, cut, failed }: AskedPattern): boolean {
  return fresh > 0 || left > 0 || cut || failed !== null;
}

function sectionId(query: string): string {
  return `pattern-${query}`;
}

function ofPattern(pattern: AskedPattern): Section {
  const { query, title, version, owner, answers, fresh, left, cut, failed, measured } = pattern;
  return {
    id: sectionId(query),
    title: [datum(text.one(title))],
    blocks: [
      paragraph(datum(text.about(version, owner, answers, fresh))),
      paragraph(measuredLabel(measured)),
      ...(failed === null ? [] : [paragraph(text.failed(failed))]),
      ...(pattern.new.length > 0 ? [table(text.head, [3, 3, 6, 2], pattern.new.map(rowOf))] : []),
      ...(left > 0 ? [paragraph(text.left(left))] : []),
      ...(cut ? [paragraph(text.cut)] : []),
      quiet(says.neverCounted),
    ],
  };
}

function rowOf({ id, ref, accounts, state }: AskedPattern['new'][number]): Row {
  return {
    id: null,
    cells: [
      [datum(id)],
      [datum(ref)],
      [datum(accounts.join(', '))],
      [messages.triage.states[state]],
    ],
  };
}
