import { ActionIcon, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { day } from '../theme/formats.ts';
import { useMappings } from './queries.ts';

const text = messages.intake.page;

/** The mappings that are offered for files of the same columns. */
export function SavedMappings() {
  const { data } = useMappings();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (mapping: string) => send('dropMapping', { mapping }, undefined),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mappings'] }),
    onError: announceProblem,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="intake-card" aria-label={text.savedMappings}>
      <Text component="h2" fw={650} size="md">
        {text.savedMappings}
      </Text>
      <ul className="intake-list">
        {data.items.map(({ id, name, by, saved, headers }) => (
          <li key={id}>
            <Group gap="xs" wrap="nowrap">
              <Text size="sm" className="breaks">
                {name}
                <span className="faint small">
                  {` · ${Object.keys(headers).join(', ')} · ${day(saved) ?? ''}, ${text.by(by)}`}
                </span>
              </Text>
              <ActionIcon
                size="sm"
                aria-label={text.deleteMapping(name)}
                onClick={() => remove.mutate(id)}
              >
                <IconTrash size={15} stroke={1.6} />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
