import { Box, Button, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMessageQuestion, IconPencil, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Pattern } from '../../../domain/pattern/pattern.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { Failure } from '../ui/Failure.tsx';
import { day } from '../theme/formats.ts';
import { addressOfQuery, writtenAsked } from '../subject/query-address.ts';
import { useSavedQueries } from './saved-queries.ts';

const text = messages.queries.list;
const typingMs = 150;

/** A pattern that asks for nothing yet. */
const beginning = {
  text: '',
  parameters: {},
  pattern: { type: 'account', on: [], branches: [] } satisfies Pattern,
};

/** Saved queries, those that come with Skein among them; a click opens one with its form. */
export function QueryList() {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), typingMs);
  const { data, error, refetch } = useSavedQueries(q);
  const [address, navigate] = useLocation();
  return (
    <>
      <Box className="filter query-filter">
        <TextInput
          size="xs"
          type="search"
          className="grows"
          aria-label={text.search}
          placeholder={text.search}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPencil size={14} />}
          onClick={() => navigate(addressOfQuery('', null))}
        >
          {text.write}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconMessageQuestion size={14} />}
          onClick={() => navigate(addressOfQuery('', writtenAsked(beginning)))}
        >
          {text.ask}
        </Button>
      </Box>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      <Box role="list" aria-label={messages.queries.tab} className="ranked">
        {data?.items.map(({ id, title, about, by, changed, tags, pattern, owner, version }) => (
          <div role="listitem" key={id}>
            <UnstyledButton
              className="ranked-item"
              aria-current={address === addressOfQuery(id, null) ? 'page' : undefined}
              onClick={() => navigate(addressOfQuery(id, null))}
            >
              <Text size="md" fw={550} lh={1.35} className="ranked-title breaks">
                {title}
              </Text>
              <span className="ranked-about two-lines breaks">{about}</span>
              <span className="ranked-about faint">
                {[
                  by === null ? text.shipped : text.by(by, day(changed) ?? ''),
                  ...(pattern ? [text.pattern(owner ?? '', version)] : []),
                  ...tags,
                ].join(' · ')}
              </span>
            </UnstyledButton>
          </div>
        ))}
        {data?.items.length === 0 && (
          <Text c="dimmed" size="sm" p="md">
            {text.none(q)}
          </Text>
        )}
      </Box>
    </>
  );
}
