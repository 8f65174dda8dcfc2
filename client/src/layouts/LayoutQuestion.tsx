import { Button, Group, Modal, Text } from '@mantine/core';
import { messages } from '../../../domain/messages/later.ts';
import type { Layouts } from './use-layouts.ts';

const text = messages.looks.layouts;

/** Asks before a layout moves what a person put in its place. */
export function LayoutQuestion({ layouts: { asked, answer } }: { layouts: Layouts }) {
  return (
    <Modal
      opened={asked !== null}
      onClose={() => answer(false)}
      title={text.ask}
      size="sm"
      centered
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <Text size="sm">{text.askHint}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button size="xs" variant="default" data-autofocus onClick={() => answer(false)}>
          {text.cancel}
        </Button>
        <Button size="xs" onClick={() => answer(true)}>
          {text.yes}
        </Button>
      </Group>
    </Modal>
  );
}
