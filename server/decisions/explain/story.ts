import { compareText } from '../../../domain/compare-text.ts';
import type { Family } from '../../../domain/detector.ts';
import type { Cluster, Finding, GroupSum, Run } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import type { Story, StoryLink, StoryThing } from '../../../domain/story.ts';
import { catalogue } from '../../detection/catalogue/catalogue.ts';
import { bondOf, heaviestOf, type Heaviest } from '../../detection/group/bound.ts';
import { holdOf, type Bond } from '../../detection/group/evidence.ts';
import { applyExceptions } from '../../detection/link/excepted.ts';
import { linksOf } from '../../detection/link/links.ts';
import { UnionFind } from '../../detection/link/union-find.ts';
import { weightsOfRun } from '../../detection/weights/weights-in-force.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { exceptionsOfRun } from '../exceptions/exception-store.ts';
import { judgedInRun } from '../judge/judged-link.ts';
import { meetingsIn } from './meetings.ts';
import { onwardFrom } from './onward.ts';
import { shortestPath } from './shortest-path.ts';

/** What adds less to the sum, in log-odds, explains nothing. */
const leastWeight = 0.05;
/** More things than this are no few. */
export const mostThings = 12;

interface Told {
  run: Run;
  accounts: readonly string[];
  findings: readonly Finding[];
  /** How they were judged as one, where they were. */
  group?: GroupSum | undefined;
}

/** The story of a cluster of that run. */
export function clusterStory(
  database: Database,
  run: Run,
  { cluster: { accounts, group }, findings }: { cluster: Cluster; findings: readonly Finding[] },
): Promise<Story> {
  return storyOf(database, { run, accounts, findings, group });
}

/** The story of a finding of that run. */
export function findingStory(database: Database, run: Run, finding: Finding): Promise<Story> {
  return storyOf(database, { run, accounts: finding.accounts, findings: [finding] });
}

/**
 * What holds these accounts together, by their findings: the things at which they meet, with what each adds to the sum by
 * which they are judged, and between whom no thing is, what binds them. As the run weighed it.
 */
async function storyOf(database: Database, told: Told): Promise<Story> {
  const members = new Set(told.accounts);
  const { bonds, byId } = await bondsAmong(database, members, told);
  const heaviest = heaviestOf(bonds);
  const things = new Map<string, StoryThing>();
  const between = new Map<string, NodeRef>();
  const held = new Map<Family, UnionFind>();
  const findings = weighed(heaviest, members.size, told.group);
  for (const { finding, family, weight } of findings) {
    const { evidence, accounts } = byId.get(finding)!;
    const meetings = meetingsIn(
      evidence,
      accounts.filter((account) => members.has(account)),
    );
    const all = meetings.reduce((sum, meeting) => sum + meeting.accounts.length, 0);
    const sets = held.get(family) ?? new UnionFind();
    held.set(family, sets);
    for (const meeting of meetings) {
      const share = (weight * meeting.accounts.length) / all;
      const tells = share >= leastWeight;
      if (tells && !addThing(things, meeting.thing, { ...meeting, family, finding, weight: share }))
        continue;
      for (const node of tells ? meeting.between : []) between.set(formatRef(node), node);
      for (const account of meeting.accounts) sets.join(meeting.accounts[0]!, account);
    }
  }
  for (const named of told.findings) showListed(named, members, things, between);
  for (const node of onwardFrom([...things.values()], told.findings, between))
    between.set(formatRef(node), node);
  const links = linksBeside(bonds, held, tellingFamilies(findings));
  return toldBy(told.accounts, { things, between, links });
}

/** The story of these accounts that these tell, what weighs most first. */
export function toldBy(
  accounts: readonly string[],
  by: {
    things: ReadonlyMap<string, StoryThing>;
    between: ReadonlyMap<string, NodeRef>;
    links: StoryLink[];
  },
): Story {
  const things = [...by.things.values()].sort(
    (one, other) =>
      (other.weight ?? 0) - (one.weight ?? 0) ||
      compareText(formatRef(one.node), formatRef(other.node)),
  );
  const shown = [
    ...accounts.map((id): NodeRef => ({ type: 'account', id })),
    ...things.map(({ node }) => node),
    ...by.between.values(),
  ];
  return {
    shown: [...new Map(shown.map((node) => [formatRef(node), node])).values()],
    things,
    links: by.links,
  };
}

