import { Popover, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { messages } from '../../../domain/messages/browser.ts';
import { withLaterMessages } from '../api/later.ts';
import { useOverview } from '../api/queries.ts';
import { day, timeOfDay } from '../theme/formats.ts';

const text = messages.page.run;

const RunFacts = lazy(() =>
  withLaterMessages(async () => ({ default: (await import('./RunFacts.tsx')).RunFacts })),
);

/** When was detected, and how much there is; more on a click. */
export function RunInfo() {
  const { data } = useOverview();
  if (!data) return <Skeleton w={190} h={32} className="run-info" />;
  return (
    <Popover position="bottom-end" width={520} shadow="md" withinPortal>
      <Popover.Target>
        <UnstyledButton className="run-info">
          <Text size="sm" fw={600}>
            {data.run ? text.detected(day(data.run.ended) ?? '') : text.none}
            {data.run && <span className="run-time">{`, ${timeOfDay(data.run.ended)}`}</span>}
          </Text>
          <Text size="xs" c="dimmed">
            {`${messages.page.accounts(data.nodes['account'] ?? 0)} · ${messages.page.findings(data.findings)}`}
          </Text>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="run-details">
        <Suspense fallback={<Skeleton h={420} />}>
          <RunFacts overview={data} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
