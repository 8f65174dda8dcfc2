import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CompiledPattern } from '../../../domain/pattern/compile.ts';
import { givensOf } from '../../../domain/pattern/faults.ts';
import type { Pattern } from '../../../domain/pattern/pattern.ts';
import { phraseOf } from '../../../domain/pattern/phrase.ts';
import type { SavedQuery } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useSaveQuery } from './saved-queries.ts';

const text = messages.pattern.builder;
const longestTitle = 200;

interface SavePatternProps {
  /** Whose next version it is; null for a new one. */
  saved: SavedQuery | null;
  pattern: Pattern;
  compiled: CompiledPattern;
  onClose: () => void;
  onSaved: (query: SavedQuery) => void;
}

/** What the search box will know the pattern by. */
export function SavePattern({ saved, pattern, compiled, onClose, onSaved }: SavePatternProps) {
  const [title, setTitle] = useState(saved?.title ?? phraseOf(pattern).slice(0, longestTitle));
  const [about, setAbout] = useState(saved?.about ?? '');
  const save = useSaveQuery(saved, onSaved);
  const names = givensOf(pattern).flatMap(({ name }) => name ?? []);
  const submit = () => {
    const { text: query, parameters } = compiled;
    const body = { title, about, text: query, parameters, tags: saved?.tags ?? [], pattern };
    save(body, text.saved);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{saved ? text.saveAnew : text.save}</Text>}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={text.phrase}
            description={text.phraseHint([...new Set(names)])}
            required
            maxLength={longestTitle}
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Textarea
            label={messages.queries.draft.about}
            autosize
            minRows={2}
            maxRows={6}
            value={about}
            onChange={(event) => setAbout(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button type="submit" size="sm">
              {messages.queries.editor.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
