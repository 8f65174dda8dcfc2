import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { longestText } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.trialPage;

interface PutInForceProps {
  /** Of the button. */
  label: string;
  /** A trial of the same is named as the reason. */
  restsOn: boolean;
  put: (why: string) => Promise<void>;
}

/** Asks why something is put in force; what was written stays when it could not be. */
export function PutInForce({ label, restsOn, put }: PutInForceProps) {
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setProblem(why.trim() === '' ? text.whyMissing : null);
    if (why.trim() === '') return;
    setBusy(true);
    try {
      await put(why.trim());
      setWhy('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      aria-label={label}
      className="trial-part"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <Textarea
        label={text.why}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={longestText}
        value={why}
        error={problem}
        classNames={{ error: 'trial-problem' }}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
      <Group justify="flex-end" mt="sm">
        {restsOn && (
          <Text size="xs" c="dimmed">
            {text.restsOn}
          </Text>
        )}
        <Button type="submit" variant={restsOn ? 'filled' : 'default'} loading={busy}>
          {label}
        </Button>
      </Group>
    </form>
  );
}
