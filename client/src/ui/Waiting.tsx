import { Skeleton, Stack } from '@mantine/core';
import { messages } from '../../../domain/messages/browser.ts';

/** The shape of what will stand here, so that nothing jumps when it comes. */
export function Waiting() {
  return (
    <Stack p="md" gap="sm" role="group" aria-busy="true" aria-label={messages.page.state.loading}>
      <Skeleton h={10} w={110} />
      <Skeleton h={22} w="80%" />
      <Skeleton h={8} />
      <Skeleton h={12} w="60%" />
      <Skeleton h={120} mt="md" />
      <Skeleton h={120} />
    </Stack>
  );
}
