import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import type { Language } from '../../../domain/messages/language.ts';
import { send } from '../api/fetch.ts';
import { Failure } from '../ui/Failure.tsx';
import { saveFile } from '../ui/save-file.ts';
import type { ExportScope } from './export-scope.ts';

const text = messages.exportDialog;

/** Drafts the narrative; what is written into it stays here until it is saved or drafted anew. */
export function NarrativeDraft({ of, language }: { of: ExportScope; language: Language }) {
  const [decided, setDecided] = useState('');
  const [draft, setDraft] = useState<{ text: string; due: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const write = async () => {
    setBusy(true);
    setError(null);
    try {
      setDraft(await send('narrative', {}, { ...of, language, ...(decided && { decided }) }));
    } catch (problem) {
      setError(problem as Error);
    }
    setBusy(false);
  };
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {text.narrativeHint}
      </Text>
      <Group align="end" gap="sm">
        <TextInput
          type="date"
          size="xs"
          label={text.decided}
          value={decided}
          onChange={(event) => setDecided(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" loading={busy} onClick={() => void write()}>
          {draft ? text.draftAgain : text.draft}
        </Button>
        {draft?.due && <Text size="sm">{text.due(draft.due)}</Text>}
      </Group>
      {error && <Failure error={error} onRetry={() => void write()} />}
      {draft && (
        <>
          <Textarea
            label={text.narrativeText}
            size="xs"
            rows={18}
            classNames={{ input: 'narrative-text' }}
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
          />
          <Group justify="flex-end">
            <Button
              size="xs"
              onClick={() =>
                saveFile(new Blob([draft.text], { type: 'text/markdown' }), 'narrative.md')
              }
            >
              {text.saveNarrative}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
