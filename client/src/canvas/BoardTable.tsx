import { Button, ScrollArea, Table, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { GraphNode, GraphRelation } from '../../../domain/answers.ts';
import { formatRef, nodeType } from '../../../domain/graph.ts';
import { words } from '../../../domain/words/index.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { NodeLink } from '../details/LinkList.tsx';
import { SourceLink } from '../sources/SourceLink.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { visibleNodes, visibleRelations } from './board.ts';

const text = words.page.table;
const rowsAtOnce = 200;

/** Everything that the canvas shows, in words. */
export function BoardTable() {
  const { board } = useWorkspace();
  return (
    <ScrollArea className="board-table" viewportProps={{ tabIndex: 0 }}>
      <Part
        title={text.nodes}
        head={[text.name, text.type, text.id, text.score, text.links]}
        rows={visibleNodes(board)}
        row={(node) => <NodeRow key={formatRef(node)} node={node} />}
      />
      <Part
        title={text.relations}
        head={[text.from, text.says, text.to, text.when, text.source]}
        rows={visibleRelations(board)}
        row={(relation) => <RelationRow key={relation.key} relation={relation} />}
      />
    </ScrollArea>
  );
}

interface PartProps<T> {
  title: string;
  head: string[];
  rows: T[];
  row: (item: T) => ReactNode;
}

function Part<T>({ title, head, rows, row }: PartProps<T>) {
  const [shown, setShown] = useState(rowsAtOnce);
  return (
    <>
      <Text component="h3" fw={650} px="md" pt="md" pb={4}>
        {title} <span className="tab-count">{rows.length}</span>
      </Text>
      <Table verticalSpacing={4} horizontalSpacing="md" striped aria-label={title} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {head.map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{rows.slice(0, shown).map(row)}</Table.Tbody>
      </Table>
      {rows.length > shown && (
        <Button variant="subtle" size="xs" m="sm" onClick={() => setShown(shown + rowsAtOnce)}>
          {words.page.details.moreOf(rows.length - shown)}
        </Button>
      )}
    </>
  );
}

function NodeRow({ node }: { node: GraphNode }) {
  const { selected } = useWorkspace();
  return (
    <Table.Tr aria-selected={selected === formatRef(node)} className="table-row">
      <Table.Td>
        <NodeLink node={node} />
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
