/** The findings of a report: figures, sentences, what they count for, and which rule made them. */
import type { Finding } from '../../../domain/finding.ts';
import { citedPart } from '../../../domain/labels/cited-part.ts';
import { messages } from '../../../domain/messages/index.ts';
import { readableTime } from '../../platform/dates.ts';
import { checkBlocks } from '../report/check-lines.ts';
import { readableFacts, readableScore } from '../report/facts.ts';
import type { Exhibit, ExhibitDetector } from '../exhibit/exhibit.ts';
import {
  bullets,
  datum,
  heading,
  pairs,
  paragraph,
  quiet,
  steps,
  type Block,
  type Line,
  type Section,
} from '../../platform/document/document.ts';
import { findingId, marked, statementId, type Lookup } from './lookup.ts';
import { most, type Printed, type PrintedFinding } from './printed.ts';
import { ruleId } from './rules.ts';
import { statementItem } from './statement.ts';

const says = messages.evidence.page;

export function findings(exhibit: Exhibit, printed: Printed, lookup: Lookup): Section {
  const { left } = printed;
  return {
    id: 'findings',
    title: [says.findings],
    startsPage: true,
    blocks: [
      ...(exhibit.findings.length === 0 ? [paragraph(says.noFindings)] : []),
      ...printed.findings.map((one): Block => ({
        kind: 'section',
        section: told(one, exhibit, lookup),
      })),
      ...(left.findings > 0 ? [quiet(says.moreFindings(left.findings))] : []),
    ],
  };
}

function told(
  { finding, number, statements, rest }: PrintedFinding,
  { checks }: Exhibit,
  lookup: Lookup,
): Section {
  const detector = lookup.detectors.get(finding.detector);
  const facts = readableFacts(finding.facts, detector?.names).map(
    ([name, value]): [string, string] => [name, marked(value, lookup)],
  );
  return {
    id: findingId(number),
    title: [datum(says.findingHead(number, marked(finding.title, lookup)))],
    blocks: [
      paragraph(says.strength(finding.score), ' ', ...madeBy(finding, detector)),
      ...ofThem(finding, lookup),
      ...otherVersion(finding, detector),
      ...(detector ? [heading(says.looksFor), paragraph(detector.looks_for)] : []),
      ...(facts.length > 0 ? [heading(says.facts), pairs(facts)] : []),
      ...indicators(finding),
      ...(detector ? counts(detector) : []),
      ...checkBlocks(checks.filter(({ of }) => of === finding.id)),
      heading(says.statements),
      ...countedLine(finding),
      steps(
        statements.map((fact, index) =>
          statementItem(fact, statementId(number, index + 1), lookup),
        ),
      ),
      ...(rest > 0 ? [quiet(says.more(rest, 'findings.json'))] : []),
    ],
  };
}

function madeBy({ detector: id, version }: Finding, detector: ExhibitDetector | undefined): Line {
  return detector
    ? [says.foundBy(id, version), ' ', { to: ruleId(id), text: detector.title }, '.']
    : [datum(says.foundByUnknown(id, version))];
}

/** From when to when what it counts happened, and how much of that is cited below. */
function countedLine({ first_seen: first, last_seen: last, counted }: Finding): Block[] {
  const period = first && last ? [says.period(readableTime(first), readableTime(last))] : [];
  const parts = [...period, ...citedPart(counted).map(says.citedPart)];
  return parts.length > 0 ? [quiet(parts.join(' '))] : [];
}

/** A rule names whoever it counts: which of them are shown for context alone is said with it. */
function ofThem({ accounts }: Finding, { context }: Lookup): Block[] {
  const others = accounts.filter((id) => context.has(id));
  if (others.length === 0) return [];
  const names = others
    .slice(0, most.mentions)
    .flatMap((id, at) => [at === 0 ? ' ' : ', ', datum(id)]);
  const rest = others.length - most.mentions;
  return [
    paragraph(
      says.ofThem(accounts.length - others.length, others.length),
      ...names,
      ...(rest > 0 ? [` ${says.moreMentions(rest)}`] : []),
    ),
  ];
}

function otherVersion({ version }: Finding, detector: ExhibitDetector | undefined): Block[] {
  if (!detector || detector.version === version) return [];
  return [paragraph(says.otherVersion(version, detector.version))];
}

function indicators(finding: Finding): Block[] {
  if (finding.indicators.length === 0) return [];
  const meanings: Readonly<Record<string, string>> = messages.indicators;
  const lines = finding.indicators.map((id) => {
    const meaning = meanings[id];
    return [meaning ? says.indicator(id, meaning) : id];
  });
  return [heading(says.indicators), bullets(lines)];
}

/** What a detector declares that it weighs, in words; the table of its weights stands with the rule. */
function counts({ binds, weights }: ExhibitDetector): Block[] {
  const sum = (...kinds: string[]) =>
    readableScore(
      weights
        .filter(({ name }) => kinds.includes(name.slice(0, name.indexOf(':'))))
        .reduce((total, { weight }) => total + weight, 0),
    );
  return [
    heading(says.counts.title),
    paragraph(
      binds ? says.counts.link(sum('bond', 'tight')) : says.counts.alone,
      ' ',
      says.counts.account(sum('own', 'plain')),
      ' ',
      says.counts.strength,
    ),
  ];
}
