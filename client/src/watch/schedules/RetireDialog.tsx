import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schedule } from '../../../../domain/input/schedule.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { announceProblem } from '../../news/announce-problem.ts';
import { useScheduling } from './schedule-queries.ts';

const text = messages.watch.schedules;

/** Asks once more: what is retired does not come back. */
export function RetireDialog({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
  const { retire } = useScheduling();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    try {
      await retire(schedule.id);
      onClose();
    } catch (error) {
      announceProblem(error);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${text.retire}: ${schedule.name}`}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <Text size="sm">{text.retireHint}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button size="xs" variant="default" onClick={onClose}>
          {messages.watch.cancel}
        </Button>
        <Button size="xs" color="red" loading={busy} onClick={() => void submit()}>
          {text.retire}
        </Button>
      </Group>
    </Modal>
  );
}
