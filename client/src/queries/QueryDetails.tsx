import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { Heading } from '../ui/Heading.tsx';
import { Section } from '../ui/Section.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { addressOfQuery, readAsked } from '../subject/query-address.ts';
import { useSavedAgain, useSavedQuery } from './saved-queries.ts';
import './queries.css';

const text = messages.queries.editor;

/** What is said of the query that is open; of one that is drawn, its text, and the way back to it. */
export function QueryDetails(props: { id: string; address: string | null; drawn: boolean }) {
  const { id, address, drawn } = props;
  const { data } = useSavedQuery(id);
  const [, navigate] = useLocation();
  const asked = readAsked(address);
  const given = Object.entries(asked?.parameters ?? {});
  return (
    <>
      <Heading kind={text.title} title={data?.title ?? text.untitled}>
        <Text size="sm" mt={8} className="breaks">
          {data?.about ?? text.nothing}
        </Text>
        {data && (
          <Text size="xs" c="dimmed" mt={6} className="breaks">
            {[
              data.by === null
                ? messages.queries.list.shipped
                : messages.queries.list.by(data.by, dayAndTime(data.changed ?? '')),
              ...(data.pattern
                ? [messages.queries.list.pattern(data.owner ?? '', data.version)]
                : []),
              ...data.tags,
            ].join(' · ')}
          </Text>
        )}
        <Group mt="sm" gap="xs">
          {drawn && (
            <Button
              size="xs"
              leftSection={<IconArrowBackUp size={15} />}
              onClick={() => navigate(addressOfQuery(id, address))}
            >
              {text.back}
            </Button>
          )}
          {data && !data.shipped && <Remove id={id} />}
        </Group>
        {!drawn && (
          <Text size="xs" c="dimmed" mt="sm">
            {text.share}
          </Text>
        )}
      </Heading>
      {drawn && asked && (
        <Section title={text.text}>
          <pre className="query" tabIndex={0}>
            {asked.text}
          </pre>
          {given.map(([name, value]) => (
            <Text key={name} size="xs" ff="monospace" mt={4} className="breaks">
              {`$${name} = ${JSON.stringify(value)}`}
            </Text>
          ))}
        </Section>
      )}
    </>
  );
}

/** Asks once more: a deleted query does not come back. */
function Remove({ id }: { id: string }) {
  const [sure, setSure] = useState(false);
  const [, navigate] = useLocation();
  const announce = useAnnounce();
  const savedAgain = useSavedAgain();
  const remove = () => {
    send('deleteQuery', { id }, undefined)
      .then(() => {
        savedAgain(id);
        announce(text.removed);
        navigate(addressOfQuery('', null));
      })
      .catch(announceProblem);
  };
  if (!sure)
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTrash size={15} />}
        onClick={() => setSure(true)}
      >
        {text.remove}
      </Button>
    );
  return (
    <>
      <Text size="sm">{text.removeSure}</Text>
      <Button size="xs" color="red" onClick={remove}>
        {text.remove}
      </Button>
      <Button size="xs" variant="default" onClick={() => setSure(false)}>
        {text.keep}
      </Button>
    </>
  );
}
