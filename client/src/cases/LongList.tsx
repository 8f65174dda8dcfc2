import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { messages } from '../../../domain/messages/browser.ts';
import { Failure } from '../ui/Failure.tsx';
import { Waiting } from '../ui/Waiting.tsx';

/** What a list that comes page by page says of itself. */
interface Listed {
  data: { pages: readonly { items: readonly unknown[] }[] } | undefined;
  error: Error | null;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
}

interface LongListProps {
  listed: Listed;
  /** What is said where nothing is in it. */
  empty: string;
  children: ReactNode;
}

/** A list with what it says while it is fetched, when it fails, when it is empty, and a way to more of it. */
export function LongList({ listed, empty, children }: LongListProps) {
  const { data, error, hasNextPage, isFetchingNextPage, refetch, fetchNextPage } = listed;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.pages.every(({ items }) => items.length === 0))
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  return (
    <>
      {children}
      {hasNextPage && (
        <Button
          variant="subtle"
          size="xs"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {messages.page.more}
        </Button>
      )}
    </>
  );
}
