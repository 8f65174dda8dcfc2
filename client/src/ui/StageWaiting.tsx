import { Center, Loader, Stack, Text } from '@mantine/core';
import { words } from '../../../domain/words/browser.ts';

/** Where the canvas will be, while it is fetched. */
export function StageWaiting() {
  return (
    <Center h="100%">
      <Stack align="center" gap="xs">
        <Loader size="sm" type="dots" />
        <Text size="sm" c="dimmed">
          {words.page.state.loading}
        </Text>
      </Stack>
    </Center>
  );
}
