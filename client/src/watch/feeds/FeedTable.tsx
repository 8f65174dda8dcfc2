import { Button, Checkbox, Group, Modal, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Feed } from '../../../../domain/feed.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useAnnounce } from '../../news/announcements.tsx';
import { dayAndTime } from '../../theme/formats.ts';
import { addressOfWatch } from '../address.ts';
import { WideTable } from '../WideTable.tsx';
import { useFeeding } from './feed-queries.ts';

const text = messages.watch.lists;

/** Where each list comes from, which edition is loaded, and how to ask for another. */
export function FeedTable({ feeds }: { feeds: readonly Feed[] }) {
  const [asked, setAsked] = useState<Feed | null>(null);
  const { list, from, edition, checked } = text.columns;
  return (
    <>
      <WideTable label={text.feeds} heads={[list, from, edition, checked, messages.watch.actions]}>
        {feeds.map((feed) => (
          <Table.Tr key={feed.id}>
            <Table.Td>
              <Text size="sm" fw={600}>
                {feed.name}
              </Text>
              <div className="faint small">{`${feed.list} · ${text.form.formats[feed.format]}`}</div>
            </Table.Td>
            <Table.Td className="breaks small">{feed.from}</Table.Td>
            <Table.Td className="nowrap">{feed.published_on ?? text.never}</Table.Td>
            <Table.Td className="nowrap small">
              {feed.checked === null ? '' : dayAndTime(feed.checked)}
            </Table.Td>
            <Table.Td>
              <Button size="compact-xs" variant="default" onClick={() => setAsked(feed)}>
                {text.refresh}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
      {asked && <RefreshDialog feed={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Asks for an edition; its date only where the source does not say it. */
function RefreshDialog({ feed, onClose }: { feed: Feed; onClose: () => void }) {
  const [published, setPublished] = useState('');
  const [force, setForce] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { refresh } = useFeeding();
  const announce = useAnnounce();
  const [, navigate] = useLocation();
  const submit = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const dated = published.trim() === '' ? {} : { published: published.trim() };
      const { outcome, screening } = await refresh(feed.id, { ...dated, force });
      announce(
        outcome === 'unchanged'
          ? text.unchanged(feed.name)
          : text.refreshed(feed.name, screening.published_on),
      );
      onClose();
      navigate(addressOfWatch('lists', screening.id));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${text.refresh}${messages.page.colon}${feed.name}`}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextInput
          label={text.published}
          description={text.publishedHint}
          data-autofocus
          value={published}
          onChange={({ currentTarget }) => setPublished(currentTarget.value)}
        />
        <Checkbox
          mt="sm"
          size="sm"
          label={text.force}
          checked={force}
          onChange={({ currentTarget }) => setForce(currentTarget.checked)}
        />
        <Text size="sm" mt="sm" role="alert" className="watch-problem breaks">
          {problem}
        </Text>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button size="xs" variant="default" onClick={onClose}>
            {messages.watch.cancel}
          </Button>
          <Button size="xs" type="submit" loading={busy}>
            {text.refresh}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
