import { Button, Group, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { messages } from '../../../domain/messages/browser.ts';

const text = messages.cases;

interface Writing {
  title: string;
  description: string;
  tags: string[];
}

interface CaseFormProps {
  before?: Writing;
  submit: string;
  onSubmit: (writing: Writing) => void;
  onCancel: () => void;
  /** What else is asked. */
  children?: ReactNode;
}

const nothing: Writing = { title: '', description: '', tags: [] };

/** Title, text and tags of a case. */
export function CaseForm({
  before = nothing,
  submit,
  onSubmit,
  onCancel,
  children,
}: CaseFormProps) {
  const [writing, setWriting] = useState<Writing>(before);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit({ ...writing, title: writing.title.trim() });
  };
  return (
    <form onSubmit={send} className="case-row">
      <Stack gap="xs">
        <TextInput
          label={text.name}
          required
          data-autofocus
          maxLength={200}
          value={writing.title}
          onChange={(event) => setWriting({ ...writing, title: event.currentTarget.value })}
        />
        <Textarea
          label={text.description}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={20_000}
          value={writing.description}
          onChange={(event) => setWriting({ ...writing, description: event.currentTarget.value })}
        />
        <TagsInput
          label={text.tags}
          placeholder={text.tagsHint}
          maxTags={50}
          value={writing.tags}
          onChange={(tags) => setWriting({ ...writing, tags: tags.map((tag) => tag.slice(0, 60)) })}
        />
        {children}
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onCancel}>
            {text.cancel}
          </Button>
          <Button size="xs" type="submit">
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
