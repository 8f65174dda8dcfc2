import { Anchor, Group, Modal } from '@mantine/core';
import { messages } from '../../../../domain/messages/later.ts';
import { addressOf } from '../../api/fetch.ts';
import { useJob } from './schedule-queries.ts';
import { dayAndTime } from '../../theme/formats.ts';

const text = messages.watch.schedules;

/** The report that a job made, read on the page; it can do nothing there but be read. */
export function JobReport({ id, onClose }: { id: string; onClose: () => void }) {
  const { data } = useJob(id);
  const title = data ? text.reportOf(data.name, dayAndTime(data.due)) : text.report;
  const page = addressOf('jobReport', { job: id });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="min(1120px, 96vw)"
      centered
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <Group gap="md" mb="xs">
        <Anchor size="sm" href={page} target="_blank" rel="noreferrer">
          {text.reportAlone}
        </Anchor>
        <Anchor size="sm" href={page} download={`report-${data?.run ?? id}.html`}>
          {text.reportFile}
        </Anchor>
      </Group>
      <iframe
        className="watch-report"
        title={title}
        src={page}
        sandbox="allow-top-navigation-by-user-activation allow-popups"
      />
    </Modal>
  );
}
