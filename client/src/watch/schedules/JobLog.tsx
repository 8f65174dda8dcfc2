import { Drawer, Text } from '@mantine/core';
import type { Job, JobLine } from '../../../../domain/input/schedule.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { dayAndTime } from '../../theme/formats.ts';
import { JobState } from './JobState.tsx';
import { useJob } from './schedule-queries.ts';

const text = messages.watch.schedules;

/** What a job did, line by line; it grows while the job is at work. */
export function JobLog({ job, onClose }: { job: Job; onClose: () => void }) {
  const logged = useJob(job.id);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={text.logOf(dayAndTime(job.due))}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      {logged.error && !logged.data && (
        <Failure error={logged.error} onRetry={() => void logged.refetch()} />
      )}
      {logged.isPending && <Waiting />}
      {logged.data && (
        <>
          <Text size="sm" mb="xs">
            {`${logged.data.name} · `}
            <JobState job={logged.data} />
          </Text>
          {logged.data.log.length === 0 && <Text size="sm">{text.noLog}</Text>}
          <ol className="watch-log" aria-live="polite">
            {logged.data.log.map((line) => (
              <Line key={line.number} line={line} />
            ))}
          </ol>
        </>
      )}
    </Drawer>
  );
}

function Line({ line: { at, step, text: said, seconds } }: { line: JobLine }) {
  return (
    <li>
      <time dateTime={at} className="faint">
        {at.slice(11, 19)}
      </time>
      <span className="faint">{step === null ? '' : text.steps[step]}</span>
      <span dir="auto">{seconds === null ? said : `${said} (${text.seconds(seconds)})`}</span>
    </li>
  );
}
