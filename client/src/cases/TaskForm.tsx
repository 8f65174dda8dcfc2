import { Autocomplete, Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { usePeople } from './case-work-queries.ts';

const text = messages.caseWork;

interface Writing {
  what: string;
  whom: string | null;
  due: string | null;
}

interface TaskFormProps {
  before?: Writing;
  submit: string;
  onSubmit: (writing: Writing) => Promise<void>;
  onCancel?: () => void;
}

const nothing: Writing = { what: '', whom: null, due: null };

/** What is to be done, by whom, until when; what was written stays when it could not be kept. */
export function TaskForm({ before = nothing, submit, onSubmit, onCancel }: TaskFormProps) {
  const [{ what, whom, due }, setWriting] = useState<Writing>(before);
  const [busy, setBusy] = useState(false);
  const { data: people = [] } = usePeople();
  const put = (part: Partial<Writing>) => setWriting((now) => ({ ...now, ...part }));
  const keep = () => {
    const said = whom?.trim() ?? '';
    setBusy(true);
    onSubmit({ what: what.trim(), whom: said === '' ? null : said, due })
      .catch(announceProblem)
      .finally(() => setBusy(false));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (what.trim() !== '') keep();
      }}
    >
      <div className="task-form">
        <Textarea
          size="xs"
          className="task-what"
          label={text.newTask}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={1_000}
          value={what}
          onChange={({ currentTarget }) => put({ what: currentTarget.value })}
        />
        <Autocomplete
          size="xs"
          label={text.whom}
          placeholder={text.whomHint}
          maxLength={200}
          data={people.map(({ name }) => name)}
          value={whom ?? ''}
          onChange={(value) => put({ whom: value })}
        />
        <TextInput
          size="xs"
          type="date"
          label={text.due}
          value={due ?? ''}
          onChange={({ currentTarget }) => put({ due: currentTarget.value || null })}
        />
        <Group gap={6} wrap="nowrap">
          <Button size="xs" type="submit" loading={busy} disabled={what.trim() === ''}>
            {submit}
          </Button>
          {onCancel && (
            <Button size="xs" variant="default" onClick={onCancel}>
              {messages.cases.cancel}
            </Button>
          )}
        </Group>
      </div>
    </form>
  );
}
