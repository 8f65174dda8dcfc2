/** All that is held of an account, as the access report tells it. Others are named by their ids alone. */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Source } from '../../../domain/finding.ts';
import type { Act } from '../../../domain/custody-acts.ts';
import {
  formatRef,
  nodeType,
  nodeTypeOfLabel,
  relationTypeOf,
} from '../../../domain/schema/graph.ts';
import { derivedRelationOf } from '../../../domain/schema/derived.ts';
import { unpacked } from '../../decisions/cases/stored-content.ts';
import { latestRun } from '../../detection/runs/read-runs.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ownLabel } from '../../graph/neo4j/own-nodes.ts';
import { sourceResolver } from '../../graph/neo4j/sources.ts';
import { shownEntries } from '../../trust/custody/shown.ts';
import { own, stated, statedIn } from './person-plan.ts';
import { Redaction } from './redaction.ts';

type Properties = Record<string, unknown>;

export interface HeldValue {
  column: string;
  value: string;
  /** Until when it was said; null for what is said now. */
  until: string | null;
}

export interface HeldRow {
  ref: string;
  values: HeldValue[];
  sources: Source[];
}

export interface HeldLink {
  /** As evidence names it; `derived.<rule>` for what was inferred. */
  type: string;
  other: string;
  at: string | null;
  values: HeldValue[];
  sources: Source[];
}

export interface HeldFinding {
  id: string;
  detector: string;
  score: number;
  accounts: string[];
  cluster: string | null;
}

export interface HeldWork {
  kind: string;
  id: string;
  at: string;
  by: string;
  text: string;
}

export interface HeldEntry {
  entry: number;
  at: string;
  by: string;
  act: Act;
  /** Where personal data was unmasked for whoever saw it. */
  unmasked: boolean;
  /** What was looked at or done. */
  what: string;
}

export interface Held {
  account: string;
  self: HeldRow;
  rows: HeldRow[];
  links: HeldLink[];
  run: string | null;
  score: { score: number; cluster: string | null } | null;
  findings: HeldFinding[];
  work: HeldWork[];
  entries: HeldEntry[];
}

/** Kinds of the program's own nodes in which people say something, or something is decided. */
const work = [
  ...['Case', 'CaseBoard', 'CaseComment', 'CaseTask', 'CaseEvent', 'Judgement', 'Disposition'],
  ...['DispositionEntry', 'ExplanationCheck', 'WeightException', 'PatternAnswer', 'Hold'],
];

/** Null where there is no such account. */
export async function heldOf(
  database: Database,
  home: string,
  account: string,
): Promise<Held | null> {
  const [self] = await database.read<{ properties: Properties }>(loadQuery('retention/account'), {
    account,
  });
  if (!self) return null;
  const sourceOf = await sourceResolver(database);
  const rowOf = (label: string, id: string, properties: Properties): HeldRow => ({
    ref: formatRef({ type: nodeTypeOfLabel(label)!.type, id }),
    values: valuesIn(properties),
    sources: sourcesIn(properties, sourceOf),
  });
  const rows = await database.read<{ label: string; id: string; properties: Properties }>(
    loadQuery('retention/rows_of', { own, stated }),
    { account },
  );
  const related = await database.read<{
    type: string;
    properties: Properties;
    label: string;
    other: string;
  }>(loadQuery('retention/relations_with_rows'), { account });
  const run = (await latestRun(database))?.run ?? null;
  const asked = { run, account };
  const findings = await database.read<HeldFinding>(loadQuery('retention/run_of_account'), asked);
  const [score] = await database.read<{ score: number; cluster: string | null }>(
    loadQuery('retention/score_of_account'),
    asked,
  );
  const others = new Set([
    ...related.filter(({ label }) => label === nodeType('account').label).map(({ other }) => other),
    ...findings.flatMap(({ accounts }) => accounts),
  ]);
  others.delete(account);
  const naming = new Redaction({
    ...{ account, mark: account, values: [] },
    refs: [formatRef({ type: 'account', id: account })],
  });
  const masking = await othersById(database, [...others], valuesIn(self.properties));
  return {
    account,
    self: rowOf(nodeType('account').label, account, self.properties),
    rows: rows.map(({ label, id, properties }) => rowOf(label, id, properties)),
    links: related.map(({ type, properties, label, other }) => ({
      type: relationTypeOf(type)?.type ?? `derived.${derivedRelationOf(type)?.rule ?? type}`,
      other: formatRef({ type: nodeTypeOfLabel(label)!.type, id: other }),
      at: textOf(properties['_at']),
      // What was inferred says of both in words, and of the other more than its id.
      values: relationTypeOf(type) ? valuesIn(properties) : [],
      sources: sourcesIn(properties, sourceOf),
    })),
    ...{ run, findings, score: score ?? null },
    work: await workNaming(database, naming, masking),
    entries: await entriesNaming(home, account, naming),
  };
}

