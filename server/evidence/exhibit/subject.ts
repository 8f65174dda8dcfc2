/** What a scope stands for in the database: its findings, and the nodes that are shown whatever the findings say. */
import { addedRef, type ListedAddition } from '../../../domain/addition.ts';
import { compareText } from '../../../domain/compare-text.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { BoardContent } from '../../../domain/case.ts';
import type { Cluster, Finding, Run } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { isContext } from '../../../domain/standing.ts';
import { messages } from '../../../domain/messages/index.ts';
import { keptBoard } from '../../decisions/cases/board-store.ts';
import {
  clusterById,
  findingById,
  findingsByIds,
  findingsOfRun,
} from '../../detection/runs/read-runs.ts';
import { nodesByRef, type FoundNode } from '../../graph/canvas/canvas.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';
import type { ShownBoard } from './exhibit.ts';
import type { Scope } from '../../../domain/evidence-scope.ts';

type FoundFinding = Finding & { cluster_id: string | null };

export interface Subject {
  cluster: Cluster | null;
  findings: FoundFinding[];
  /** Findings that name some of the accounts and others too, and are not shown. */
  beyond: string[];
  /** Shown besides what the findings rest on. */
  shown: Surroundings | Picked | null;
  board: ShownBoard | null;
}

/** A node and all that lies within so many relations. */
export interface Surroundings {
  kind: 'around';
  node: FoundNode;
  hops: number;
}

/** Nodes, and the relations between them. */
export interface Picked {
  kind: 'picked';
  nodes: FoundNode[];
}

const nothingMore = { beyond: [], shown: null, board: null };

/**
 * Throws NotFoundError when the latest run, the graph or the case has nothing of that id. A board that is given is not
 * looked for in a case.
 */
export function readSubject(
  database: Database,
  run: Run | null,
  scope: Scope,
  board?: ShownBoard,
): Promise<Subject> {
  switch (scope.kind) {
    case 'account':
      return accountSubject(database, run, scope);
    case 'finding':
      return findingSubject(database, detected(run), scope.id);
    case 'cluster':
      return clusterSubject(database, detected(run), scope.id);
    case 'board':
      return boardSubject(database, run, scope, board);
    case 'selection':
      return pickedSubject(database, run, scope.nodes);
  }
}

function detected(run: Run | null): Run {
  if (!run) throw new NotFoundError(messages.evidence.noRun);
  return run;
}

async function findingSubject(database: Database, run: Run, id: string): Promise<Subject> {
  const finding = await findingById(database, run.run, id);
  if (!finding) throw new NotFoundError(messages.evidence.noFinding(id));
  return { ...nothingMore, cluster: null, findings: [finding] };
}

/** Its rank among others is no evidence, and what is at stake names clients, who are none of the bundle's. */
function withoutRanking(cluster: Cluster): Cluster {
  const bare = { ...cluster };
  delete bare.ranking;
  return bare;
}

async function clusterSubject(database: Database, run: Run, id: string): Promise<Subject> {
  const cluster = await clusterById(database, run.run, id);
  if (!cluster) throw new NotFoundError(messages.evidence.noCluster(id));
  const findings = await findingsByIds(database, run.run, cluster.findings);
  return {
    ...{ ...nothingMore, cluster: withoutRanking(cluster) },
    findings: findings.sort(strongestFirst),
  };
}

function strongestFirst(a: Finding, b: Finding): number {
  return b.score - a.score || compareText(a.id, b.id);
}

async function accountSubject(
  database: Database,
  run: Run | null,
  { id, hops }: Extract<Scope, { kind: 'account' }>,
): Promise<Subject> {
  const [node] = await nodesByRef(database, [{ type: 'account', id }]);
  if (!node) throw new NotFoundError(messages.evidence.noAccount(id));
  const listed = run ? await findingsOfRun(database, run.run, { account: id }) : [];
  const ids = listed.map((finding) => finding.id);
  const findings = run ? await findingsByIds(database, run.run, ids) : [];
  return { ...nothingMore, cluster: null, findings, shown: { kind: 'around', node, hops } };
}

async function boardSubject(
  database: Database,
  run: Run | null,
  scope: Extract<Scope, { kind: 'board' }>,
  given?: ShownBoard,
): Promise<Subject> {
  const board = given ?? (await keptShown(database, scope));
  return { ...(await pickedSubject(database, run, board.nodes)), board };
}

async function keptShown(
  database: Database,
  { case: ofCase, id }: Extract<Scope, { kind: 'board' }>,
): Promise<ShownBoard> {
  const {
    case_title: caseTitle,
    title,
    content,
  } = await keptBoard(database, {
    case: ofCase,
    board: id,
  });
  const nodes = nodesShown(content).sort((a, b) => compareText(formatRef(a), formatRef(b)));
  const members = membersOn(content);
  const additions = additionsShown(content, nodes);
  return {
    ...{ title: `${caseTitle} – ${title}`, nodes, places: content.places, members },
    ...(additions.length > 0 ? { additions } : {}),
  };
}

/** By id: things that are not hidden, and links between what is shown. */
function additionsShown(
  { additions, hidden }: BoardContent,
  nodes: readonly NodeRef[],
): ListedAddition[] {
  const things = Object.entries(additions)
    .filter(([id, { kind }]) => kind === 'thing' && !hidden.includes(addedRef(id)))
    .map(([id]) => addedRef(id));
  const shown = new Set([...nodes.map(formatRef), ...things]);
  return Object.entries(additions)
    .filter(([id, one]) =>
      one.kind === 'thing' ? shown.has(addedRef(id)) : shown.has(one.from) && shown.has(one.to),
    )
    .sort(([one], [other]) => compareText(one, other))
    .map(([id, one]) => ({ ...one, id }));
}

/** In order; null where no account of the board has a standing. */
function membersOn({ nodes }: BoardContent): string[] | null {
  const accounts = nodes.filter(({ type, standing }) => type === 'account' && standing);
  if (accounts.length === 0) return null;
  const members = accounts.filter((node) => !isContext(node));
  return members.map(({ id }) => id).sort(compareText);
}

/** What was hidden on the board, or is of a type that it does not draw, was left out by a person. */
function nodesShown({ nodes, hidden, leaves, off }: BoardContent): NodeRef[] {
  const unseen = new Set([...hidden, ...leaves]);
  const types = new Set<string>(off);
  return nodes
    .filter((node) => !types.has(node.type) && !unseen.has(formatRef(node)))
    .map(({ type, id }) => ({ type, id }));
}

async function pickedSubject(
  database: Database,
  run: Run | null,
  refs: readonly NodeRef[],
): Promise<Subject> {
  const nodes = await nodesByRef(database, refs);
  if (nodes.length === 0) throw new NotFoundError(messages.evidence.nothingPicked);
  const accounts = nodes.flatMap(({ shown }) => (shown.type === 'account' ? [shown.id] : []));
  const named = run
    ? await database.read<{ id: string; whole: boolean }>(loadQuery('evidence/findings_among'), {
        run: run.run,
        accounts,
      })
    : [];
  const whole = named.filter((finding) => finding.whole).map(({ id }) => id);
  return {
    ...nothingMore,
    cluster: null,
    findings: run ? await findingsByIds(database, run.run, whole) : [],
    beyond: named.filter((finding) => !finding.whole).map(({ id }) => id),
    shown: { kind: 'picked', nodes },
  };
}
