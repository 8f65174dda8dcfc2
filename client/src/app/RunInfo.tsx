import { Popover, Skeleton, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { nodeTypes } from '../../../domain/graph.ts';
import { words } from '../../../domain/words/browser.ts';
import type { Overview } from '../../../domain/answers.ts';
import type { Run } from '../../../domain/finding.ts';
import { useOverview } from '../api/queries.ts';
import { useDetectorTitle } from '../findings/detector-titles.ts';
import { day, dayAndTime, timeOfDay } from '../theme/formats.ts';

const text = words.page.run;

/** When was detected, and how much there is; more on a click. */
export function RunInfo() {
  const { data } = useOverview();
  if (!data) return <Skeleton w={190} h={32} className="run-info" />;
  return (
    <Popover position="bottom-end" width={380} shadow="md" withinPortal>
      <Popover.Target>
        <UnstyledButton className="run-info">
          <Text size="sm" fw={600}>
            {data.run ? text.detected(day(data.run.ended) ?? '') : text.none}
            {data.run && <span className="run-time">{`, ${timeOfDay(data.run.ended)}`}</span>}
          </Text>
          <Text size="xs" c="dimmed">
            {`${words.page.accounts(data.nodes['account'] ?? 0)} · ${words.page.findings(data.findings)}`}
          </Text>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="run-details">
        <Stack gap="sm">
          {data.run && <DetectedBy run={data.run} />}
          <Loaded overview={data} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function DetectedBy({ run }: { run: Run }) {
  const title = useDetectorTitle();
  return (
    <div>
      <Text fw={650}>{text.title}</Text>
      <Text size="sm" c="dimmed" mb={4}>
        {`${text.detected(dayAndTime(run.ended))} ${text.by(run.by)}`}
        {run.as_of === null ? '' : `, ${text.asOf(dayAndTime(run.as_of))}`}
      </Text>
      <Table verticalSpacing={3} horizontalSpacing={0}>
        <Table.Tbody>
          {run.detectors.map(({ id, findings, seconds }) => (
            <Table.Tr key={id}>
              <Table.Td>{title(id)}</Table.Td>
              <Table.Td ta="right" className="nowrap">
                {words.page.findings(findings)}
              </Table.Td>
              <Table.Td ta="right" c="dimmed" w={64}>
                {text.seconds(seconds)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Loaded({ overview }: { overview: Overview }) {
  const counts = nodeTypes
    .map(({ type }) => ({
      many: words.schema.nodes[type].many,
      count: overview.nodes[type] ?? 0,
    }))
    .filter(({ count }) => count > 0);
  return (
    <div>
      <Text fw={650}>{text.loaded}</Text>
      <Text size="sm" c="dimmed">
        {counts
          .map(({ many, count }) => `${count.toLocaleString(words.page.locale)} ${many}`)
          .join(', ')}
        {`, ${words.page.relations(overview.relations)}`}
      </Text>
    </div>
  );
}