/** What binds these accounts in pairs, as groups weigh it. */
async function bondsAmong(
  database: Database,
  members: ReadonlySet<string>,
  { run, findings }: Told,
): Promise<{ bonds: Bond[]; byId: Map<string, Finding> }> {
  const detectors = await catalogue();
  const binding = new Set(detectors.filter(({ binds }) => binds).map(({ id }) => id));
  const counted = applyExceptions(findings, await exceptionsOfRun(database, run), binding);
  const links = linksOf(counted.findings, {
    detectors,
    accounts: run.counts['accounts'] ?? 0,
    model: (await weightsOfRun(database, run)).group,
    judged: await judgedInRun(database, run),
    repeated: 'left in',
  });
  return {
    bonds: links
      .filter(({ a, b }) => members.has(a) && members.has(b))
      .map((link) => ({ ...link, hold: holdOf(link) })),
    byId: new Map(findings.map((finding) => [finding.id, finding])),
  };
}

/** Of what each finding weighs in that sum, the heaviest first. */
function weighed(heaviest: Heaviest, size: number, group: GroupSum | undefined) {
  const all = [...heaviest].flatMap(([family, parts]) => {
    const total = bondOf(family, heaviest);
    const term = group?.terms.find(({ name }) => name === `bond:${family}`);
    const whole = group ? (term?.weight ?? 0) : total / size;
    const weights = new Map<string, number>();
    for (const { finding, weight } of parts.values())
      weights.set(finding, (weights.get(finding) ?? 0) + (whole * weight) / total);
    return [...weights].map(([finding, weight]) => ({ finding, family, weight }));
  });
  return all.sort(
    (one, other) => other.weight - one.weight || compareText(one.finding, other.finding),
  );
}

/** Whether there is room for it. */
function addThing(
  things: Map<string, StoryThing>,
  node: NodeRef,
  by: { accounts: readonly string[]; family: Family; finding: string; weight: number | null },
): boolean {
  const ref = formatRef(node);
  const known = things.get(ref);
  if (!known && things.size >= mostThings) return false;
  const { accounts = 0, weight = null, families = [], findings = [] } = known ?? {};
  things.set(ref, {
    node,
    accounts: Math.max(accounts, by.accounts.length),
    weight: by.weight === null && weight === null ? null : (weight ?? 0) + (by.weight ?? 0),
    families: [...new Set([...families, by.family])],
    findings: [...new Set([...findings, by.finding])],
  });
  return true;
}

/** Whoever stands on a list is no fold, nor is the way that leads there. */
export function showListed(
  { id: finding, nodes, evidence, accounts }: Finding,
  members: ReadonlySet<string>,
  things: Map<string, StoryThing>,
  between: Map<string, NodeRef>,
): void {
  const own = accounts.filter((account) => members.has(account));
  for (const node of nodes) {
    if (node.type !== 'watchlist_entry') continue;
    const ways = own
      .map((id) => shortestPath(evidence, { type: 'account', id }, node))
      .filter((way) => way.length > 0);
    const [way] = ways.sort((one, other) => one.length - other.length);
    if (!way) continue;
    addThing(things, node, { accounts: own, family: 'watchlist', finding, weight: null });
    for (const step of way) if (step.type !== 'account') between.set(formatRef(step), step);
  }
}

function tellingFamilies(findings: ReturnType<typeof weighed>): Set<Family> {
  const weights = new Map<Family, number>();
  for (const { family, weight } of findings)
    weights.set(family, (weights.get(family) ?? 0) + weight);
  return new Set(
    [...weights].flatMap(([family, weight]) => (weight >= leastWeight ? [family] : [])),
  );
}

/** Of each family that tells, the surest bonds that hold together whom no thing of that family does. */
function linksBeside(
  bonds: readonly Bond[],
  held: ReadonlyMap<Family, UnionFind>,
  tell: ReadonlySet<Family>,
): StoryLink[] {
  const links = bonds.flatMap(({ a, b, parts }) =>
    parts.flatMap(({ family, weight, finding }): StoryLink[] =>
      tell.has(family) ? [{ a, b, family, weight, finding }] : [],
    ),
  );
  links.sort(
    (one, other) =>
      other.weight - one.weight || compareText(one.a, other.a) || compareText(one.b, other.b),
  );
  return links.filter(({ a, b, family }) => {
    const sets = held.get(family)!;
    const root = sets.find(a);
    if (root !== null && root === sets.find(b)) return false;
    sets.join(a, b);
    return true;
  });
}
