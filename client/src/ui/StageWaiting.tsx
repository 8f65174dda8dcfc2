import { Center, Loader, Stack, Text } from '@mantine/core';
import { messages } from '../../../domain/messages/browser.ts';

/** Where the canvas will be, while it is fetched. */
export function StageWaiting() {
  return (
    <Center h="100%">
      <Stack align="center" gap="xs">
        <Loader size="sm" type="dots" />
        <Text size="sm" c="dimmed">
          {messages.page.state.loading}
        </Text>
      </Stack>
    </Center>
  );
}
