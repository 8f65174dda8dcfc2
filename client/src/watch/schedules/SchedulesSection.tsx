import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Schedule } from '../../../../domain/input/schedule.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useMay } from '../../api/caller.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { addressOfWatch } from '../address.ts';
import { Card } from '../Card.tsx';
import { JobTable } from './JobTable.tsx';
import { ScheduleForm } from './ScheduleForm.tsx';
import { ScheduleTable } from './ScheduleTable.tsx';
import { useSchedules } from './schedule-queries.ts';

const text = messages.watch.schedules;

/** What runs by itself, and how each run went. `id` is the schedule whose jobs are shown. */
export default function SchedulesSection({ id }: { id: string | null }) {
  const schedules = useSchedules();
  const [writing, setWriting] = useState<Schedule | 'new' | null>(null);
  const [, navigate] = useLocation();
  const mayLead = useMay('lead');
  if (schedules.error && !schedules.data)
    return <Failure error={schedules.error} onRetry={() => void schedules.refetch()} />;
  if (!schedules.data) return <Waiting />;
  const { items } = schedules.data;
  const shown = items.find((one) => one.id === id);
  if (writing)
    return (
      <ScheduleForm
        schedule={writing === 'new' ? null : writing}
        onClose={() => setWriting(null)}
      />
    );
  return (
    <>
      <Card
        title={text.list}
        actions={
          <Button size="compact-sm" disabled={!mayLead} onClick={() => setWriting('new')}>
            {text.make}
          </Button>
        }
      >
        {items.length === 0 ? (
          <>
            <Text size="sm">{text.none}</Text>
            <Text size="sm" c="dimmed">
              {text.noneHint}
            </Text>
          </>
        ) : (
          <ScheduleTable
            schedules={items}
            here={shown?.id ?? null}
            onHere={(schedule) => navigate(addressOfWatch('schedules', schedule))}
            onEdit={setWriting}
          />
        )}
      </Card>
      {items.length > 0 && (
        <Card title={shown ? text.jobs(shown.name) : text.allJobs}>
          <JobTable schedule={shown?.id ?? null} />
        </Card>
      )}
    </>
  );
}
