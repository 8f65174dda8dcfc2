import { Group, Text } from '@mantine/core';
import { IconPointer } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/browser.ts';

/** Where nothing is selected: what to do so that something is. */
export function Nothing() {
  return (
    <Group align="flex-start" wrap="nowrap" gap="sm" p="lg" c="dimmed" className="nothing-selected">
      <IconPointer size={20} stroke={1.5} aria-hidden className="fixed-size" />
      <div>
        <Text fw={600} c="var(--mantine-color-text)" component="h2">
          {messages.page.details.nothing}
        </Text>
        <Text size="sm" mt={4}>
          {messages.page.details.nothingHint}
        </Text>
      </div>
    </Group>
  );
}
