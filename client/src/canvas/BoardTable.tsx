import { Checkbox, Group, ScrollArea, Table } from '@mantine/core';
import type { GraphNode, GraphRelation } from '../../../domain/answers.ts';
import { formatRef, nodeType } from '../../../domain/graph.ts';
import { words } from '../../../domain/words/index.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { NodeLink } from '../details/LinkList.tsx';
import { GroupTag } from '../groups/GroupTag.tsx';
import { SourceLink } from '../sources/SourceLink.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { visibleNodes, visibleRelations, type Board } from './board.ts';
import { toggledMark } from './marks.ts';
import { SortedTable } from './SortedTable.tsx';
import type { Column } from './table-order.ts';

const text = words.page.table;

/** Everything that the canvas shows, in words. */
export function BoardTable() {
  const { board } = useWorkspace();
  return (
    <ScrollArea className="board-table" viewportProps={{ tabIndex: 0 }}>
      <SortedTable
        title={text.nodes}
        columns={nodeColumns}
        rows={visibleNodes(board)}
        row={(node) => <NodeRow key={formatRef(node)} node={node} />}
      />
      <SortedTable
        title={text.relations}
        columns={relationColumns(board)}
        rows={visibleRelations(board)}
        row={(relation) => <RelationRow key={relation.key} relation={relation} />}
      />
    </ScrollArea>
  );
}

const nodeColumns: readonly Column<GraphNode>[] = [
  { name: text.name, value: ({ caption }) => caption },
  { name: text.type, value: ({ type }) => nodeType(type).one },
  { name: text.id, value: ({ id }) => id },
  { name: text.score, value: ({ score }) => score },
  { name: text.links, value: ({ degree }) => degree },
];

function relationColumns(board: Board): readonly Column<GraphRelation>[] {
  const nameOf = (ref: string) => board.nodes.get(ref)?.caption ?? ref;
  return [
    { name: text.from, value: ({ from }) => nameOf(formatRef(from)) },
    { name: text.says, value: ({ says }) => says },
    { name: text.to, value: ({ to }) => nameOf(formatRef(to)) },
    { name: text.when, value: ({ at }) => at },
    { name: text.source, value: ({ sources: [first] }) => first?.file ?? null },
  ];
}

function NodeRow({ node }: { node: GraphNode }) {
  const { selected, marks, mark } = useWorkspace();
  const ref = formatRef(node);
  return (
    <Table.Tr aria-selected={selected === ref} className="table-row">
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Checkbox
            size="xs"
            aria-label={words.page.marks.one(node.caption)}
            checked={marks.has(ref)}
            onChange={() => mark(toggledMark(marks, ref))}
          />
          <NodeLink node={node} />
          <GroupTag node={node} />
        </Group>
      </Table.Td>
      <Table.Td>{nodeType(node.type).one}</Table.Td>
      <Table.Td className="breaks">{node.id}</Table.Td>
      <Table.Td>{node.score === null ? '' : Math.round(node.score * 100)}</Table.Td>
      <Table.Td>{node.degree}</Table.Td>
    </Table.Tr>
  );
}

function RelationRow({
  relation: { from, to, says, at, derived, sources },
}: {
  relation: GraphRelation;
}) {
  return (
    <Table.Tr>
      <Table.Td>
        <NodeLink node={from} />
      </Table.Td>
      <Table.Td>
        {says}
        {derived && <span className="faint"> ({words.page.details.derived})</span>}
      </Table.Td>
      <Table.Td>
        <NodeLink node={to} />
      </Table.Td>
      <Table.Td className="nowrap">{at === null ? '' : dayAndTime(at)}</Table.Td>
      <Table.Td>
        {sources.map((source) => (
          <SourceLink key={`${source.sha256}:${source.line}`} source={source} />
        ))}
      </Table.Td>
    </Table.Tr>
  );
}
