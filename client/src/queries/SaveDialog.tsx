import {
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import {
  parameterKinds,
  type ParameterKind,
  type QueryParameter,
  type SavedQuery,
} from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { readForm } from './parameter-values.ts';
import { useSaveQuery } from './saved-queries.ts';
import type { QueryDraft } from './use-draft.ts';

const text = messages.queries.draft;

interface SaveDialogProps {
  /** What is changed; null for a new one. */
  saved: SavedQuery | null;
  /** What its words are like at first. */
  like: SavedQuery | null;
  draft: QueryDraft;
  onClose: () => void;
  onSaved: (query: SavedQuery) => void;
}

/** What a saved query is called, and what its form asks for. */
export function SaveDialog({ saved, like, draft, onClose, onSaved }: SaveDialogProps) {
  const [title, setTitle] = useState(saved?.title ?? '');
  const [about, setAbout] = useState(like?.about ?? '');
  const [tags, setTags] = useState(like?.tags.join(', ') ?? '');
  const [fields, setFields] = useState<readonly QueryParameter[]>(draft.fields);
  const save = useSaveQuery(saved, onSaved);

  const submit = () => {
    const given = readForm(fields, draft.typed, draft.form.values).values;
    const body = {
      title,
      about,
      text: draft.text,
      tags: tags
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
      parameters: fields.map((field) => ({ ...field, default: given[field.name] ?? null })),
    };
    save(body, messages.queries.editor.saved);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        <Text fw={650}>
          {saved ? messages.queries.editor.save : messages.queries.editor.saveAs}
        </Text>
      }
      closeButtonProps={{ 'aria-label': messages.page.close }}
      size="lg"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={text.title}
            required
            maxLength={200}
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Textarea
            label={text.about}
            autosize
            minRows={2}
            maxRows={6}
            value={about}
            onChange={(event) => setAbout(event.currentTarget.value)}
          />
          <TextInput
            label={text.tags}
            value={tags}
            onChange={(event) => setTags(event.currentTarget.value)}
          />
          {fields.map((field) => (
            <Described
              key={field.name}
              field={field}
              onChange={(next) =>
                setFields(fields.map((one) => (one.name === next.name ? next : one)))
              }
            />
          ))}
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

function Described(props: { field: QueryParameter; onChange: (field: QueryParameter) => void }) {
  const { field, onChange } = props;
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        size="xs"
        className="grows"
        label={text.label(field.name)}
        value={field.label}
        onChange={(event) => onChange({ ...field, label: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={text.kind(field.name)}
        value={field.kind}
        data={parameterKinds.map((value) => ({ value, label: text.kinds[value] }))}
        onChange={(event) =>
          onChange({ ...field, kind: event.currentTarget.value as ParameterKind })
        }
      />
      <Checkbox
        size="xs"
        pb={6}
        label={text.required}
        checked={field.required}
        onChange={(event) => onChange({ ...field, required: event.currentTarget.checked })}
      />
    </Group>
  );
}
