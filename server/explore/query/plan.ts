import { messages } from '../../../domain/messages/index.ts';
import type { PersonalPlan, PlanStep } from '../../graph/neo4j/personal-messages.ts';
import { dataLabels } from './data-alone.ts';
import { procedures } from './wording.ts';

const text = messages.queries.refused;

/** What begins a plan, each with how it goes on: scans, seeks and counts of nodes and of relations. */
const readsOfTheGraph =
  /^(?:(?:AllNodes|NodeByLabel|NodeIndex|NodeIndexContains|NodeIndexEndsWith|UnionNodeByLabels|IntersectionNodeByLabels|SubtractionNodeByLabels|(?:Partitioned|Dynamic)\w*Node\w*)(?:Scan|Lookup)|(?:NodeById|NodeByElementId|NodeIndex|NodeUniqueIndex|MultiNodeIndex)Seek(?:ByRange)?|(?:Und|D)irected(?:AllRelationships|RelationshipType|UnionRelationshipTypes|RelationshipIndex|RelationshipIndexContains|RelationshipIndexEndsWith)Scan|(?:Und|D)irectedRelationship(?:ById|ByElementId|Index|UniqueIndex)Seek(?:ByRange)?|(?:Node|Relationship)CountFromCountStore)$/;

/** What goes from node to node, or works on the rows that were read. */
const steps: ReadonlySet<string> = new Set([
  ...['Anti', 'AntiConditionalApply', 'AntiSemiApply', 'Apply', 'Argument', 'ArgumentTracker'],
  ...['AssertSameNode', 'AssertSameRelationship', 'CacheProperties', 'CartesianProduct'],
  ...['ConditionalApply', 'Distinct', 'Eager', 'EagerAggregation', 'EmptyResult', 'EmptyRow'],
  ...['ExhaustiveLimit', 'Expand(All)', 'Expand(Into)', 'Filter', 'LeftOuterHashJoin'],
  ...['LetAntiSemiApply', 'LetSelectOrAntiSemiApply', 'LetSelectOrSemiApply', 'LetSemiApply'],
  ...[
    'Limit',
    'NodeHashJoin',
    'NodeLeftOuterHashJoin',
    'NodeRightOuterHashJoin',
    'NonFuseable',
    'Optional',
    'OptionalExpand(All)',
  ],
  ...['OptionalExpand(Into)', 'OrderedAggregation', 'OrderedDistinct', 'OrderedUnion'],
  ...['PartialSort', 'PartialTop', 'PartitionedUnwind', 'ProduceResults', 'ProjectEndpoints'],
  ...['Projection', 'Repeat(Trail)', 'RightOuterHashJoin', 'RollUpApply', 'SelectOrAntiSemiApply'],
  ...['SelectOrSemiApply', 'SemiApply', 'ShortestPath', 'Skip', 'Sort'],
  ...['StatefulShortestPath(All)', 'StatefulShortestPath(Into)', 'Top', 'Top1WithTies'],
  ...['TriadicBuild', 'TriadicFilter', 'TriadicSelection', 'Union', 'Unwind', 'ValueHashJoin'],
  ...['VarLengthExpand(All)', 'VarLengthExpand(Into)', 'VarLengthExpand(Pruning)'],
  ...['VarLengthExpand(Pruning,BFS)', 'VarLengthExpand(Pruning,BFS,All)'],
  ...['VarLengthExpand(Pruning,BFS,Into)', 'AllowShortestPath'],
]);

/** Why a plan is refused: it writes, or holds a step that is no read of the graph; null for one that reads. */
export function refusedPlan({ type, root }: PersonalPlan): string | null {
  const foreign = stepsOf(root).find((step) => !isRead(step));
  if (foreign) return text.step(foreign.operator);
  return type === 'r' ? null : text.writes;
}

/** What may begin at a node of any label, the program's own too. */
const readsOfAnyNode =
  /^(?:(?:Partitioned)?AllNodesScan|NodeBy(?:Element)?IdSeek|\w*Dynamic\w*|NodeCountFromCountStore)$/;
const labelled = new RegExp(
  `^\\S+:(?:${dataLabels.join('|')})(?: OR \\S+:(?:${dataLabels.join('|')}))*$`,
);

/**
 * Whether a plan comes to nodes that need not be of the data. One that keeps the data's before anything else is done with them does not: what is
 * worked out of a node might tell of it, if only by failing.
 */
export function reachesAnyNode({ root }: PersonalPlan): boolean {
  const reaches = (step: PlanStep, above: PlanStep | null): boolean => {
    if (readsOfAnyNode.test(step.operator) && !isOfTheData(step, above)) return true;
    return step.children.some((below) => reaches(below, step));
  };
  return reaches(root, null);
}

function isOfTheData({ operator, details }: PlanStep, above: PlanStep | null): boolean {
  if (operator === 'NodeCountFromCountStore') return details.includes('(:');
  return above?.operator === 'Filter' && labelled.test(above.details);
}

function stepsOf(step: PlanStep): PlanStep[] {
  return [step, ...step.children.flatMap(stepsOf)];
}

function isRead({ operator, details }: PlanStep): boolean {
  if (steps.has(operator) || readsOfTheGraph.test(operator)) return true;
  return (
    operator === 'ProcedureCall' && [...procedures].some((name) => details.startsWith(`${name}(`))
  );
}
