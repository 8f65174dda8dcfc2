import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { longestText } from '../../../domain/disposition.ts';
import type { Values } from '../../../domain/parameters.ts';
import { messages } from '../../../domain/messages/later.ts';
import { usePutInForce } from './trial-queries.ts';
import type { Tuned } from './values.ts';

const text = messages.trialPage;

interface PutInForceProps {
  detector: Tuned;
  values: Values;
  /** The trial of these values; null when there is none. */
  trial: string | null;
}

/** Asks why values are put in force; what was written stays when they could not be. */
export function PutInForce({ detector, values, trial }: PutInForceProps) {
  const put = usePutInForce(detector.id);
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setProblem(why.trim() === '' ? text.whyMissing : null);
    if (why.trim() === '') return;
    setBusy(true);
    try {
      const rests_on = detector.in_force?.revision ?? 0;
      await put({ values, why: why.trim(), rests_on, trial });
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
        {trial !== null && (
          <Text size="xs" c="dimmed">
            {text.restsOn}
          </Text>
        )}
        <Button type="submit" variant={trial === null ? 'default' : 'filled'} loading={busy}>
          {text.put}
        </Button>
      </Group>
    </form>
  );
}
