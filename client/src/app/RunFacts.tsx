import { Stack, Text } from '@mantine/core';
import type { Overview } from '../../../domain/answers.ts';
import type { Run } from '../../../domain/finding.ts';
import { nodeTypes } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { dayAndTime } from '../theme/formats.ts';
import { RunSteps } from './RunSteps.tsx';

const text = messages.page.run;

/** What the latest run found, detector by detector, and what is loaded. */
export function RunFacts({ overview }: { overview: Overview }) {
  return (
    <Stack gap="sm">
      {overview.run && <DetectedBy run={overview.run} />}
      <Loaded overview={overview} />
    </Stack>
  );
}

function DetectedBy({ run }: { run: Run }) {
  return (
    <div>
      <Text fw={650}>{text.title}</Text>
      <Text size="sm" c="dimmed" mb={4}>
        {`${text.detected(dayAndTime(run.ended))} ${text.by(run.by)}`}
        {run.as_of === null ? '' : `, ${text.asOf(dayAndTime(run.as_of))}`}
      </Text>
      <RunSteps run={run} />
    </div>
  );
}

function Loaded({ overview }: { overview: Overview }) {
  const counts = nodeTypes
    .map(({ type }) => ({
      many: messages.schema.nodes[type].many,
      count: overview.nodes[type] ?? 0,
    }))
    .filter(({ count }) => count > 0);
  return (
    <div>
      <Text fw={650}>{text.loaded}</Text>
      <Text size="sm" c="dimmed">
        {counts
          .map(({ many, count }) => `${count.toLocaleString(messages.page.locale)} ${many}`)
          .join(', ')}
        {`, ${messages.page.relations(overview.relations)}`}
      </Text>
    </div>
  );
}
