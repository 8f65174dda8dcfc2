import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { messages } from '../../../domain/messages/browser.ts';

const text = messages.page.state;

/** Stands in for the page when drawing it threw. */
export class Crash extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <Center h="100vh" p="xl" role="alert">
        <Stack align="center" gap="sm" maw={520}>
          <Title order={1} size="h3">
            {text.crashed}
          </Title>
          <Text c="dimmed" ta="center">
            {text.crashedHint}
          </Text>
          <Text size="sm" ff="monospace">
            {error.message}
          </Text>
          <Button onClick={() => location.reload()}>{text.reload}</Button>
        </Stack>
      </Center>
    );
  }
}
