import { Button, Group, Table, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import type { NodeDetail } from '../../../domain/answers.ts';
import { formatRef, nodeType, parseRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { ask } from '../api/fetch.ts';
import { useBoard, useBoardActions, useJudged } from '../workspace/board.tsx';
import { Section } from '../ui/Section.tsx';
import { columnName, readable } from '../theme/formats.ts';
import type { Identity } from '../board/judged/identities.ts';
import { JudgementHistory } from './JudgementHistory.tsx';
import './judgements.css';

const text = messages.judgements.page;
/** As many as can be read side by side. */
const mostBeside = 6;

/** Of a node that was judged one with others: who they are, what each of them states, and how to part them again. */
export function IdentityDetails({ nodeRef }: { nodeRef: string }) {
  const { identities } = useJudged();
  const identity = identities.get(nodeRef);
  if (!identity) return null;
  return (
    <Section title={text.identity} count={identity.members.length}>
      <DrawnApart identity={identity} />
      <SideBySide members={identity.members} />
      <JudgementHistory judgements={[...identity.judgements].reverse()} />
    </Section>
  );
}

function DrawnApart({ identity }: { identity: Identity }) {
  const { change, apart, present } = useIdentityOnBoard(identity);
  if (present < 2) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      mb="xs"
      onClick={() => change({ do: 'apart', refs: identity.members, apart: !apart })}
    >
      {apart ? text.together : text.apart}
    </Button>
  );
}

function useIdentityOnBoard({ members }: Identity) {
  const board = useBoard();
  const { change } = useBoardActions();
  const { standsFor } = useJudged();
  const apart = members.some((ref) => board.apart.has(ref));
  const drawn = members.filter((ref) => board.nodes.has(ref));
  return { change, apart, present: new Set(drawn.flatMap(standsFor)).size };
}

function SideBySide({ members }: { members: readonly string[] }) {
  const shown = members.slice(0, mostBeside);
  const details = useQueries({
    queries: shown.map((ref) => ({
      queryKey: ['node', ref],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask('node', { ref }, {}, signal),
    })),
  });
  const nodes = details.flatMap(({ data }) => data ?? []);
  const rows = rowsOf(nodes);
  const differing = rows.filter(({ differs }) => differs).length;
  return (
    <>
      <Text size="sm" mb={4}>
        {text.differ(differing)}
        {members.length > shown.length && ` ${text.more(members.length - shown.length)}`}
      </Text>
      <div
        className="same-values"
        role="region"
        aria-label={text.identityHint(members.length)}
        tabIndex={0}
      >
        <Table fz="xs" verticalSpacing={3} horizontalSpacing={6} mb="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{text.column}</Table.Th>
              {nodes.map((node) => (
                <Table.Th key={formatRef(node)} scope="col">
                  {parseRef(formatRef(node))?.id}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ column, values, differs }) => (
              <Table.Tr key={column} className={differs ? 'differs' : undefined}>
                <Table.Th scope="row">
                  <Group gap={4}>
                    {columnName(column)}
                    {differs && <span className="differs-mark">{text.differs}</span>}
                  </Group>
                </Table.Th>
                {values.map((value, index) => (
                  <Table.Td key={index} dir="auto">
                    {value}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}

interface ValueRow {
  column: string;
  values: string[];
  /** Two of them state it, and not alike. */
  differs: boolean;
}

/** The contract's columns that any of them fills, in the contract's order. */
function rowsOf(nodes: readonly NodeDetail[]): ValueRow[] {
  const [first] = nodes;
  if (!first) return [];
  return Object.entries(nodeType(first.type).columns)
    .filter(([column]) => nodes.some(({ values }) => values[column] !== undefined))
    .map(([column, { kind }]) => {
      const values = nodes.map((node) => readable(node.values[column], kind));
      const stated = new Set(values.filter((value) => value !== messages.page.empty));
      return { column, values, differs: stated.size > 1 };
    });
}
