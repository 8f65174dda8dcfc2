import { Button, Drawer, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPencil } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { RanQuery } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { ask, send } from '../api/fetch.ts';
import { CopyAction } from '../ui/CopyAction.tsx';
import { Failure } from '../ui/Failure.tsx';
import { addressOfQuery, writtenAsked } from '../subject/query-address.ts';
import { showHowAnswered, useHowAnswered, type Answered } from '../provenance/asking.ts';
import './queries.css';

const text = messages.queries.asked;

/** The queries behind an answer, word for word, each ready to be copied or asked again in the editor. */
export function AskedDrawer() {
  const answered = useHowAnswered();
  return (
    <Drawer
      opened={answered !== null}
      onClose={() => showHowAnswered(null)}
      position="right"
      size={620}
      title={<Text fw={650}>{text.title}</Text>}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {text.hint}
      </Text>
      {answered?.map((one) => (
        <QueriesOf key={one.of} answered={one} />
      ))}
    </Drawer>
  );
}

function QueriesOf({ answered: { what, of, body } }: { answered: Answered }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['asked', of, body],
    queryFn: ({ signal }) =>
      body ? send('askedByBody', {}, { of, body }, {}, signal) : ask('asked', {}, { of }, signal),
    staleTime: 0,
  });
  return (
    <section className="asked-section">
      <Text component="h3" fw={650} size="sm" mb={6}>
        {what}
      </Text>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton h={120} />}
      {data?.items.length === 0 && <span className="faint">{text.none}</span>}
      {data?.items.map((query, index) => (
        <OneQuery
          key={index}
          query={query}
          nth={text.nth(index + 1, data.items.length, query.rows)}
        />
      ))}
    </section>
  );
}

function OneQuery({ query, nth }: { query: RanQuery; nth: string }) {
  const [, navigate] = useLocation();
  const given = Object.entries(query.parameters);
  const open = () => {
    showHowAnswered(null);
    const { text: asked, parameters } = query;
    navigate(addressOfQuery('', writtenAsked({ text: asked, parameters })));
  };
  return (
    <article className="card">
      <Text size="xs" c="dimmed" mb={6}>
        {nth}
      </Text>
      <pre className="query" tabIndex={0}>
        {query.text.trim()}
      </pre>
      {given.length > 0 && (
        <pre className="query asked-values" tabIndex={0} aria-label={text.parameters}>
          {given.map(([name, value]) => `$${name} = ${JSON.stringify(value)}`).join('\n')}
        </pre>
      )}
      <Group gap="xs" mt={8}>
        <CopyAction value={query.text} label={text.copy} done={text.copied} />
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPencil size={14} />}
          onClick={open}
        >
          {text.open}
        </Button>
      </Group>
    </article>
  );
}
