import { Group, Loader, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { messages } from '../../../domain/messages/browser.ts';
import { mayPass, UnreachableError } from '../api/problem.ts';
import { useOverview } from '../api/queries.ts';

const text = messages.page.state;

/** Shown while server or database are away; what was being read stays on the screen. */
export function ConnectionBanner() {
  const { error } = useOverview();
  const away = error !== null && mayPass(error);
  useRecovery(away);
  if (!away) return null;
  const server = error instanceof UnreachableError;
  return (
    <Group className="banner" role="alert" gap="sm" wrap="nowrap">
      <IconPlugConnectedX size={20} aria-hidden />
      <Text size="sm" fw={600}>
        {server ? text.offline : text.databaseAway}
      </Text>
      <Text size="sm" className="banner-hint">
        {server ? text.offlineHint : text.databaseAwayHint}
      </Text>
      <Loader size={14} color="currentColor" />
    </Group>
  );
}

/** What failed meanwhile is asked again at once, not at its next turn. */
function useRecovery(away: boolean): void {
  const client = useQueryClient();
  const wasAway = useRef(false);
  useEffect(() => {
    if (wasAway.current && !away) {
      void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
      notifications.show({ color: 'teal', message: text.back });
    }
    wasAway.current = away;
  }, [away, client]);
}
