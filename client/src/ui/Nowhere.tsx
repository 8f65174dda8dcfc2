import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.views.nowhere;

/** Where an address leads to nothing: that it does, `why` where the server said it, and the way back. */
export function Nowhere({ why }: { why: string | undefined }) {
  return (
    <Center h="100%" p="xl" role="alert">
      <Stack align="center" gap="xs" maw={380}>
        <Title order={2} size="h4" ta="center">
          {text.title}
        </Title>
        <Text c="dimmed" ta="center" size="sm" className="breaks">
          {why ?? text.hint}
        </Text>
        <Button component={Link} href="/" mt="sm" variant="light">
          {text.toStart}
        </Button>
      </Stack>
    </Center>
  );
}
