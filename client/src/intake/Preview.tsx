import { Group, Loader, Table, Text } from '@mantine/core';
import type { IntakeFile, IntakePreview } from '../../../domain/intake.ts';
import { messages } from '../../../domain/messages/later.ts';
import { Failure } from '../ui/Failure.tsx';
import { readable } from '../theme/formats.ts';
import { usePreview } from './queries.ts';

const text = messages.intake.page;
const shown = 20;

/** What a load would take and reject, by the loader's own check of the first rows. */
export function Preview({ intake, file }: { intake: string; file: IntakeFile }) {
  const preview = usePreview(intake, file);
  return (
    <section className="intake-preview" aria-label={`${text.preview}, ${file.name}`}>
      <Group gap="sm">
        <Text component="h3" fw={650}>
          {text.preview}
        </Text>
        {preview.isFetching && <Loader size={14} role="status" aria-label={text.previewWaiting} />}
      </Group>
      {preview.error && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && !preview.error && <Tried preview={preview.data} />}
    </section>
  );
}

function Tried({ preview }: { preview: IntakePreview }) {
  const { read, whole, taken, rejected } = preview;
  return (
    <>
      <Text size="sm" role="status">
        {`${text.tried(read, whole)}: ${text.takenRows(taken)}, `}
        <span className={rejected > 0 ? 'unsettled' : undefined}>
          {text.rejectedRows(rejected)}
        </span>
      </Text>
      {rejected > 0 && <Rejects preview={preview} />}
      {preview.rows.length > 0 && <Rows preview={preview} />}
    </>
  );
}

function Rejects({ preview: { rejects, reasons, rejected } }: { preview: IntakePreview }) {
  const first = rejects.slice(0, shown);
  return (
    <>
      {reasons.length > 1 && (
        <ul className="reject-reasons">
          {reasons.map(({ column, reason, rows }) => (
            <li key={column + reason} className="breaks">
              {`${messages.intake.rows(rows)}: ${column} ${reason}`}
            </li>
          ))}
        </ul>
      )}
      <div
        className="intake-scroll"
        tabIndex={0}
        role="region"
        aria-label={text.firstRejects(first.length, rejected)}
      >
        <Table verticalSpacing={3} horizontalSpacing="sm">
          <Table.Caption>{text.firstRejects(first.length, rejected)}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">{text.line}</Table.Th>
              <Table.Th>{text.column}</Table.Th>
              <Table.Th>{text.value}</Table.Th>
              <Table.Th>{text.why}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {first.map(({ line, column, value, reason }) => (
              <Table.Tr key={line}>
                <Table.Td ta="right" className="figure">
                  {line}
                </Table.Td>
                <Table.Td className="breaks">{column}</Table.Td>
                <Table.Td className="breaks reject-value" dir="auto">
                  {value}
                </Table.Td>
                <Table.Td>{reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}

function Rows({ preview: { rows } }: { preview: IntakePreview }) {
  const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  return (
    <details className="intake-constants">
      <summary>{text.asTheyStand}</summary>
      <div className="intake-scroll" tabIndex={0} role="region" aria-label={text.asTheyStand}>
        <Table verticalSpacing={3} horizontalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">{text.line}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column} className="nowrap">
                  {column.replace(/^extra\./, '')}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ line, values }) => (
              <Table.Tr key={line}>
                <Table.Td ta="right" className="figure">
                  {line}
                </Table.Td>
                {columns.map((column) => (
                  <Table.Td key={column} className="row-value" dir="auto">
                    {readable(values[column]).slice(0, 120)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </details>
  );
}
