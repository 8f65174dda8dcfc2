import { compareText } from '../../../domain/compare-text.ts';
import type { Family } from '../../../domain/detector.ts';
import type { Evidence, Finding } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import type { Story, StoryLink, StoryThing } from '../../../domain/story.ts';
import type { LinkPart } from '../../detection/link/links.ts';
import { meetingsIn, type Meeting } from './meetings.ts';
import { mostThings, showListed, toldBy } from './story.ts';

/** Another account, and what its link to the one that is told of is made of. */
export interface LinkedTo {
  other: string;
  parts: readonly Pick<LinkPart, 'family' | 'finding' | 'weight'>[];
}

interface Tie {
  other: string;
  family: Family;
  finding: string;
  weight: number;
}

/** A thing, and by account what it adds to the link with that one. */
interface Told {
  thing: StoryThing;
  adds: Map<string, number>;
}

/**
 * What links an account to others: the things at which they meet, each with the most that it adds to one link, and where two
 * meet at none, what binds them. The findings are those that the links are made of, and any that name whoever is listed.
 */
export function linkedStory(
  account: string,
  linked: readonly LinkedTo[],
  findings: readonly Finding[],
): Story {
  const told = new Map<string, Told>();
  const between = new Map<string, NodeRef>();
  const links: StoryLink[] = [];
  for (const { finding, ties } of byFinding(linked)) {
    const left = new Map(ties.map((tie) => [tie.other, tie]));
    const evidence = findings.find(({ id }) => id === finding)?.evidence ?? [];
    for (const meeting of meetingsIn(evidence, [account, ...left.keys()])) {
      const here = meeting.accounts.flatMap((other) => left.get(other) ?? []);
      const hasRoom = told.has(formatRef(meeting.thing)) || told.size < mostThings;
      if (!meeting.accounts.includes(account) || here.length === 0 || !hasRoom) continue;
      addMeeting(told, meeting, here);
      for (const node of meeting.between) between.set(formatRef(node), node);
      for (const { other } of here) left.delete(other);
    }
    for (const { other, ...tie } of left.values()) {
      const [a = '', b = ''] = [account, other].sort();
      links.push({ a, b, ...tie });
    }
  }
  const things = new Map([...told].map(([ref, { thing }]) => [ref, thing]));
  const accounts = [account, ...linked.map(({ other }) => other)];
  for (const finding of findings) showListed(finding, new Set(accounts), things, between);
  links.sort(
    (one, other) =>
      other.weight - one.weight || compareText(one.a, other.a) || compareText(one.b, other.b),
  );
  return { ...toldBy(accounts, { things, between, links }), weighs: 'links' };
}

/** What ties the account to others, by the finding that says so; the heaviest first. */
function byFinding(linked: readonly LinkedTo[]): { finding: string; ties: Tie[] }[] {
  const ties = linked.flatMap(({ other, parts }) =>
    parts.map(({ family, finding, weight }): Tie => ({ other, family, finding, weight })),
  );
  const heaviest = (of: readonly Tie[]) => Math.max(...of.map(({ weight }) => weight));
  return [...groupBy(ties, ({ finding }) => finding)]
    .map(([finding, own]) => ({ finding, ties: own }))
    .sort(
      (one, other) =>
        heaviest(other.ties) - heaviest(one.ties) || compareText(one.finding, other.finding),
    );
}

function addMeeting(told: Map<string, Told>, meeting: Meeting, ties: readonly Tie[]): void {
  const ref = formatRef(meeting.thing);
  const { thing, adds } = told.get(ref) ?? { thing: null, adds: new Map<string, number>() };
  for (const { other, weight } of ties) adds.set(other, (adds.get(other) ?? 0) + weight);
  const families = ties.map(({ family }) => family);
  const findings = ties.map(({ finding }) => finding);
  told.set(ref, {
    adds,
    thing: {
      node: meeting.thing,
      accounts: Math.max(thing?.accounts ?? 0, meeting.accounts.length),
      weight: Math.max(...adds.values()),
      families: [...new Set([...(thing?.families ?? []), ...families])],
      findings: [...new Set([...(thing?.findings ?? []), ...findings])],
    },
  });
}

/** Of evidence, what is of these accounts: no fact of another one, and none that hangs together with none of them. */
export function factsOf(
  evidence: readonly Evidence[],
  accounts: ReadonlySet<string>,
): readonly Evidence[] {
  const isStranger = (node: NodeRef | null) => node?.type === 'account' && !accounts.has(node.id);
  const own = evidence.filter(({ from, to }) => !isStranger(from) && !isStranger(to));
  const next = neighboursIn(own);
  const reached = new Set([...accounts].map((id) => formatRef({ type: 'account', id })));
  for (const ref of reached) for (const other of next.get(ref) ?? []) reached.add(other);
  return own.filter(({ from }) => reached.has(formatRef(from)));
}

/** Of evidence, what lies between two accounts: nothing that hangs on one thing alone, but for who is listed. */
export function factsBetween(evidence: readonly Evidence[], a: string, b: string): Evidence[] {
  let left = [...factsOf(evidence, new Set([a, b]))];
  for (let before = left.length + 1; left.length < before;) {
    before = left.length;
    const next = neighboursIn(left);
    const leadsOn = (node: NodeRef | null) =>
      node !== null &&
      (node.type === 'account' ||
        node.type === 'watchlist_entry' ||
        (next.get(formatRef(node))?.size ?? 0) > 1);
    left = left.filter(({ from, to }) => leadsOn(from) && leadsOn(to));
  }
  return left;
}

function neighboursIn(evidence: readonly Evidence[]): Map<string, Set<string>> {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of evidence) {
    if (to === null) continue;
    const [one, other] = [formatRef(from), formatRef(to)];
    next.set(one, (next.get(one) ?? new Set()).add(other));
    next.set(other, (next.get(other) ?? new Set()).add(one));
  }
  return next;
}
