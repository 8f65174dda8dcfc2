/** The rules behind the findings: what speaks for innocence, what they cannot see, settings and weights. */
import { messages } from '../../../domain/messages/index.ts';
import { readableName, readableScore, readableValue } from '../report/facts.ts';
import type { Exhibit, ExhibitDetector } from '../exhibit/exhibit.ts';
import { mentions } from './accounts.ts';
import {
  bullets,
  heading,
  pairs,
  paragraph,
  type Block,
  type Section,
  type Table,
} from '../../platform/document/document.ts';
import { shorten } from './lookup.ts';
import type { Printed } from './printed.ts';

const says = messages.evidence.page;

const mostSettingText = 500;

export function ruleId(detector: string): string {
  return `rule-${detector}`;
}

/** Nothing where no rule found anything. */
export function rules({ detectors }: Exhibit, printed: Printed): Section[] {
  if (detectors.length === 0) return [];
  return [
    {
      id: 'rules',
      title: [says.rules],
      startsPage: true,
      blocks: [
        paragraph(says.rulesText),
        ...detectors.map((detector): Block => ({
          kind: 'section',
          section: rule(detector, printed),
        })),
      ],
    },
  ];
}

function rule(detector: ExhibitDetector, { findings }: Printed): Section {
  const { id, title, version, benign, blind_to: blindTo } = detector;
  const its = findings.filter(({ finding }) => finding.detector === id);
  return {
    id: ruleId(id),
    title: [says.rule(title, id, version)],
    blocks: [
      ...(its.length > 0
        ? [paragraph(says.ruleFindings, ' ', ...mentions(its.map(({ number }) => number)))]
        : []),
      heading(says.benign),
      bullets(benign.map((text) => [text])),
      heading(says.blindTo),
      paragraph(blindTo),
      ...settings(detector),
      ...weights(detector),
    ],
  };
}

function settings({ settings: all, names = {} }: ExhibitDetector): Block[] {
  const told = Object.entries(all).map(([name, value]): [string, string] => [
    readableName(name, names),
    shorten(readableValue(value, names), mostSettingText),
  ]);
  return told.length > 0 ? [heading(says.settings), pairs(told)] : [];
}

function weights({ weights: all }: ExhibitDetector): Block[] {
  const kinds: Readonly<Record<string, string>> = says.weightOf;
  const table: Table = {
    kind: 'table',
    verbatim: null,
    head: says.weightHead,
    widths: [4, 1, 5],
    rows: all.map(({ name, weight, why }) => ({
      id: null,
      cells: [[kinds[name.slice(0, name.indexOf(':'))] ?? name], [readableScore(weight)], [why]],
    })),
  };
  return all.length > 0 ? [heading(says.weights), paragraph(says.weightsText), table] : [];
}
