import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { messages } from '../../../../domain/messages/later.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Card } from '../Card.tsx';
import { useFeeds } from './feed-queries.ts';
import { FeedForm } from './FeedForm.tsx';
import { FeedTable } from './FeedTable.tsx';
import { ListsTable } from './ListsTable.tsx';
import { ScreeningDetails } from './ScreeningDetails.tsx';
import { ScreeningTable } from './ScreeningTable.tsx';

const text = messages.watch.lists;

/** Watchlists, where they come from, and what each edition changed. `id` is the screening that is shown. */
export default function FeedsSection({ id }: { id: string | null }) {
  const feeds = useFeeds();
  const [making, setMaking] = useState(false);
  if (feeds.error && !feeds.data)
    return <Failure error={feeds.error} onRetry={() => void feeds.refetch()} />;
  if (!feeds.data) return <Waiting />;
  return (
    <>
      <Card
        title={text.feeds}
        actions={
          !making && (
            <Button size="compact-sm" onClick={() => setMaking(true)}>
              {text.make}
            </Button>
          )
        }
      >
        <Text size="sm" c="dimmed" mb="xs">
          {text.about}
        </Text>
        {making && <FeedForm onClose={() => setMaking(false)} />}
        {feeds.data.items.length === 0 ? (
          <Text size="sm">{text.none}</Text>
        ) : (
          <FeedTable feeds={feeds.data.items} />
        )}
      </Card>
      <Card title={messages.listMembers.heading}>
        <ListsTable />
      </Card>
      {id !== null && <ScreeningDetails key={id} id={id} />}
      <Card title={text.screenings}>
        <ScreeningTable here={id} />
      </Card>
    </>
  );
}
