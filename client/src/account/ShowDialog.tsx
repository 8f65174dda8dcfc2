import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { leastSeeingReason } from '../../../domain/people.ts';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';

const text = messages.maskedPage;

/** Asks why personal data is to be shown. */
export function ShowDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [why, setWhy] = useState('');
  const show = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await send('showPersonalData', {}, { why });
      // All that the page has asked for was masked.
      location.reload();
    } catch (error) {
      announceProblem(error);
    }
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.title}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <form onSubmit={(event) => void show(event)}>
        <Stack gap="sm">
          <Text size="sm">{text.about}</Text>
          <Textarea
            label={text.why}
            description={text.whyHint(leastSeeingReason)}
            required
            minLength={leastSeeingReason}
            maxLength={500}
            autosize
            minRows={2}
            data-autofocus
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" disabled={why.trim().length < leastSeeingReason}>
              {text.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
