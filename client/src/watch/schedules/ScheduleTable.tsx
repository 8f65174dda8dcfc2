import { Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Schedule, ShownSchedule } from '../../../../domain/input/schedule.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { announceProblem } from '../../news/announce-problem.ts';
import { useAnnounce } from '../../news/announcements.tsx';
import { dayAndTime } from '../../theme/formats.ts';
import { WideTable } from '../WideTable.tsx';
import { JobState } from './JobState.tsx';
import { planOf } from './plan.ts';
import { RetireDialog } from './RetireDialog.tsx';
import { useScheduling } from './schedule-queries.ts';

const text = messages.watch.schedules;

interface ScheduleTableProps {
  schedules: readonly ShownSchedule[];
  /** The one whose jobs are shown. */
  here: string | null;
  onHere: (id: string) => void;
  onEdit: (schedule: Schedule) => void;
}

/** One line a schedule: when it runs, what it does, and how the last job went. */
export function ScheduleTable({ schedules, here, onHere, onEdit }: ScheduleTableProps) {
  const { columns } = text;
  const [retiring, setRetiring] = useState<Schedule | null>(null);
  return (
    <>
      <WideTable
        label={text.list}
        heads={[columns.name, columns.when, columns.does, columns.last, messages.watch.actions]}
      >
        {schedules.map((schedule) => (
          <Table.Tr key={schedule.id} aria-current={schedule.id === here ? 'true' : undefined}>
            <Table.Td>
              <UnstyledButton fz="sm" fw={600} onClick={() => onHere(schedule.id)}>
                {schedule.name}
              </UnstyledButton>
              {schedule.origin !== 'person' && (
                <div className="faint small">{text.origins[schedule.origin]}</div>
              )}
            </Table.Td>
            <Table.Td>
              <code>{schedule.cron}</code>
              <div className="faint small">{schedule.timezone}</div>
              <div className="small">{nextSays(schedule)}</div>
            </Table.Td>
            <Table.Td className="breaks small">
              {doesSays(schedule)}
              <NotAllowed schedule={schedule} />
            </Table.Td>
            <Table.Td>
              {schedule.last_job ? (
                <>
                  <JobState job={schedule.last_job} />
                  <div className="faint small">{dayAndTime(schedule.last_job.due)}</div>
                </>
              ) : (
                <Text size="sm" c="dimmed">
                  {text.never}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <Actions
                schedule={schedule}
                onEdit={() => onEdit(schedule)}
                onRetire={() => setRetiring(schedule)}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
      {retiring && <RetireDialog schedule={retiring} onClose={() => setRetiring(null)} />}
    </>
  );
}

/** What keeps its jobs from going well until the operator allows it. */
function NotAllowed({ schedule: { not_allowed: problems } }: { schedule: ShownSchedule }) {
  if (problems.length === 0) return null;
  return (
    <div className="watch-problem">
      {messages.watch.allowed.notAllowed}
      {problems.map(({ where, problem }) => (
        <div key={where}>{problem}</div>
      ))}
    </div>
  );
}

function nextSays({ retired, enabled, next }: Schedule): string {
  if (retired !== null) return text.retired;
  if (!enabled) return text.off;
  return next === null ? '' : `${text.columns.next} ${dayAndTime(next)}`;
}

function doesSays({ inbox, detectors, recipients }: Schedule): string {
  return [
    inbox === null ? text.noInbox : text.inbox(inbox),
    text.detectors(detectors?.length ?? null),
    text.recipients(recipients.length),
  ].join(' · ');
}

interface ActionsProps {
  schedule: Schedule;
  onEdit: () => void;
  onRetire: () => void;
}

function Actions({ schedule, onEdit, onRetire }: ActionsProps) {
  const { run, replace } = useScheduling();
  const announce = useAnnounce();
  const { id, name, origin, enabled, retired } = schedule;
  if (retired !== null) return null;
  const act = (work: Promise<void>, says: string) =>
    work.then(() => announce(says)).catch(announceProblem);
  const mine = origin === 'person';
  return (
    <Group gap={4}>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void act(run(id), text.asked(name))}
      >
        {text.runNow}
      </Button>
      {mine && (
        <>
          <Button size="compact-xs" variant="subtle" onClick={onEdit}>
            {text.edit}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() =>
              void act(
                replace(schedule, { ...planOf(schedule), enabled: !enabled }),
                text.saved(name),
              )
            }
          >
            {enabled ? text.switchOff : text.switchOn}
          </Button>
          <Button size="compact-xs" variant="subtle" color="red" onClick={onRetire}>
            {text.retire}
          </Button>
        </>
      )}
    </Group>
  );
}
