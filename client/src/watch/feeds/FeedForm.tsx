import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { feedFormats, type FeedDraft } from '../../../../domain/feed.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { problemsOf } from '../../api/problems-of.ts';
import { Allowed } from '../Allowed.tsx';
import { useFeeding } from './feed-queries.ts';

const text = messages.watch.lists.form;

/** Makes a feed of what the operator allows. */
export function FeedForm({ onClose }: { onClose: () => void }) {
  const [draft, setDraft] = useState<FeedDraft>({
    ...{ id: '', name: '', list: '', format: 'ofac', from: '' },
  });
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const { make } = useFeeding();
  const put = (part: Partial<FeedDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = async () => {
    setBusy(true);
    try {
      await make(draft);
      onClose();
    } catch (error) {
      setProblems(problemsOf(error));
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="watch-form">
        <TextInput
          size="xs"
          label={text.name}
          value={draft.name}
          onChange={({ currentTarget }) => put({ name: currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={text.id}
          description={text.idHint}
          inputWrapperOrder={['label', 'input', 'description']}
          value={draft.id}
          onChange={({ currentTarget }) => put({ id: currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={text.list}
          description={text.listHint}
          inputWrapperOrder={['label', 'input', 'description']}
          value={draft.list}
          onChange={({ currentTarget }) => put({ list: currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={text.format}
          value={draft.format}
          data={feedFormats.map((format) => ({ value: format, label: text.formats[format] }))}
          onChange={({ currentTarget: { value } }) =>
            put({ format: feedFormats.find((one) => one === value) ?? 'ofac' })
          }
        />
        <TextInput
          className="wide"
          size="xs"
          label={text.from}
          value={draft.from}
          onChange={({ currentTarget }) => put({ from: currentTarget.value })}
        />
        <Allowed kinds={['feeds.folders', 'feeds.hosts']} onTake={(from) => put({ from })} />
      </div>
      <div role="alert">
        {problems.map((problem) => (
          <Text key={problem} size="sm" mt="xs" className="watch-problem breaks">
            {problem}
          </Text>
        ))}
      </div>
      <Group gap="xs" my="sm">
        <Button size="xs" type="submit" loading={busy}>
          {text.save}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {messages.watch.cancel}
        </Button>
      </Group>
    </form>
  );
}
