import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { messages } from '../../../domain/messages/browser.ts';
import { callerKey } from '../api/caller.ts';
import { askToShow } from '../api/masked.ts';
import { mayPass, ProblemError } from '../api/problem.ts';
import { DetectHint } from '../detection/DetectHint.tsx';

/** In the place of what could not be fetched: why, and how to go on. */
export function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const client = useQueryClient();
  const isForbidden = error instanceof ProblemError && error.problem.type === 'forbidden';
  // They may do more by now than when the page was opened.
  const retry = async () => {
    if (isForbidden) await client.refetchQueries({ queryKey: callerKey });
    onRetry();
  };
  const isMasked = error instanceof ProblemError && error.problem.type === 'masked';
  const title = error instanceof ProblemError ? error.problem.title : messages.page.state.failed;
  return (
    <Alert
      m="sm"
      color={mayPass(error) ? 'orange' : 'gray'}
      icon={<IconAlertTriangle size={18} />}
      title={title}
      // Orange on orange is hard to read.
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Text size="sm" mb="xs">
        {error.message}
      </Text>
      <DetectHint says={error.message} />
      <Button size="xs" variant="default" onClick={isMasked ? askToShow : () => void retry()}>
        {isMasked ? messages.page.state.showMasked : messages.page.state.retry}
      </Button>
    </Alert>
  );
}
