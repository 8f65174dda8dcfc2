import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Job } from '../../../../domain/input/schedule.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { announceProblem } from '../../news/announce-problem.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { dayAndTime, timeOfDay } from '../../theme/formats.ts';
import { addressOfWatch, reportParameter } from '../address.ts';
import { WideTable } from '../WideTable.tsx';
import { JobReport } from './JobReport.tsx';
import { JobLog } from './JobLog.tsx';
import { JobState } from './JobState.tsx';
import { useJobs, useScheduling } from './schedule-queries.ts';

const text = messages.watch.schedules;

/** The jobs of a schedule, or of all, those made last first. */
export function JobTable({ schedule }: { schedule: string | null }) {
  const jobs = useJobs(schedule);
  const [read, setRead] = useState<Job | null>(null);
  const [report, setReport] = useOpenReport();
  if (jobs.error && !jobs.data)
    return <Failure error={jobs.error} onRetry={() => void jobs.refetch()} />;
  if (!jobs.data) return <Waiting />;
  const items = jobs.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.noJobs}
      </Text>
    );
  const { due, state, took, counts, acts } = text.jobColumns;
  return (
    <>
      <WideTable label={text.allJobs} heads={[due, state, took, counts, acts]}>
        {items.map((job) => (
          <JobRow
            key={job.id}
            job={job}
            named={schedule === null}
            onRead={() => setRead(job)}
            onReport={() => setReport(job.id)}
          />
        ))}
      </WideTable>
      {jobs.hasNextPage && (
        <Button size="xs" variant="default" mt="xs" onClick={() => void jobs.fetchNextPage()}>
          {messages.watch.more}
        </Button>
      )}
      {report !== null && <JobReport id={report} onClose={() => setReport(null)} />}
      {read && <JobLog job={read} onClose={() => setRead(null)} />}
    </>
  );
}

interface JobRowProps {
  job: Job;
  /** Whether it says which schedule it is of. */
  named: boolean;
  onRead: () => void;
  onReport: () => void;
}

function JobRow({ job, named, onRead, onReport }: JobRowProps) {
  const { cancel, retry } = useScheduling();
  const { state, run } = job;
  return (
    <Table.Tr>
      <Table.Td>
        <div className="nowrap">{dayAndTime(job.due)}</div>
        {named && <div className="small breaks">{job.name}</div>}
        <div className="faint small">{whySays(job)}</div>
      </Table.Td>
      <Table.Td>
        <JobState job={job} />
        <div className="faint small">{attemptSays(job)}</div>
        {job.problem !== null && <div className="watch-problem small breaks">{job.problem}</div>}
      </Table.Td>
      <Table.Td className="nowrap">{tookSays(job)}</Table.Td>
      <Table.Td className="small breaks">{countsSay(job)}</Table.Td>
      <Table.Td>
        <Group gap={4}>
          <Button size="compact-xs" variant="default" onClick={onRead}>
            {text.log}
          </Button>
          {(state === 'waiting' || state === 'running') && job.cancel_asked === null && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => void cancel(job.id).catch(announceProblem)}
            >
              {text.cancelJob}
            </Button>
          )}
          {(state === 'failed' || state === 'cancelled') && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => void retry(job.id).catch(announceProblem)}
            >
              {text.retryJob}
            </Button>
          )}
          {hasReport(job) && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={text.openReportOf(job.name, dayAndTime(job.due))}
              onClick={onReport}
            >
              {text.report}
            </Button>
          )}
          {run !== null && (
            <Anchor component={Link} size="sm" href={addressOfWatch('changes', run)}>
              {text.openRun}
            </Anchor>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** One that failed on the way to its recipients has made it all the same. */
function hasReport({ run, state, counts }: Job): boolean {
  return run !== null && (state === 'done' || (counts['report_files'] ?? 0) > 0);
}

/** In the address, so that a colleague can be sent there. */
function useOpenReport(): [string | null, (job: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const open = (job: string | null) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (job === null) after.delete(reportParameter);
      else after.set(reportParameter, job);
      return after;
    });
  return [search.get(reportParameter), open];
}

function whySays({ cause, asked_by: by, missed_since: missed }: Job): string {
  if (cause === 'person') return text.byPerson(by ?? '');
  return missed === null ? '' : text.missed(dayAndTime(missed));
}

function attemptSays({ state, attempt, attempts, next_at: next }: Job): string {
  const again = state === 'waiting' && next !== null && attempt > 0;
  return [
    attempt > 1 || again ? text.attempt(attempt, attempts) : '',
    again ? text.again(timeOfDay(next)) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function tookSays({ started, ended }: Job): string {
  if (started === null || ended === null) return '';
  return text.seconds((Date.parse(ended) - Date.parse(started)) / 1_000);
}

function countsSay({ counts }: Job): string {
  const names: Readonly<Record<string, string>> = text.counts;
  return Object.entries(counts)
    .filter(([name, value]) => value > 0 && Object.hasOwn(names, name))
    .map(([name, value]) => `${value.toLocaleString(messages.page.locale)} ${names[name] ?? name}`)
    .join(', ');
}
