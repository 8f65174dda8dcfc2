import { Button, Group, Table, Text } from '@mantine/core';
import { IconChartDots3, IconFileTypeCsv, IconStackPush } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { parseRef } from '../../../domain/schema/graph.ts';
import type { QueryResult, ResultValue } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { CopyAction } from '../ui/CopyAction.tsx';
import { NodeLink } from '../subject/NodeLink.tsx';
import { saveFile } from '../ui/save-file.ts';
import { SortedTable } from '../ui/SortedTable.tsx';
import { readable } from '../theme/formats.ts';
import { lastDrawnAt, putOver } from '../workspace/over.ts';
import { csvOf, plainText, sortValue, tabbedOf } from './result-text.ts';

const text = messages.queries.result;

interface ResultProps {
  result: QueryResult;
  /** Where it is drawn. */
  drawnAt: string;
}

/** What a query answered, row by row, and the ways to take it along. */
export function ResultTable({ result, drawnAt }: ResultProps) {
  const { columns, rows } = result;
  return (
    <>
      <ResultHead result={result} drawnAt={drawnAt} />
      {rows.length === 0 ? (
        <Text p="md" c="dimmed" size="sm">
          {text.none}
        </Text>
      ) : (
        <SortedTable
          title={text.title}
          columns={columns.map((name, column) => ({
            name,
            value: (row: ResultValue[]) => sortValue(row[column]!),
          }))}
          rows={rows}
          row={(row) => (
            <Table.Tr key={rows.indexOf(row)}>
              {row.map((value, column) => (
                <Table.Td key={column} className="result-cell">
                  <Value value={value} />
                </Table.Td>
              ))}
            </Table.Tr>
          )}
        />
      )}
    </>
  );
}

function ResultHead({ result, drawnAt }: ResultProps) {
  const [, navigate] = useLocation();
  const { rows, milliseconds, cut, nodes, relations } = result;
  return (
    <div className="result-head">
      <Group gap="xs">
        <Text size="sm" fw={600} role="status">
          {text.rows(rows.length, milliseconds)}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          disabled={nodes + relations === 0}
          title={nodes + relations === 0 ? text.nothingToDraw : ''}
          leftSection={<IconChartDots3 size={14} />}
          onClick={() => navigate(drawnAt)}
        >
          {text.draw(nodes, relations)}
        </Button>
        {nodes + relations > 0 && <OnTop address={drawnAt} />}
        {rows.length > 0 && <TakeAlong result={result} />}
      </Group>
      {cut !== null && (
        <Text size="xs" className="result-cut">
          {cut === 'rows' ? text.cutRows(rows.length) : text.cutBytes}
        </Text>
      )}
    </div>
  );
}

/** Where something else was drawn last in this tab, the answer can lie on top of it. */
function OnTop({ address }: { address: string }) {
  const last = lastDrawnAt();
  if (last === null || last.startsWith(address)) return null;
  const put = () => putOver(address, last);
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconStackPush size={14} aria-hidden />}
      onClick={put}
    >
      {messages.search.putOver}
    </Button>
  );
}

function TakeAlong({ result }: { result: QueryResult }) {
  return (
    <>
      <CopyAction value={tabbedOf(result)} label={text.copy} done={text.copied} />
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconFileTypeCsv size={14} />}
        onClick={() => saveFile(new Blob([csvOf(result)], { type: 'text/csv' }), 'skein-query.csv')}
      >
        {text.csv}
      </Button>
    </>
  );
}

function Value({ value }: { value: ResultValue }) {
  if (value === null) return <span className="faint">{messages.page.empty}</span>;
  if (typeof value !== 'object') return <bdi>{readable(value)}</bdi>;
  switch (value.kind) {
    case 'node':
      return <NodeValue value={value} />;
    case 'list':
      return <Several values={value.items} />;
    case 'path':
      return <Several values={value.steps} />;
    case 'relation':
      return (
        <span className="faint">{value.backwards ? `← ${value.says} –` : `– ${value.says} →`}</span>
      );
    default:
      return <bdi>{plainText(value)}</bdi>;
  }
}

type NodeOfResult = Extract<ResultValue, { kind: 'node' }>;

function NodeValue({ value: { ref, caption, label } }: { value: NodeOfResult }) {
  const node = ref === null ? null : parseRef(ref);
  if (!node) return <span className="faint">{`${label} ${caption}`}</span>;
  return <NodeLink node={node} name={caption} />;
}

const shownOfList = 12;

function Several({ values }: { values: readonly ResultValue[] }) {
  return (
    <Group gap={6}>
      {values.slice(0, shownOfList).map((value, index) => (
        <Value key={index} value={value} />
      ))}
      {values.length > shownOfList && (
        <span className="faint">{messages.page.details.moreOf(values.length - shownOfList)}</span>
      )}
    </Group>
  );
}
