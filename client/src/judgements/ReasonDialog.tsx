import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { longestReason } from '../../../domain/judgement.ts';
import { messages } from '../../../domain/messages/browser.ts';
import './judgements.css';

const text = messages.judgements.page;

export interface Asked {
  title: string;
  /** What follows from it. */
  hint: string;
  /** What the button says. */
  action: string;
  act: (why: string) => Promise<void>;
  /** False of what no detection reads. */
  counts?: boolean;
}

/** Asks why, which is required; what was written stays when it could not be kept. */
export function ReasonDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const said = why.trim();
    setMissing(said === '');
    if (said === '' || said.length > longestReason) return;
    setBusy(true);
    try {
      await asked.act(said);
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={asked.title}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Text size="sm" mb="sm">
          {asked.hint}
        </Text>
        <Textarea
          label={text.why}
          description={text.whyHint}
          required
          autosize
          minRows={3}
          maxRows={10}
          data-autofocus
          classNames={{ error: 'reason-problem', required: 'reason-problem' }}
          value={why}
          error={errorOf(why, missing)}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        {problem !== null && (
          <Text size="sm" mt="sm" role="alert" className="reason-problem breaks">
            {problem}
          </Text>
        )}
        {asked.counts !== false && (
          <Text size="xs" c="dimmed" mt="sm">
            {text.nextRun}
          </Text>
        )}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button size="xs" variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button size="xs" type="submit" loading={busy}>
            {asked.action}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function errorOf(why: string, missing: boolean): string | null {
  if (why.trim().length > longestReason) return text.tooLong(longestReason);
  return missing && why.trim() === '' ? text.whyMissing : null;
}
