import { NativeSelect } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { formatRef, nodeTypes } from '../../../../domain/schema/graph.ts';
import type { GraphNode, GraphRelation } from '../../../../domain/answers.ts';
import { isContext } from '../../../../domain/standing.ts';
import type { NodeTypeName } from '../../../../domain/schema/schema.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useBoard } from '../../workspace/board.tsx';
import { useSubject } from '../../workspace/opened.tsx';
import { seenAdditions } from '../../board/additions.ts';
import { visibleNodes, visibleRelations } from '../../board/board.ts';
import { RemarkMarks } from '../../cases/Remarks.tsx';
import { NodeLink } from '../../ui/LinkList.tsx';
import { GroupTag } from '../../groups/GroupTag.tsx';
import { answersOfGraph, answerTo } from '../../provenance/asking.ts';
import { SourceLink } from '../../ui/SourceLink.tsx';
import { AddedTable } from './AddedTable.tsx';
import { columnsOfType, nodeColumns, relationColumns } from './table-columns.ts';
import { DataTable } from './DataTable.tsx';
import { useViewAnswer } from '../view-queries.ts';
import { Answer } from '../ViewRoom.tsx';

const text = messages.views.table;

type Rows = 'nodes' | 'relations' | 'added' | NodeTypeName;

/** Everything that the canvas shows, in words: all nodes, those of one type with all their columns, or relations. */
export default function TableView() {
  const board = useBoard();
  const [chosen, setChosen] = useState<Rows>('nodes');
  const nodes = useMemo(() => visibleNodes(board), [board]);
  const relations = useMemo(() => visibleRelations(board), [board]);
  const types = nodeTypes.filter(({ type }) => nodes.some((node) => node.type === type));
  const added = seenAdditions(board).length;
  const isThere = chosen === 'added' ? added > 0 : isOneOf(chosen, types);
  const rows = isThere ? chosen : 'nodes';
  const what = (
    <NativeSelect
      size="xs"
      aria-label={text.what}
      value={rows}
      onChange={({ currentTarget }) => setChosen(currentTarget.value as Rows)}
      data={[
        { value: 'nodes', label: `${text.allNodes} (${nodes.length})` },
        { value: 'relations', label: `${text.relations} (${relations.length})` },
        ...(added > 0 ? [{ value: 'added', label: `${messages.additions.list} (${added})` }] : []),
        ...types.map(({ type }) => ({
          value: type,
          label: typeLabel(
            type,
            nodes.filter((node) => node.type === type),
          ),
        })),
      ]}
    />
  );
  if (rows === 'nodes') return <AllNodes nodes={nodes} what={what} />;
  if (rows === 'added') return <AddedTable choice={what} />;
  if (rows === 'relations') return <Relations relations={relations} what={what} />;
  return <OfType key={rows} type={rows} nodes={nodes} what={what} />;
}

function typeLabel(type: NodeTypeName, nodes: readonly GraphNode[]): string {
  const { many } = messages.schema.nodes[type];
  return messages.standing.ofType(many, nodes.length, nodes.filter(isContext).length);
}

function isOneOf(rows: Rows, types: readonly { type: NodeTypeName }[]): boolean {
  return rows === 'nodes' || rows === 'relations' || types.some(({ type }) => type === rows);
}

function AllNodes({ nodes, what }: { nodes: readonly GraphNode[]; what: ReactNode }) {
  const subject = useSubject();
  const told = nodes.some(({ standing }) => standing !== undefined);
  const columns = useMemo(() => nodeColumns(told), [told]);
  return (
    <DataTable
      title={messages.page.table.nodes}
      answered={answersOfGraph(subject)}
      what={what}
      columns={columns}
      rows={nodes}
      refOf={formatRef}
      cell={nodeCell}
    />
  );
}

function nodeCell(node: GraphNode, key: string, says: string): ReactNode {
  if (key !== 'caption') return says;
  return (
    <>
      <NodeLink node={node} />
      <RemarkMarks nodeRef={formatRef(node)} />
      <GroupTag node={node} />
    </>
  );
}

interface OfTypeProps {
  type: NodeTypeName;
  nodes: readonly GraphNode[];
  what: ReactNode;
}

/** What the board does not hold of its nodes is fetched. */
function OfType({ type, nodes, what }: OfTypeProps) {
  const standings = new Map(nodes.map((node) => [formatRef(node), node.standing]));
  const refs = useMemo(
    () => nodes.filter((node) => node.type === type).map(formatRef),
    [nodes, type],
  );
  const answer = useViewAnswer('nodeValues', { nodes: refs });
  const answered = [answerTo(messages.queries.asked.of.view, 'nodeValues', { nodes: refs })];
  const shown = useMemo(() => new Set(refs), [refs]);
  return (
    <Answer of={answer}>
      {({ items }) => {
        const rows = items
          .filter((node) => shown.has(formatRef(node)))
          .map((node) => ({ ...node, standing: standings.get(formatRef(node)) }));
        return (
          <DataTable
            title={messages.schema.nodes[type].many}
            answered={answered}
            what={what}
            columns={columnsOfType(type, rows)}
            rows={rows}
            refOf={formatRef}
            cell={nodeCell}
          />
        );
      }}
    </Answer>
  );
}

interface RelationsProps {
  relations: readonly GraphRelation[];
  what: ReactNode;
}

function Relations({ relations, what }: RelationsProps) {
  const board = useBoard();
  const subject = useSubject();
  const columns = useMemo(() => relationColumns(board), [board]);
  return (
    <DataTable
      title={messages.page.table.relations}
      answered={answersOfGraph(subject)}
      what={what}
      columns={columns}
      rows={relations}
      keyOf={({ key }) => key}
      cell={relationCell}
    />
  );
}

function relationCell(relation: GraphRelation, key: string, says: string): ReactNode {
  if (key === 'from') return <NodeLink node={relation.from} />;
  if (key === 'to') return <NodeLink node={relation.to} />;
  if (key === 'source')
    return relation.sources.map((source) => (
      <SourceLink key={`${source.sha256}:${source.line}`} source={source} />
    ));
  if (key === 'says' && relation.judgement)
    return `${says} ${messages.judgements.page.mark[relation.judgement.verdict]}`;
  return says;
}
