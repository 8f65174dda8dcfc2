import { Anchor, Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntakeFile } from '../../../domain/intake.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addressOf, send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';

const text = messages.intake.page;

/** Keeps how these files are read, under a name, or as a file for the command line. */
export function MappingStep({ intake, files }: { intake: string; files: readonly IntakeFile[] }) {
  const [name, setName] = useState('');
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => send('saveMapping', {}, { name: name.trim(), intake }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mappings'] }),
    onError: announceProblem,
  });
  const possible = name.trim() !== '' && files.every(({ reading }) => reading.file);
  return (
    <section className="intake-card" aria-label={text.mapping}>
      <Text component="h2" fw={650} size="md">
        {text.mapping}
      </Text>
      <Text size="sm" c="dimmed" mb={8}>
        {text.mappingHint}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (possible) save.mutate();
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label={text.mappingName}
            value={name}
            maxLength={120}
            w={280}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!possible} loading={save.isPending}>
            {text.saveMapping}
          </Button>
          <Text size="sm" role="status" className="breaks">
            {save.data ? text.savedMapping(save.data.name) : ''}
          </Text>
        </Group>
      </form>
      <Text size="sm" mt={8}>
        <Anchor href={addressOf('intakeMapping', { intake })} download="mapping.json" size="sm">
          {text.downloadMapping}
        </Anchor>
        <span className="faint">{` · ${text.downloadHint}`}</span>
      </Text>
    </section>
  );
}