/** What others state of themselves, each by whose it is. */
async function othersById(
  database: Database,
  accounts: readonly string[],
  mine: readonly HeldValue[],
): Promise<Redaction> {
  const type = nodeType('account');
  const found = await database.read<{ id: string; properties: Properties }>(
    loadQuery('retention/read_nodes', { label: type.label }),
    { ids: accounts },
  );
  const own = new Set(mine.map(({ value }) => value));
  const by = new Map<string, string>();
  for (const { id, properties } of found)
    for (const { value } of statedIn(type, properties))
      if (!own.has(value)) by.set(value, formatRef({ type: 'account', id }));
  return new Redaction({ account: '', mark: '', refs: [], values: [...by.keys()], by });
}

async function workNaming(
  database: Database,
  naming: Redaction,
  masking: Redaction,
): Promise<HeldWork[]> {
  const found: HeldWork[] = [];
  for (const kind of work) {
    const rows = database.stream<{ properties: Properties }>(
      loadQuery('retention/own_nodes', { label: ownLabel(kind) }),
    );
    for await (const { properties } of rows) {
      const told =
        kind === 'CaseBoard' ? await boardTexts(properties, naming) : textsIn(properties);
      if (told === null || !(kind === 'CaseBoard' || naming.isNear(properties))) continue;
      found.push({
        ...{ kind, id: textOf(properties['id'] ?? properties['subject']) ?? '' },
        at: textOf(properties['at'] ?? properties['decided_at'] ?? properties['created']) ?? '',
        by: textOf(properties['by'] ?? properties['decided_by'] ?? properties['created_by']) ?? '',
        text: masking.without(told.join('\n')),
      });
    }
  }
  return found;
}

/** Its title, and the notes on the account; null for a board on which it does not stand. */
async function boardTexts(properties: Properties, naming: Redaction): Promise<string[] | null> {
  if (!properties['content']) return null;
  const { nodes, notes } = await unpacked(properties['content'] as Int8Array);
  const isThere = nodes.some((node) => naming.names(formatRef(node)));
  const said = Object.values(notes).filter(
    ({ on, text }) => naming.names(on.key) || naming.names(text),
  );
  return isThere || said.length > 0
    ? [textOf(properties['title']) ?? '', ...said.map(({ text }) => text)]
    : null;
}

const told = [
  'title',
  'description',
  'text',
  'what',
  'why',
  'comment',
  'how',
  'reason',
  'verdict',
  'state',
  'act',
];

function textsIn(properties: Properties): string[] {
  return told.flatMap((name) => textOf(properties[name]) ?? []);
}

async function entriesNaming(
  home: string,
  account: string,
  naming: Redaction,
): Promise<HeldEntry[]> {
  const found: HeldEntry[] = [];
  const unmasked = new Map<unknown, string>();
  for await (const { entry, at, by, act, subject, after } of shownEntries(home, {})) {
    const person = subject['personal_data_for'];
    if (typeof person === 'string')
      if (after?.['state'] === 'shown') unmasked.set(person, textOf(after['until']) ?? '');
      else unmasked.delete(person);
    if (!naming.isNear(subject) && !naming.isNear(after)) continue;
    found.push({
      ...{ entry, at, by, act },
      unmasked: act === 'view' && (unmasked.get(by) ?? '') > at,
      what: whatOf(subject, after, account),
    });
  }
  return found;
}

/** Which view or form, in the program's own words; what it names beside the account is others'. */
function whatOf(subject: Properties, after: Properties | null, account: string): string {
  const said = [subject['view'], after?.['form'], subject['change'], after?.['state']]
    .filter((one) => typeof one === 'string')
    .filter((one) => one !== account);
  return [...new Set(said)].join(', ');
}

function valuesIn(properties: Properties): HeldValue[] {
  const now = namedIn(properties).map((one) => ({ ...one, until: null }));
  const history = (properties['_history'] as string[] | undefined) ?? [];
  const before = history.flatMap((one) => {
    const { values, until } = JSON.parse(one) as { values: Properties; until: string };
    return namedIn(values).map((said) => ({ ...said, until }));
  });
  return [...now, ...before];
}

function namedIn(properties: Properties): { column: string; value: string }[] {
  return Object.entries(properties)
    .filter(([name, value]) => !name.startsWith('_') && name !== 'key' && value !== null)
    .map(([column, value]) => ({
      column,
      value: Array.isArray(value) ? value.join(' | ') : String(value),
    }));
}

function sourcesIn(properties: Properties, sourceOf: (source: string) => Source): Source[] {
  return ((properties['_sources'] as string[] | undefined) ?? []).map(sourceOf);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
